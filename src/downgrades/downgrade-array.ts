import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { alsoFit } from './also-fit.ts'
import type { Lose } from './loss.ts'

/** Rewrites the keywords of lists, in place. */
export function downgradeArray (schema: JsonObject, lose: Lose): void {
  const { unevaluatedItems } = schema
  // Where `items` is there, no item is left unevaluated.
  if (unevaluatedItems !== undefined && !isEmpty(unevaluatedItems) && schema.items === undefined) {
    if (!isComposed(schema)) schema.items = unevaluatedItems
    else lose('unevaluatedItems', 'further items are accepted')
  }
  downgradePrefix(schema, lose)
  downgradeContains(schema, lose)
}

/** Returns whether a schema, made an object, accepts anything. */
function isEmpty (schema: unknown): boolean {
  return isObject(schema) && Object.keys(schema).length === 0
}

/** Returns whether other schemas apply beside the keywords of a schema. */
export function isComposed (schema: JsonObject): boolean {
  return ['$ref', 'allOf', 'anyOf', 'oneOf'].some(name => schema[name] !== undefined)
}

/** Schemas of single positions become alternatives for every item. */
function downgradePrefix (schema: JsonObject, lose: Lose): void {
  const { items, maxItems = Infinity, prefixItems } = schema
  if (!Array.isArray(prefixItems) || prefixItems.length === 0) return
  const isClosed = isNever(items) || Number(maxItems) <= prefixItems.length
  if (prefixItems.length > 1 || !isClosed) lose('prefixItems', 'the positions of the items are not told')
  if (isClosed) schema.maxItems = Math.min(Number(maxItems), prefixItems.length)
  if (isClosed) schema.items = { anyOf: prefixItems }
  else schema.items = items === undefined ? {} : { anyOf: [...prefixItems, items] }
}

function isNever (schema: unknown): boolean {
  return isObject(schema) && isObject(schema.not) && isEmpty(schema.not) && Object.keys(schema).length === 1
}

/** That an item fits means that it is not so that none fits. */
function downgradeContains (schema: JsonObject, lose: Lose): void {
  const { contains, maxContains, minContains = 1 } = schema
  if (!isObject(contains)) return
  if (maxContains !== undefined) lose('maxContains', 'any number of items may fit contains')
  if (minContains === 0) return
  if (minContains !== 1) lose('minContains', 'one item that fits contains is enough')
  alsoFit(schema, { not: { type: 'array', items: { not: contains } } })
}
