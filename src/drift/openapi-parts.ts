import type { JsonObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import type { SeenBodies, SeenOperation, SeenResponse } from './seen-operation.ts'
import type { SchemaForm, SeenValues } from './seen-values.ts'

const SEEN = 'Seen in a recording.'

/** Returns the Parameter Object of a parameter that was seen. */
export function parameterObject (place: string, name: string, schema: JsonObject): JsonObject {
  return { name, in: place, description: SEEN, ...place === 'path' && { required: true }, schema }
}

/** Returns the Response Object of the responses of one status. */
export function responseObject ({ bodies, headers }: SeenResponse, form: SchemaForm): JsonObject {
  const written: JsonObject = {}
  for (const [name, seen] of headers) define(written, name, { schema: seen.toSchema(form) })
  return {
    description: SEEN,
    ...headers.size > 0 && { headers: written },
    ...bodies.types.size > 0 && { content: contentObject(bodies, form) }
  }
}

/** Returns the Operation Object of the requests of one method at one path. */
export function operationObject (path: string, operation: SeenOperation, form: SchemaForm): JsonObject {
  const { bodies, query, responses } = operation
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  const parameters = [
    ...names.map(name => parameterObject('path', name, { type: 'string' })),
    ...[...query].map(([name, seen]: [string, SeenValues]) => parameterObject('query', name, seen.toSchema(form)))
  ]
  const written: JsonObject = {}
  for (const [status, response] of responses) define(written, String(status), responseObject(response, form))
  return {
    summary: SEEN,
    ...parameters.length > 0 && { parameters },
    ...bodies.types.size > 0 && { requestBody: { content: contentObject(bodies, form) } },
    responses: written
  }
}

function contentObject ({ types }: SeenBodies, form: SchemaForm): JsonObject {
  const content: JsonObject = {}
  for (const [type, seen] of types) define(content, type, { schema: seen.toSchema(form) })
  return content
}
