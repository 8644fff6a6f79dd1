import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'

export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object'

type Schema = Readonly<Record<string, unknown>>

/** What kind of value a schema describes, seen through its references and alternatives: all that is needed to read it from text. */
export class Shape {
  readonly kinds: ReadonlySet<Kind>
  /** The names of the members that it declares. */
  readonly names: readonly string[]
  /** Whether it says that there may be further members. */
  readonly isOpen: boolean
  readonly #document: OpenApiDocument
  readonly #facets: readonly Schema[]
  readonly #members = new Map<string, Shape>()
  #items: Shape | undefined

  constructor (document: OpenApiDocument, schemas: readonly unknown[]) {
    this.#document = document
    this.#facets = listFacets(document, schemas)
    this.kinds = new Set(this.#facets.flatMap(listKinds))
    this.names = [...new Set(this.#facets.flatMap(({ properties }) => isObject(properties) ? Object.keys(properties) : []))]
    this.isOpen = this.#facets.some(({ additionalProperties }) => additionalProperties === true || isObject(additionalProperties))
  }

  /** Whether it stands for bytes: `format: binary`, or a media type of its own that is not written as text (OpenAPI 3.1, "Working with Binary Data"). */
  get isBinary (): boolean {
    return this.#facets.some(({ format, contentEncoding, contentMediaType }) => format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined))
  }

  /** What its schemas say by a keyword, the outermost first. */
  said (keyword: string): readonly unknown[] {
    return this.#facets.map(facet => facet[keyword]).filter(said => said !== undefined)
  }

  get items (): Shape {
    this.#items ??= new Shape(this.#document, this.#facets.map(facet => facet.items))
    return this.#items
  }

  member (name: string): Shape {
    let member = this.#members.get(name)
    if (member === undefined) {
      member = new Shape(this.#document, this.#facets.map(facet => memberOf(facet, name)))
      // Names of undeclared members are the client's, and without end.
      if (this.names.includes(name)) this.#members.set(name, member)
    }
    return member
  }
}

const shapes = new WeakMap<SchemaReference, Shape>()

/** The shape of what a schema describes; of nothing in particular where there is no schema. */
export function shapeOf (reference: SchemaReference | undefined): Shape {
  if (reference === undefined) return new Shape({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} }, [])
  const known = shapes.get(reference)
  if (known !== undefined) return known
  const shape = new Shape(reference.document, [reference.definition])
  shapes.set(reference, shape)
  return shape
}

/** The schemas that say something of a value: those given, what they refer to, and what they are made of. */
function listFacets (document: OpenApiDocument, schemas: readonly unknown[]): Schema[] {
  const facets = new Set<Schema>()
  const waiting = [...schemas]
  while (waiting.length > 0) {
    const schema = waiting.pop()
    if (!isObject(schema) || facets.has(schema)) continue
    facets.add(schema)
    const target = typeof schema.$ref === 'string' ? toPointer(schema.$ref) : undefined
    if (target !== undefined) waiting.push(getByPointer(document, target))
    waiting.push(...[schema.allOf, schema.anyOf, schema.oneOf].flat())
  }
  return [...facets]
}

function listKinds ({ type, enum: values, const: value, properties, items }: Schema): Kind[] {
  // A type that JSON Schema does not know matches none of the kinds asked for.
  if (type !== undefined) return [type].flat() as Kind[]
  if (Array.isArray(values)) return values.map(kindOf)
  if (value !== undefined) return [kindOf(value)]
  if (properties !== undefined) return ['object']
  return items === undefined ? [] : ['array']
}

function kindOf (value: unknown): Kind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  const type = typeof value
  return type === 'number' || type === 'boolean' || type === 'object' ? type : 'string'
}

function memberOf ({ properties, additionalProperties }: Schema, name: string): unknown {
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties
}
