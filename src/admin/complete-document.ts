import type { SwaggerTransformObject } from '@fastify/swagger'
import { isObject } from '../documents/is-object.ts'
import { METHODS } from '../contract/list-methods.ts'

// The documentation page would send a default, even if the URL names another world.
const WORLD = {
  name: 'X-Standin-World',
  in: 'header',
  required: false,
  description: 'The name of the world. Without it, the world is `default`.',
  schema: { type: 'string' }
} as const

const FAILURE = {
  description: 'An error.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
}

/** Adds the world header and the error response to every operation of the document. */
export const completeDocument: SwaggerTransformObject = generated => {
  if (!('openapiObject' in generated)) return {}
  const { openapiObject } = generated
  for (const path of Object.values(openapiObject.paths ?? {})) {
    if (path === undefined) continue
    path.parameters = [WORLD]
    for (const [member, operation] of Object.entries(path)) {
      if (!METHODS.some(method => method === member) || !isObject(operation)) continue
      if (isObject(operation.responses)) operation.responses.default = FAILURE
      // @fastify/swagger makes every body required, even one that may be null.
      if (isObject(operation.requestBody) && mayBeNull(operation.requestBody)) {
        operation.requestBody.required = false
      }
    }
  }
  return openapiObject
}

function mayBeNull ({ content }: Record<string, unknown>): boolean {
  const schema =
    isObject(content) && isObject(content['application/json'])
      ? content['application/json'].schema
      : undefined
  return isObject(schema) && Array.isArray(schema.type) && schema.type.includes('null')
}
