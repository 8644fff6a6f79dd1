import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import type { Validate } from './schema-compiler.ts'
import { compilerOf } from './schema-validator.ts'

const validators = new WeakMap<object, Map<string, Validate>>()

/**
 * Returns the validators of the schemas within a keyword that failed; none where its origin is not
 * known.
 */
export function innerValidators (
  { document }: SchemaReference,
  { keyword, schema, parentSchema }: ErrorObject
): Validate[] {
  const origin = parentSchema && compilerOf(document).originOf(parentSchema)
  if (parentSchema === undefined || origin === undefined) return []
  const keys = Array.isArray(schema) ? schema.map((_part, index) => `${keyword}/${index}`) : [keyword]
  const known = validators.get(parentSchema) ?? new Map<string, Validate>()
  validators.set(parentSchema, known)
  return keys.map(key => {
    let validate = known.get(key)
    if (validate === undefined) {
      validate = compilerOf(document).compileVariant(`${origin.pointer}/${key}`, origin.variant)
      known.set(key, validate)
    }
    return validate
  })
}
