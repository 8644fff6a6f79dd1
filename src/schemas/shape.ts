import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'

export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object'

type Schema = Readonly<JsonObject>

const SINGLE: readonly Kind[] = ['string', 'integer', 'number', 'boolean']

/**
 * The kind of value that a schema describes, through its references and alternatives: what is
 * needed to read it from text.
 */
export class Shape {
  readonly kinds: ReadonlySet<Kind>
  /** The names of the members that it declares. */
  readonly names: readonly string[]
  /** Whether it explicitly allows further members. */
  readonly isOpen: boolean
  readonly #document: OpenApiDocument
  readonly #facets: readonly Schema[]
  readonly #members = new Map<string, Shape>()
  #items: Shape | undefined
  #undeclared: Shape | undefined

  constructor (document: OpenApiDocument, schemas: readonly unknown[]) {
    this.#document = document
    this.#facets = listFacets(document, schemas)
    this.kinds = new Set(this.#facets.flatMap(listKinds))
    this.names = [...new Set(this.#facets.flatMap(listNames))]
    this.isOpen = this.#facets.some(isOpen)
  }

  /** Returns whether it describes lists only, not objects. */
  get isList (): boolean {
    return this.kinds.has('array') && !this.kinds.has('object')
  }

  /** Returns whether it describes objects or lists, among others. */
  get isStructured (): boolean {
    return this.kinds.has('array') || this.kinds.has('object')
  }

  /** Returns whether it describes objects or lists, and single values too. */
  get isMixed (): boolean {
    return this.isStructured && SINGLE.some(kind => this.kinds.has(kind))
  }

  /**
   * Returns whether it describes objects or lists of them, which are JSON within a form (OpenAPI
   * 3.1, Encoding Object).
   */
  get holdsObjects (): boolean {
    return this.kinds.has('object') || (this.kinds.has('array') && this.items.kinds.has('object'))
  }

  /** Returns whether it describes strings only. */
  get isString (): boolean {
    return this.kinds.size === 1 && this.kinds.has('string')
  }

  /** Returns whether it describes bytes (OpenAPI 3.1, "Working with Binary Data"). */
  get isBinary (): boolean {
    return this.#facets.some(isBinary)
  }

  /** Returns the values that its schemas have for a keyword, the outermost first. */
  said (keyword: string): readonly unknown[] {
    return this.#facets.map(facet => facet[keyword]).filter(value => value !== undefined)
  }

  get items (): Shape {
    this.#items ??= new Shape(this.#document, this.#facets.map(facet => facet.items))
    return this.#items
  }

  member (name: string): Shape {
    let member = this.#members.get(name)
    if (member !== undefined) return member
    if (!this.#declares(name)) return this.#others()
    member = new Shape(this.#document, this.#facets.map(facet => memberOf(facet, name)))
    this.#members.set(name, member)
    return member
  }

  #declares (name: string): boolean {
    return this.#facets.some(({ properties }) => isObject(properties) && Object.hasOwn(properties, name))
  }

  /** Returns the shape of all undeclared members: clients choose their names, and there is no limit to them. */
  #others (): Shape {
    this.#undeclared ??= new Shape(this.#document, this.#facets.map(facet => facet.additionalProperties))
    return this.#undeclared
  }
}

const ANYTHING = new Shape({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} }, [])
const shapes = new WeakMap<SchemaReference, Shape>()

/** Returns the shape of what a schema describes; without a schema, that of any value. */
export function shapeOf (reference: SchemaReference | undefined): Shape {
  if (reference === undefined) return ANYTHING
  const known = shapes.get(reference)
  if (known !== undefined) return known
  const shape = new Shape(reference.document, [reference.definition])
  shapes.set(reference, shape)
  return shape
}

/**
 * Lists the schemas that apply to a value: those given, what they refer to, and what they are
 * composed of.
 */
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

function listNames ({ properties }: Schema): string[] {
  return isObject(properties) ? Object.keys(properties) : []
}

function isOpen ({ additionalProperties }: Schema): boolean {
  return additionalProperties === true || isObject(additionalProperties)
}

/** `format: binary`, or a media type of its own that is not encoded as text. */
function isBinary ({ format, contentEncoding, contentMediaType }: Schema): boolean {
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined)
}

function listKinds ({ type, enum: values, const: value, properties, items }: Schema): Kind[] {
  // A type that JSON Schema does not know equals none of the kinds.
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
  if (type === 'bigint') return 'integer'
  return type === 'number' || type === 'boolean' || type === 'object' ? type : 'string'
}

function memberOf ({ properties, additionalProperties }: Schema, name: string): unknown {
  return isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties
}
