import { isObject } from '../documents/is-object.ts'

/** One keyword of a schema, as JSON Schema 2020-12 has it, and the member of the schema that it was read from. */
export interface SchemaMember {
  readonly name: string
  readonly value: unknown
  readonly at: string
  /** What is told of it, where it was written in the form of an older draft. */
  readonly remark?: string
}

type Read = (schema: Readonly<Record<string, unknown>>, name: string) => SchemaMember[]

/** Forms of older drafts whose meaning is plain, and which documents go on using. */
const OLDER_FORMS: Readonly<Record<string, Read>> = {
  // A list of schemas was a tuple up to draft 2019-09, and the rest of it `additionalItems` (2020-12, Core, section 10.3.1.2).
  items: ({ items }) => Array.isArray(items) ? [{ name: 'prefixItems', value: items, at: 'items', remark: 'is read as "prefixItems"' }] : [{ name: 'items', value: items, at: 'items' }],
  additionalItems: ({ items, additionalItems }) => Array.isArray(items) ? [{ name: 'items', value: additionalItems, at: 'additionalItems' }] : [],
  // Up to draft 4, these said of `minimum` and `maximum` that the limit is excluded (OpenAPI 3.0 is built on that).
  exclusiveMinimum: schema => readExclusive(schema, 'exclusiveMinimum', 'minimum'),
  exclusiveMaximum: schema => readExclusive(schema, 'exclusiveMaximum', 'maximum'),
  minimum: ({ minimum, exclusiveMinimum }) => exclusiveMinimum === true ? [] : [{ name: 'minimum', value: minimum, at: 'minimum' }],
  maximum: ({ maximum, exclusiveMaximum }) => exclusiveMaximum === true ? [] : [{ name: 'maximum', value: maximum, at: 'maximum' }],
  // Split in two by draft 2019-09.
  dependencies: ({ dependencies }) => isObject(dependencies) ? splitDependencies(dependencies) : [],
  // A keyword of OpenAPI 3.0 that stayed behind when the document became 3.1.
  type: ({ type, nullable }) => nullable === true && typeof type === 'string' ? [{ name: 'type', value: [...new Set([type, 'null'])], at: 'type' }] : [{ name: 'type', value: type, at: 'type' }]
}

/** The keywords of a schema, those in forms of older drafts as 2020-12 has them. */
export function listMembers (schema: Readonly<Record<string, unknown>>): SchemaMember[] {
  return Object.keys(schema).flatMap(name => Object.hasOwn(OLDER_FORMS, name) ? OLDER_FORMS[name]?.(schema, name) ?? [] : { name, value: schema[name], at: name })
}

function readExclusive (schema: Readonly<Record<string, unknown>>, name: string, limit: string): SchemaMember[] {
  const value = schema[name]
  if (value === false) return []
  if (value !== true) return [{ name, value, at: name }]
  return schema[limit] === undefined ? [] : [{ name, value: schema[limit], at: limit, remark: `is read as "${name}": ${String(schema[limit])}` }]
}

function splitDependencies (dependencies: Readonly<Record<string, unknown>>): SchemaMember[] {
  const entries = Object.entries(dependencies)
  return [
    { name: 'dependentRequired', value: Object.fromEntries(entries.filter(([, value]) => Array.isArray(value))), at: 'dependencies' },
    { name: 'dependentSchemas', value: Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value))), at: 'dependencies' }
  ]
}
