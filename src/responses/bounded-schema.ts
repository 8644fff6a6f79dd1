import { getByPointer } from '../contract/json-pointer.ts'
import { isObject } from '../contract/is-object.ts'
import type { OpenApiDocument } from '../contract/contract.ts'
import { toPointer } from '../contract/resolve-ref.ts'
import { plainSchema } from './plain-schema.ts'

type Schema = Record<string, unknown>

/** After so many `$ref`s on the way down, what may be left out is left out: a recursive schema has an end. */
const LEAVE_OUT_AFTER = 4

/** After so many, even what is required is: the schema has no finite value. */
const END_AFTER = 16

const SCHEMAS_BY_NAME = ['properties', 'patternProperties', 'dependentSchemas', '$defs']
const LISTS_OF_SCHEMAS = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const SCHEMAS = ['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else']
const ANNOTATIONS = new Set(['$ref', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly', 'title', 'description', '$comment'])

/**
 * The schemas of a document as the generator takes them: only keywords that it knows, and `$ref`s that count how deep they are,
 * so that a schema which contains itself ends. Each is made when it is first asked for.
 */
export class BoundedSchemas {
  readonly #document: OpenApiDocument
  readonly #byReference = new Map<string, unknown>()

  constructor (document: OpenApiDocument) {
    this.#document = document
  }

  /** The schema at a JSON pointer of the document. */
  at (pointer: string): unknown {
    return this.resolve(toReference(pointer, 0))
  }

  /** What a `$ref` of one of these schemas leads to. */
  resolve (reference: string): unknown {
    if (!this.#byReference.has(reference)) this.#byReference.set(reference, this.#make(reference))
    return this.#byReference.get(reference)
  }

  #make (reference: string): unknown {
    const [, level = '', pointer = ''] = reference.split(':')
    return bound(getByPointer(this.#document, decodeURIComponent(pointer)), Number(level))
  }
}

function toReference (pointer: string, level: number): string {
  // A fragment would be looked up in what the reference leads to.
  return `standin:${level}:${encodeURIComponent(pointer)}`
}

function bound (value: unknown, level: number): unknown {
  if (!isObject(value)) return value ?? {}
  const { $ref, ...rest } = plainSchema(value)
  const schema = level >= LEAVE_OUT_AFTER ? withoutOptionalReferences(rest) : rest
  const bounded: Schema = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, boundKeyword(name, part, level)]))
  if (typeof $ref !== 'string') return bounded
  const pointer = toPointer($ref)
  if (pointer === undefined || level >= END_AFTER) return bounded
  const reference = { $ref: toReference(pointer, level + 1) }
  // The generator would put what stands beside a `$ref` in place of what it leads to.
  return Object.keys(bounded).every(name => ANNOTATIONS.has(name)) ? reference : { allOf: [reference, bounded] }
}

function boundKeyword (name: string, part: unknown, level: number): unknown {
  if (SCHEMAS.includes(name)) return bound(part, level)
  if (LISTS_OF_SCHEMAS.includes(name) && Array.isArray(part)) return part.map(item => bound(item, level))
  if (SCHEMAS_BY_NAME.includes(name) && isObject(part)) return mapMembers(part, member => bound(member, level))
  return part
}

/** Leaves out what would lead further down and need not be there. */
function withoutOptionalReferences (schema: Schema): Schema {
  const { required, properties, items, minItems = 0, additionalProperties } = schema
  const needed = Array.isArray(required) ? required : []
  return {
    ...schema,
    ...isObject(properties) && { properties: Object.fromEntries(Object.entries(properties).filter(([name, member]) => needed.includes(name) || !leadsDown(member))) },
    ...leadsDown(items) && { maxItems: minItems, ...minItems === 0 && { items: {} } },
    ...leadsDown(additionalProperties) && { additionalProperties: false },
    ...preferLeaves(schema, 'anyOf'),
    ...preferLeaves(schema, 'oneOf')
  }
}

function preferLeaves (schema: Schema, keyword: 'anyOf' | 'oneOf'): Schema {
  const branches = schema[keyword]
  const leaves = Array.isArray(branches) ? branches.filter(branch => !leadsDown(branch)) : []
  return leaves.length > 0 ? { [keyword]: leaves } : {}
}

/** Whether a schema holds a `$ref` anywhere. */
function leadsDown (schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(leadsDown)
  if (!isObject(schema)) return false
  return typeof schema.$ref === 'string' || Object.values(schema).some(leadsDown)
}

function mapMembers (members: Schema, map: (member: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, map(member)]))
}
