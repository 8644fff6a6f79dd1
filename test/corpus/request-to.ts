import type { InjectOptions } from 'fastify'
import type { Operation, Parameter, SchemaReference } from '../../src/contract/contract.ts'
import { sentPath } from '../../src/contract/route-url.ts'
import type { World } from '../../src/worlds/world.ts'
import { generatorOf } from '../../src/responses/generate-value.ts'
import type { Generated } from '../../src/responses/generate-value.ts'
import { credentialsFor } from './credentials.ts'
import type { Credentials } from './credentials.ts'
import { whyImpossible } from './why-impossible.ts'
import { formOf, writeBody } from './write-body.ts'
import type { WrittenBody } from './write-body.ts'
import { writeParameter } from '../../src/messages/write-parameter.ts'

/** A request for an operation by its own contract, or why there is none. */
export type MadeRequest =
  | { readonly kind: 'request', readonly request: InjectOptions }
  | { readonly kind: 'impossible', readonly reason: string }
  /** No request was found, without a known reason. */
  | { readonly kind: 'failed', readonly reason: string }

/** How many values are tried until one can be written; an empty list cannot, for example. */
const ATTEMPTS = 10

/** Creates a request with everything that an operation declares. Omits what is optional and cannot be written. */
export function requestTo (operation: Operation, world: World): MadeRequest {
  const credentials = credentialsFor(operation)
  if (credentials === undefined) {
    return {
      kind: 'impossible',
      reason: 'two credentials are needed in the one header Authorization'
    }
  }
  const parameters = operation.parameters.map(parameter => ({ parameter, part: writtenParameter(parameter, world) }))
  const body = writtenBody(operation, world)
  const texts: WrittenText[] = []
  for (const { parameter: { in: place, name, required }, part } of parameters) {
    if (part.kind === 'written') texts.push({ place, name, text: part.value })
    else if (required) return { kind: part.kind, reason: `the ${place} parameter ${name}: ${part.reason}` }
  }
  if (operation.body?.required === true && body.kind !== 'written') {
    return { kind: body.kind, reason: `the body: ${body.reason}` }
  }
  return {
    kind: 'request',
    request: toRequest(operation, {
      texts,
      credentials,
      body: body.kind === 'written' ? body.value : undefined
    })
  }
}

/** A part of a request in its written form, or why there is none. */
type Part<Value> =
  | { readonly kind: 'written', readonly value: Value }
  | { readonly kind: 'impossible' | 'failed', readonly reason: string }

function writtenParameter (parameter: Parameter, world: World): Part<string> {
  const make = makeOf(parameter.schema, world)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { fits, value } = make()
    if (!fits) return unfit(parameter.schema)
    const text = writeParameter(parameter, value)
    if (text !== undefined && canStand(parameter, text)) return { kind: 'written', value: text }
    if (isNested(value)) {
      return {
        kind: 'impossible',
        reason: `the style ${parameter.style} has no form for lists and objects within others`
      }
    }
  }
  return { kind: 'failed', reason: 'it has no written form' }
}

/**
 * Returns whether a text can be in its place: a header has printable characters without spaces around them (RFC 9110,
 * section 5.5), and a segment of a path is not empty.
 */
function canStand ({ in: place }: Parameter, text: string): boolean {
  return place === 'header' ? /^[!-~](?:[ -~]*[!-~])?$/.test(text) : place !== 'path' || text !== ''
}

function isNested (value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(member => typeof member === 'object' && member !== null)
  )
}

function writtenBody ({ body }: Operation, world: World): Part<WrittenBody> {
  const form = body && formOf(body)
  if (form === undefined) return { kind: 'failed', reason: 'it has no media type' }
  const schema = form.items ?? form.schema
  const { fits, value } = makeOf(schema, world)()
  if (!fits) return unfit(schema)
  const written = writeBody(form, value)
  return written === undefined
    ? {
        kind: 'impossible',
        reason: `${form.name} has no form for ${Array.isArray(value) ? 'a list' : `a value that is ${typeof value}`}`
      }
    : { kind: 'written', value: written }
}

function unfit (schema: SchemaReference | undefined): Part<never> {
  const reason = schema && whyImpossible(schema, 'request')
  return reason === undefined
    ? { kind: 'failed', reason: 'nothing was found that fits' }
    : { kind: 'impossible', reason }
}

function makeOf (schema: SchemaReference | undefined, world: World): () => Generated {
  if (schema === undefined) return () => ({ value: 'a', fits: true })
  const generate = generatorOf(schema, 'request')
  return () => generate(world, 'examples')
}

/** A parameter in its written form. */
interface WrittenText {
  readonly place: Parameter['in']
  readonly name: string
  readonly text: string
}

interface Parts {
  readonly texts: readonly WrittenText[]
  readonly credentials: Credentials
  readonly body: WrittenBody | undefined
}

function toRequest (operation: Operation, { body, credentials, texts }: Parts): InjectOptions {
  const textsIn = (place: Parameter['in']) => texts.filter(parameter => parameter.place === place)
  const path = new Map(textsIn('path').map(({ name, text }) => [name, text]))
  const query = [...marksOf(operation), ...textsIn('query').map(({ text }) => text), ...credentials.query].join('&')
  const cookie = [...textsIn('cookie').map(({ name, text }) => `${name}=${text}`), ...credentials.cookies].join('; ')
  const filledPath = sentPath(operation.path).replace(/\{([^}]*)\}/g, (whole, name: string) => path.get(name) ?? whole)
  return {
    // Methods are of any kind.
    method: operation.method as 'GET',
    url: query === '' ? filledPath : `${filledPath}?${query}`,
    headers: {
      ...Object.fromEntries(textsIn('header').map(({ name, text }) => [name.toLowerCase(), text])),
      ...credentials.headers,
      ...(cookie !== '' && { cookie }),
      ...(body && { 'content-type': body.contentType })
    },
    ...(body && { payload: body.payload })
  }
}

/** Lists the ends of a path that tell its operation apart and are no parameters. */
function marksOf ({ parameters, path }: Operation): string[] {
  const declared = new Set(
    parameters
      .filter(({ in: place }) => place === 'query' || place === 'header')
      .map(({ name }) => name)
  )
  return path
    .slice(sentPath(path).length + 1)
    .split('&')
    .filter(mark => mark !== '' && !declared.has(mark.replace(/=.*$/s, '')))
}
