import type { SwaggerTransformObject } from '@fastify/swagger'
import { METHODS } from '../contract/contract.ts'
import { isObject } from '../contract/is-object.ts'

const WORLD = {
  name: 'X-Standin-World',
  in: 'header',
  required: false,
  description: 'The name of the world; `default` where it is left out.',
  schema: { type: 'string', default: 'default' }
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
    for (const method of METHODS) {
      const operation = path[method]
      if (isObject(operation) && isObject(operation.responses)) operation.responses.default = FAILURE
    }
  }
  return openapiObject
}
