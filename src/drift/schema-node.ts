import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import { compilePattern } from '../schemas/compile-pattern.ts'
import type { Pattern } from '../schemas/compile-pattern.ts'

/** A schema, and the JSON pointer at which its document has it. */
export interface SchemaAt {
  readonly value: JsonObject
  readonly pointer: string
}

/** How many schemas of one value are followed. */
const MAX_SCHEMAS = 200

/** The nodes of one body, by the schemas that they begin with: a schema that contains itself has one node. */
export class SchemaNodes {
  readonly document: OpenApiDocument
  readonly #nodes = new Map<string, SchemaNode>()

  constructor (document: OpenApiDocument) {
    this.document = document
  }

  of (schemas: readonly SchemaAt[]): SchemaNode {
    const key = schemas.map(({ pointer }) => pointer).join(' ')
    const known = this.#nodes.get(key)
    if (known !== undefined) return known
    const node = new SchemaNode(schemas, this)
    this.#nodes.set(key, node)
    return node
  }

  all (): Iterable<SchemaNode> {
    return this.#nodes.values()
  }
}

/** All that a document says of one value of a body, through references and alternatives, and what was seen of it. */
export class SchemaNode {
  /** The schemas that the value begins with. */
  readonly entries: readonly SchemaAt[]
  /** The schemas that apply to the value, or may: those it begins with, what they refer to and are composed of. */
  readonly schemas: readonly SchemaAt[]
  /** How many values were seen here. */
  seen = 0
  /** The listed values that were seen here. */
  readonly seenValues = new Set<unknown>()
  /** The declared members that were seen here. */
  readonly seenMembers = new Set<string>()
  readonly #nodes: SchemaNodes
  readonly #declared: ReadonlyMap<string, readonly SchemaAt[]>
  readonly #patterns: ReadonlyArray<{ readonly pattern: Pattern, readonly schema: SchemaAt }>
  readonly #others: readonly SchemaAt[]
  readonly #isFree: boolean
  #items: SchemaNode | undefined

  constructor (schemas: readonly SchemaAt[], nodes: SchemaNodes) {
    this.#nodes = nodes
    this.entries = schemas
    this.schemas = flatten(schemas, nodes.document)
    this.#declared = listDeclared(this.schemas)
    this.#patterns = listPatterns(this.schemas)
    this.#others = listOthers(this.schemas)
    this.#isFree = this.#declared.size === 0 && this.#patterns.length === 0 && this.#others.length === 0
  }

  /** The JSON pointer of the first of its schemas that is more than a reference. */
  get pointer (): string {
    const [first] = this.schemas
    return (this.schemas.find(({ value }) => !('$ref' in value)) ?? first)?.pointer ?? ''
  }

  /** The members that are declared by their names, each with its schemas. */
  get members (): ReadonlyMap<string, readonly SchemaAt[]> {
    return this.#declared
  }

  /** Whether any of its schemas lists values. */
  get listsValues (): boolean {
    return this.schemas.some(({ value }) => Array.isArray(value.enum))
  }

  /** Returns the node of a member; `undefined` where it is not declared, though others are. */
  member (name: string): SchemaNode | undefined {
    const declared = this.#declared.get(name)
    if (declared !== undefined) return this.#nodes.of(declared)
    const matching = this.#patterns.filter(({ pattern }) => pattern.test(name)).map(({ schema }) => schema)
    if (matching.length > 0) return this.#nodes.of(matching)
    return this.#others.length > 0 || this.#isFree ? this.#nodes.of(this.#others) : undefined
  }

  /** Returns whether a member has a name of its own, rather than being an entry of a map. */
  isNamed (name: string): boolean {
    return this.#declared.has(name)
  }

  /** Returns the node of the items of a list. */
  item (): SchemaNode {
    this.#items ??= this.#nodes.of(this.schemas.flatMap(listItems))
    return this.#items
  }

  /** Returns the node of the items of a list, where some were seen. */
  itemSeen (): SchemaNode | undefined {
    return this.#items
  }

  /** Returns the schemas that say something by a keyword. */
  saying (keyword: string): SchemaAt[] {
    return this.schemas.filter(({ value }) => Object.hasOwn(value, keyword))
  }
}

