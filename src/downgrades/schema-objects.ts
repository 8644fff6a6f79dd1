import { heldParts } from '../documents/held-parts.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'

/** The only member whose schema may be a boolean in OpenAPI 3.0. */
const BOOLEAN_MEMBER = 'additionalProperties'

/** Replaces the boolean schemas that a part holds by objects, in place. */
export function schemaObjects (kind: PartKind, part: JsonObject): void {
  for (const [name, holding] of heldParts(kind)) {
    const held = part[name]
    if (holding.kind !== 'schema' || held === undefined || name === BOOLEAN_MEMBER) continue
    if (holding.as === 'one') part[name] = schemaObject(held)
    else if (Array.isArray(held)) part[name] = held.map(schemaObject)
    else if (isObject(held)) part[name] = eachObject(held)
  }
}

/** Returns the schema object that means the same as a boolean schema, and any other schema as it is. */
export function schemaObject (schema: unknown): unknown {
  if (schema === true) return {}
  return schema === false ? { not: {} } : schema
}

function eachObject (held: JsonObject): JsonObject {
  const objects: JsonObject = {}
  for (const [name, schema] of Object.entries(held)) {
    // The dependencies of older drafts may be lists of names.
    define(objects, name, Array.isArray(schema) ? schema : schemaObject(schema))
  }
  return objects
}
