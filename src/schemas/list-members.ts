import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'

/**
 * One keyword of a schema in the form of JSON Schema 2020-12, and the member of the schema that it
 * was read from.
 */
export interface SchemaMember {
  readonly name: string
  readonly value: unknown
  readonly at: string
  /** The warning where it was written in the form of an older draft. */
  readonly remark?: string
}

type Read = (schema: Readonly<JsonObject>, name: string) => SchemaMember[]

/** Forms of older drafts whose meaning is plain, and which documents go on using. */
const OLDER_FORMS: Readonly<Record<string, Read>> = {
  items: readItems,
  additionalItems: readAdditionalItems,
  exclusiveMinimum: schema => readExclusive(schema, 'exclusiveMinimum', 'minimum'),
  exclusiveMaximum: schema => readExclusive(schema, 'exclusiveMaximum', 'maximum'),
  minimum: schema => schema.exclusiveMinimum === true ? [] : [asWritten(schema, 'minimum')],
  maximum: schema => schema.exclusiveMaximum === true ? [] : [asWritten(schema, 'maximum')],
  dependencies: readDependencies,
  type: readType
}

/** Lists the keywords of a schema, with forms of older drafts rewritten as in 2020-12. */
export function listMembers (schema: Readonly<JsonObject>): SchemaMember[] {
  const members: SchemaMember[] = []
  for (const name of Object.keys(schema)) {
    const read = Object.hasOwn(OLDER_FORMS, name) ? OLDER_FORMS[name] : undefined
    if (read === undefined) members.push(asWritten(schema, name))
    else members.push(...read(schema, name))
  }
  return members
}

function asWritten (schema: Readonly<JsonObject>, name: string): SchemaMember {
  return { name, value: schema[name], at: name }
}

/** Up to draft 2019-09, a list of schemas was a tuple (2020-12, Core, section 10.3.1.2). */
function readItems (schema: Readonly<JsonObject>): SchemaMember[] {
  if (!Array.isArray(schema.items)) return [asWritten(schema, 'items')]
  return [{ name: 'prefixItems', value: schema.items, at: 'items', remark: 'is read as "prefixItems"' }]
}

/** Up to draft 2019-09, it described what follows a tuple. */
function readAdditionalItems ({ items, additionalItems }: Readonly<JsonObject>): SchemaMember[] {
  return Array.isArray(items) ? [{ name: 'items', value: additionalItems, at: 'additionalItems' }] : []
}

/**
 * Up to draft 4, which OpenAPI 3.0 is built on, `true` excluded the limit that `minimum` or
 * `maximum` sets.
 */
function readExclusive (schema: Readonly<JsonObject>, name: string, limit: string): SchemaMember[] {
  const value = schema[name]
  if (value === false) return []
  if (value !== true) return [asWritten(schema, name)]
  if (schema[limit] === undefined) return []
  const remark = `is read as "${name}": ${String(schema[limit])}`
  return [{ name, value: schema[limit], at: limit, remark }]
}

/** Draft 2019-09 split it in two. */
function readDependencies ({ dependencies }: Readonly<JsonObject>): SchemaMember[] {
  if (!isObject(dependencies)) return []
  const entries = Object.entries(dependencies)
  const required = entries.filter(([, value]) => Array.isArray(value))
  const schemas = entries.filter(([, value]) => !Array.isArray(value))
  return [
    { name: 'dependentRequired', value: Object.fromEntries(required), at: 'dependencies' },
    { name: 'dependentSchemas', value: Object.fromEntries(schemas), at: 'dependencies' }
  ]
}

/** `nullable` is a keyword of OpenAPI 3.0 that often stays behind when a document becomes 3.1. */
function readType (schema: Readonly<JsonObject>): SchemaMember[] {
  if (schema.nullable !== true || typeof schema.type !== 'string') return [asWritten(schema, 'type')]
  return [{ name: 'type', value: [...new Set([schema.type, 'null'])], at: 'type' }]
}
