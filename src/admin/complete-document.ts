import type { SwaggerTransformObject } from '@fastify/swagger'
import { isObject } from '../documents/is-object.ts'
import { METHODS } from '../contract/list-methods.ts'

// A default here would be sent along by the page, against the world that the URL names.
const WORLD = {
  name: 'X-Standin-World',
  in: 'header',
  required: false,
  description: 'The name of the world; `default` where it is left out.',
  schema: { type: 'string' }
} as const

const FAILURE = {
  description: 'What went wrong.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
}

/** Adds to the admin API's document what holds for all of its operations: the world's header, and the form of errors. */
export const completeDocument: SwaggerTransformObject = generated => {
  if (!('openapiObject' in generated)) return {}
  const { openapiObject } = generated
  for (const path of Object.values(openapiObject.paths ?? {})) {
    if (path === undefined) continue
    path.parameters = [WORLD]
    for (const [member, operation] of Object.entries(path)) {
      if (!METHODS.some(method => method === member) || !isObject(operation)) continue
      if (isObject(operation.responses)) operation.responses.default = FAILURE
      // Every body would be required, even one that may be null.
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
