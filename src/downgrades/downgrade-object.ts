import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isComposed } from './downgrade-array.ts'
import type { Lose } from './loss.ts'

/** Rewrites the keywords of objects, in place. */
export function downgradeObject (schema: JsonObject, lose: Lose): void {
  const { additionalProperties, propertyNames, unevaluatedProperties } = schema
  // Made an object, so an empty one accepts anything.
  if (isObject(propertyNames) && Object.keys(propertyNames).length > 0) {
    lose('propertyNames', 'members may have any names')
  }
  const isLimited = isObject(unevaluatedProperties) && Object.keys(unevaluatedProperties).length > 0
  // Where `additionalProperties` is there, no member is left unevaluated.
  if (isLimited && additionalProperties === undefined) {
    if (!isComposed(schema)) schema.additionalProperties = unevaluatedProperties
    else lose('unevaluatedProperties', 'further members are accepted')
  }
  downgradePatterns(schema, lose)
}

/** Schemas of members by the form of their names become alternatives for all other members. */
function downgradePatterns (schema: JsonObject, lose: Lose): void {
  const { additionalProperties, patternProperties } = schema
  if (!isObject(patternProperties) || Object.keys(patternProperties).length === 0) return
  lose('patternProperties', 'members of these names are held to no schema of their own')
  if (additionalProperties === undefined || additionalProperties === true) return
  const others = isObject(additionalProperties) ? [additionalProperties] : []
  schema.additionalProperties = { anyOf: [...Object.values(patternProperties), ...others] }
}
