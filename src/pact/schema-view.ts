import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'

/** The schemas that all apply to one value. */
export class SchemaView {
  readonly #document: OpenApiDocument
  readonly #value: unknown
  readonly schemas: readonly JsonObject[]

  constructor (document: OpenApiDocument, schemas: readonly unknown[], value: unknown) {
    this.#document = document
    this.#value = value
    const found = new Set<JsonObject>()
    for (const schema of schemas) this.#add(schema, found)
    this.schemas = [...found]
  }

  /** Returns the view of a value by the schema of a document, if there is one. */
  static of (schema: SchemaReference | undefined, value: unknown): SchemaView {
    if (schema === undefined) return new SchemaView({} as OpenApiDocument, [], value)
    return new SchemaView(schema.document, [schema.definition], value)
  }

  /** Returns the first value of a keyword. */
  keyword (name: string): unknown {
    return this.schemas.find(schema => schema[name] !== undefined)?.[name]
  }

  /** Returns whether a type is named. */
  hasType (type: string): boolean {
    return this.schemas.some(schema => [schema.type].flat().includes(type))
  }

  /** Returns whether members are declared by name. */
  get namesMembers (): boolean {
    return this.schemas.some(({ properties }) => isObject(properties) && Object.keys(properties).length > 0)
  }

  /** Returns whether a member of a name is expected: by its name, by its form, or as any members are. */
  declares (name: string): boolean {
    if (!this.namesMembers) return true
    return this.schemas.some(({ additionalProperties, patternProperties, properties }) => {
      if (isObject(properties) && Object.hasOwn(properties, name)) return true
      if (isObject(additionalProperties) || additionalProperties === true) return true
      return isObject(patternProperties) && Object.keys(patternProperties).length > 0
    })
  }

  /** Returns the view of a member. */
  member (name: string, value: unknown): SchemaView {
    const schemas = this.schemas.map(({ additionalProperties, properties }) => {
      return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties
    })
    return new SchemaView(this.#document, schemas, value)
  }

  /** Returns the view of an item. */
  item (index: number, value: unknown): SchemaView {
    const schemas = this.schemas.map(({ items, prefixItems }) => {
      return Array.isArray(prefixItems) && index < prefixItems.length ? prefixItems[index] : items
    })
    return new SchemaView(this.#document, schemas, value)
  }

  #add (schema: unknown, found: Set<JsonObject>): void {
    if (!isObject(schema) || found.has(schema)) return
    found.add(schema)
    const target = typeof schema.$ref === 'string' ? toPointer(schema.$ref) : undefined
    if (target !== undefined) this.#add(getByPointer(this.#document, target), found)
    for (const part of listOf(schema.allOf)) this.#add(part, found)
    const mayFit = (alternative: unknown): boolean => this.#mayFit(alternative, this.#value)
    for (const alternative of listOf(schema.anyOf).filter(mayFit)) this.#add(alternative, found)
    const one = listOf(schema.oneOf).find(mayFit)
    if (one !== undefined) this.#add(one, found)
  }

  /** Returns whether a value may fit a schema, by its type, its fixed members and its required ones. */
  #mayFit (schema: unknown, value: unknown, depth = 0): boolean {
    if (!isObject(schema) || depth > 10) return true
    const { allOf, const: only, enum: values, properties, required, type, $ref } = schema
    const target = typeof $ref === 'string' ? toPointer($ref) : undefined
    if (target !== undefined && !this.#mayFit(getByPointer(this.#document, target), value, depth + 1)) return false
    if (type !== undefined && ![type].flat().some(name => isOfType(value, String(name)))) return false
    if (only !== undefined && typeof only !== 'object' && only !== value) return false
    if (Array.isArray(values) && typeof value !== 'object' && !values.includes(value)) return false
    if (!listOf(allOf).every(part => this.#mayFit(part, value, depth + 1))) return false
    if (!isObject(value)) return true
    if (!listOf(required).every(name => Object.hasOwn(value, String(name)))) return false
    return Object.entries(isObject(properties) ? properties : {}).every(([name, member]) => {
      return !Object.hasOwn(value, name) || this.#mayFit(member, value[name], depth + 1)
    })
  }
}

function listOf (value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isOfType (value: unknown, type: string): boolean {
  switch (type) {
    case 'null': return value === null
    case 'array': return Array.isArray(value)
    case 'object': return isObject(value)
    case 'integer': return typeof value === 'bigint' || Number.isInteger(value)
    case 'number': return typeof value === 'number' || typeof value === 'bigint'
    case 'string': return typeof value === 'string'
    case 'boolean': return typeof value === 'boolean'
    default: return true
  }
}
