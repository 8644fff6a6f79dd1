import type { InjectOptions } from 'fastify'
import type { Operation, Parameter, SchemaReference } from '../../src/contract/contract.ts'
import type { World } from '../../src/worlds/world.ts'
import { generatorOf } from '../../src/responses/generate-value.ts'
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

/** Makes a request with all that an operation declares; what is optional and cannot be written is left out. */
export function requestTo (operation: Operation, world: World): MadeRequest {
  const written = operation.parameters.map(parameter => ({ parameter, text: parameterText(parameter, world) }))
  const unwritten = written.find(({ parameter, text }) => parameter.required && text === undefined)
  if (unwritten !== undefined) return { kind: 'impossible', reason: `the ${unwritten.parameter.in} parameter ${unwritten.parameter.name} has no written form` }

  const textsIn = (place: Parameter['in']) => written.flatMap(({ parameter, text }) => parameter.in === place && text !== undefined ? [[parameter.name, text] as const] : [])
  const { headers, query, cookies } = credentialsFor(operation)
  const body = bodyOf(operation, world)
  const path = Object.fromEntries(textsIn('path'))
  const queryText = [...textsIn('query').map(([, text]) => text), ...query].join('&')
  const cookie = [...textsIn('cookie').map(([name, text]) => `${name}=${text}`), ...cookies].join('; ')
  return {
    kind: 'request',
    request: {
      // Methods are of any kind.
      method: operation.method as 'GET',
      url: `${operation.path.replace(/\{([^}]*)\}/g, (whole, name: string) => path[name] ?? whole)}${queryText && `?${queryText}`}`,
      headers: {
        ...Object.fromEntries(textsIn('header').map(([name, text]) => [name.toLowerCase(), text])),
        ...headers,
        ...cookie !== '' && { cookie },
        ...body && { 'content-type': body.contentType }
      },
      ...body && { payload: body.payload }
    }
  }
}

function parameterText (parameter: Parameter, world: World): string | undefined {
  const generate = valuesOf(parameter.schema, world)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const text = writeParameter(parameter, generate())
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
  return form && writeBody(form, valuesOf(form.schema, world)())
}

function valuesOf (schema: SchemaReference | undefined, world: World): () => unknown {
  if (schema === undefined) return () => 'a'
  const generate = generatorOf(schema)
  return () => generate(world, 'examples')
}
