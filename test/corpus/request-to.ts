import type { InjectOptions } from 'fastify'
import type { Operation, Parameter, SchemaReference } from '../../src/contract/contract.ts'
import { sentPath } from '../../src/contract/route-url.ts'
import type { World } from '../../src/worlds/world.ts'
import { generatorOf } from '../../src/responses/generate-value.ts'
import type { Generated } from '../../src/responses/generate-value.ts'
import { credentialsFor } from './credentials.ts'
import { formOf, writeBody } from './write-body.ts'
import type { WrittenBody } from './write-body.ts'
import { writeParameter } from './write-parameter.ts'

/** A request that is made from an operation's own contract, or why there is none. */
export type MadeRequest =
  | { readonly kind: 'request', readonly request: InjectOptions }
  | { readonly kind: 'impossible', readonly reason: string }

/** How often a value is made anew when the one before has no written form, such as an empty list. */
const ATTEMPTS = 10

/** Makes a request with all that an operation declares; what is optional and cannot be given or written is left out. */
export function requestTo (operation: Operation, world: World): MadeRequest {
  const parameters = operation.parameters.map(parameter => ({ parameter, text: parameterText(parameter, world) }))
  const unwritten = parameters.find(({ parameter, text }) => parameter.required && text === undefined)
  if (unwritten !== undefined) return { kind: 'impossible', reason: `nothing fits the ${unwritten.parameter.in} parameter ${unwritten.parameter.name} that can be written in its style` }
  const body = bodyOf(operation, world)
  if (operation.body?.required === true && body === undefined) return { kind: 'impossible', reason: 'nothing fits the body that can be written in its media type' }
  const written = parameters.flatMap(({ parameter: { in: place, name }, text }) => text === undefined ? [] : [{ place, name, text }])
  return { kind: 'request', request: toRequest(operation, written, body) }
}

interface Written {
  readonly place: Parameter['in']
  readonly name: string
  readonly text: string
}

function toRequest (operation: Operation, written: readonly Written[], body: WrittenBody | undefined): InjectOptions {
  const { headers, query, cookies } = credentialsFor(operation)
  const textsIn = (place: Parameter['in']) => written.filter(parameter => parameter.place === place)
  const path = new Map(textsIn('path').map(({ name, text }) => [name, text]))
  const [sent = '', suffix = ''] = operation.path.split(/\?([^#]*)/, 2)
  const queryText = [...suffix === '' ? [] : [suffix], ...textsIn('query').map(({ text }) => text), ...query].join('&')
  const cookie = [...textsIn('cookie').map(({ name, text }) => `${name}=${text}`), ...cookies].join('; ')
  return {
    // Methods are of any kind.
    method: operation.method as 'GET',
    url: `${sentPath(sent).replace(/\{([^}]*)\}/g, (whole, name: string) => path.get(name) ?? whole)}${queryText && `?${queryText}`}`,
    headers: {
      ...Object.fromEntries(textsIn('header').map(({ name, text }) => [name.toLowerCase(), text])),
      ...headers,
      ...cookie !== '' && { cookie },
      ...body && { 'content-type': body.contentType }
    },
    ...body && { payload: body.payload }
  }
}

function parameterText (parameter: Parameter, world: World): string | undefined {
  const make = makeOf(parameter.schema, world)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { fits, value } = make()
    const text = fits ? writeParameter(parameter, value) : undefined
    if (text !== undefined && canStand(parameter, text)) return text
  }
  return undefined
}

/** A header is of printable characters, without space around it (RFC 9110, section 5.5); a segment of a path is not empty. */
function canStand ({ in: place }: Parameter, text: string): boolean {
  return place === 'header' ? /^[!-~](?:[ -~]*[!-~])?$/.test(text) : place !== 'path' || text !== ''
}

function bodyOf ({ body }: Operation, world: World): WrittenBody | undefined {
  const form = body && formOf(body)
  if (form === undefined) return undefined
  const { fits, value } = makeOf(form.items ?? form.schema, world)()
  return fits ? writeBody(form, value) : undefined
}

function makeOf (schema: SchemaReference | undefined, world: World): () => Generated {
  if (schema === undefined) return () => ({ value: 'a', fits: true })
  const generate = generatorOf(schema, 'request')
  return () => generate(world, 'examples')
}
