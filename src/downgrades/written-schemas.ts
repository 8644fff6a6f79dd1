import type { JsonObject } from '../documents/is-object.ts'

/** The schemas that are in the form of OpenAPI 3.0 already. */
const written = new WeakSet<object>()

/** Marks a schema as one that is in the form of OpenAPI 3.0 already, apart from the schemas inside of it. */
export function asWritten (schema: JsonObject): JsonObject {
  written.add(schema)
  return schema
}

/** Returns whether a schema was marked. */
export function isWritten (schema: JsonObject): boolean {
  return written.has(schema)
}
