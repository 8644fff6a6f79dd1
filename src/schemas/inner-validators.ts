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
  const compiler = compilerOf(document)
  const parts: readonly unknown[] = [schema].flat()
  // Alternatives that repeat another one are left out of the copy, so that an index would not tell which one it is.
  const pointers = parts.map((part, index) => {
    const own = typeof part === 'object' && part !== null ? compiler.originOf(part)?.pointer : undefined
    return own ?? `${origin.pointer}/${keyword}${Array.isArray(schema) ? `/${index}` : ''}`
  })
  const known = validators.get(parentSchema) ?? new Map<string, Validate>()
  validators.set(parentSchema, known)
  return pointers.map(pointer => {
    let validate = known.get(pointer)
    if (validate === undefined) {
      validate = compiler.compileVariant(pointer, origin.variant)
      known.set(pointer, validate)
    }
    return validate
  })
}
