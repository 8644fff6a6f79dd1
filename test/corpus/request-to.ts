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
import { writeParameter } from './write-parameter.ts'

/** A request that is made from an operation's own contract, or why there is none. */
export type MadeRequest =
  | { readonly kind: 'request', readonly request: InjectOptions }
  | { readonly kind: 'impossible', readonly reason: string }
  /** None was made, though nothing is known to stand against it. */
  | { readonly kind: 'failed', readonly reason: string }

/** How often a value is made anew when the one before has no written form, such as an empty list. */
const ATTEMPTS = 10

/** Makes a request with all that an operation declares; what is optional and cannot be given or written is left out. */
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
  const missing = [
    ...parameters
      .filter(({ parameter }) => parameter.required)
      .map(({ parameter, part }) => ({
        title: `the ${parameter.in} parameter ${parameter.name}`,
        part
      })),
    ...(operation.body?.required === true ? [{ title: 'the body', part: body }] : [])
  ].find(({ part }) => part.kind !== 'written')
  if (missing !== undefined && missing.part.kind !== 'written') {
    return { kind: missing.part.kind, reason: `${missing.title}: ${missing.part.reason}` }
  }
  const texts = parameters.flatMap(({ parameter: { in: place, name }, part }) =>
    part.kind === 'written' ? [{ place, name, text: part.value }] : []
  )
  return {
    kind: 'request',
    request: toRequest(operation, {
      texts,
      credentials,
      body: body.kind === 'written' ? body.value : undefined
    })
  }
}

/** A part of a request as it goes out, or why there is none. */
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
 * A header is of printable characters, without space around it (RFC 9110, section 5.5); a segment of a path is
 * not empty.
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

interface Parts {
  readonly texts: ReadonlyArray<{ readonly place: Parameter['in'], readonly name: string, readonly text: string }>
  readonly credentials: Credentials
  readonly body: WrittenBody | undefined
}

function toRequest (operation: Operation, { body, credentials, texts }: Parts): InjectOptions {
  const textsIn = (place: Parameter['in']) => texts.filter(parameter => parameter.place === place)
  const path = new Map(textsIn('path').map(({ name, text }) => [name, text]))
  const query = [...marksOf(operation), ...textsIn('query').map(({ text }) => text), ...credentials.query].join('&')
  const cookie = [...textsIn('cookie').map(({ name, text }) => `${name}=${text}`), ...credentials.cookies].join('; ')
  return {
    // Methods are of any kind.
    method: operation.method as 'GET',
    url: `${sentPath(operation.path).replace(/\{([^}]*)\}/g, (whole, name: string) => path.get(name) ?? whole)}${query && `?${query}`}`,
    headers: {
      ...Object.fromEntries(textsIn('header').map(({ name, text }) => [name.toLowerCase(), text])),
      ...credentials.headers,
      ...(cookie !== '' && { cookie }),
      ...(body && { 'content-type': body.contentType })
    },
    ...(body && { payload: body.payload })
  }
}

/** What a path ends in tells its operation apart where no parameter does. */
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