const LISTS = ['allOf', 'anyOf', 'oneOf'] as const
const SINGLE = ['if', 'then', 'else'] as const

function flatten (schemas: readonly SchemaAt[], document: OpenApiDocument): SchemaAt[] {
  const found = new Map<object, SchemaAt>()
  const waiting = [...schemas]
  for (let schema = waiting.shift(); schema !== undefined && found.size < MAX_SCHEMAS; schema = waiting.shift()) {
    if (found.has(schema.value)) continue
    found.set(schema.value, schema)
    const target = targetOf(schema, document)
    if (target !== undefined) waiting.push(target)
    for (const keyword of LISTS) waiting.push(...listAt(schema, keyword))
    for (const keyword of SINGLE) waiting.push(...oneAt(schema, keyword))
    for (const dependent of oneAt(schema, 'dependentSchemas')) waiting.push(...membersOf(dependent))
  }
  return [...found.values()]
}

/** Returns the schema that a `$ref` leads to. */
function targetOf ({ value: { $ref: ref } }: SchemaAt, document: OpenApiDocument): SchemaAt | undefined {
  const pointer = typeof ref === 'string' ? toPointer(ref) : undefined
  const value = pointer === undefined ? undefined : getByPointer(document, pointer)
  return pointer !== undefined && isObject(value) ? { value, pointer } : undefined
}

function listDeclared (schemas: readonly SchemaAt[]): Map<string, SchemaAt[]> {
  const declared = new Map<string, SchemaAt[]>()
  for (const schema of schemas) {
    for (const { pointer, value: properties } of oneAt(schema, 'properties')) {
      for (const [name, value] of Object.entries(properties)) {
        const own = declared.get(name) ?? []
        declared.set(name, own)
        // `true` declares a member of any value.
        own.push({ value: isObject(value) ? value : {}, pointer: `${pointer}/${escapePointer(name)}` })
      }
    }
    const { discriminator } = schema.value
    const named = isObject(discriminator) ? discriminator.propertyName : undefined
    if (typeof named === 'string' && !declared.has(named)) declared.set(named, [])
  }
  return declared
}

function listPatterns (schemas: readonly SchemaAt[]): Array<{ pattern: Pattern, schema: SchemaAt }> {
  const patterns: Array<{ pattern: Pattern, schema: SchemaAt }> = []
  for (const properties of schemas.flatMap(schema => oneAt(schema, 'patternProperties'))) {
    for (const [source, value] of Object.entries(properties.value)) {
      const pattern = compilePattern(source)
      const pointer = `${properties.pointer}/${escapePointer(source)}`
      if (pattern !== undefined) patterns.push({ pattern, schema: { value: isObject(value) ? value : {}, pointer } })
    }
  }
  return patterns
}

/** Lists the schemas of members of any name: those that say more than that there may be some. */
function listOthers (schemas: readonly SchemaAt[]): SchemaAt[] {
  const others = schemas.flatMap(schema => [
    ...oneAt(schema, 'additionalProperties'),
    ...oneAt(schema, 'unevaluatedProperties')
  ])
  return others.filter(({ value }) => Object.keys(value).length > 0)
}

function listItems (schema: SchemaAt): SchemaAt[] {
  return [...oneAt(schema, 'items'), ...listAt(schema, 'prefixItems')]
}

function oneAt ({ pointer, value }: SchemaAt, keyword: string): SchemaAt[] {
  const part = Object.hasOwn(value, keyword) ? value[keyword] : undefined
  return isObject(part) ? [{ value: part, pointer: `${pointer}/${keyword}` }] : []
}

function listAt ({ pointer, value }: SchemaAt, keyword: string): SchemaAt[] {
  const list: unknown = Object.hasOwn(value, keyword) ? value[keyword] : undefined
  const located: SchemaAt[] = []
  for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
    if (isObject(part)) located.push({ value: part, pointer: `${pointer}/${keyword}/${index}` })
  }
  return located
}

function membersOf ({ pointer, value }: SchemaAt): SchemaAt[] {
  return Object.entries(value).flatMap(([name, part]) => {
    return isObject(part) ? [{ value: part, pointer: `${pointer}/${escapePointer(name)}` }] : []
  })
}
