import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { alsoAnyOf } from './also-fit.ts'
import { schemaObject } from './schema-objects.ts'

/**
 * Rewrites what depends on something else, in place: `if` A `then` B is "not A, or B" (JSON Schema 2020-12 Core,
 * 10.2.2, and Validation, 6.5.4).
 */
export function downgradeConditions (schema: JsonObject): void {
  const { dependencies, dependentRequired, dependentSchemas, else: otherwise, if: condition, then } = schema
  if (isObject(condition)) {
    if (then !== undefined) alsoAnyOf(schema, [{ not: structuredClone(condition) }, then])
    if (otherwise !== undefined) alsoAnyOf(schema, [condition, otherwise])
  }
  const dependent = { ...members(dependencies), ...members(dependentRequired), ...members(dependentSchemas) }
  for (const [name, consequence] of Object.entries(dependent)) {
    const absent = { not: { type: 'object', required: [name] } }
    if (!Array.isArray(consequence)) alsoAnyOf(schema, [absent, schemaObject(consequence)])
    else if (consequence.length > 0) alsoAnyOf(schema, [absent, { required: consequence }])
  }
}

function members (value: unknown): JsonObject {
  return isObject(value) ? value : {}
}
