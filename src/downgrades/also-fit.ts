import type { JsonObject } from '../documents/is-object.ts'

/** Adds a schema that must be fitted, too, to those of `allOf`. */
export function alsoFit (schema: JsonObject, other: JsonObject): void {
  schema.allOf = [...Array.isArray(schema.allOf) ? schema.allOf : [], other]
}

/** Adds alternatives of which one must be fitted, whatever alternatives the schema has already. */
export function alsoAnyOf (schema: JsonObject, anyOf: readonly unknown[]): void {
  if (schema.anyOf === undefined) schema.anyOf = anyOf
  else alsoFit(schema, { anyOf })
}
