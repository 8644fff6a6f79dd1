import type { MediaType, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, parseJsonPointer } from '../documents/json-pointer.ts'
import { isSequence } from '../messages/media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import { SchemaNodes } from './schema-node.ts'
import type { SchemaNode } from './schema-node.ts'

/** How many members and items of one body are looked at, so that a large body costs no more than that. */
const MAX_LOOKS = 10_000

const MAX_DEPTH = 64

/** Stands for the index of a list or the name of an entry of a map. */
const ANY = '*'

/** A place in a body, and what its schema says there. */
export interface BodyPlace {
  readonly node: SchemaNode
  /** JSON pointer in the body, with `*` for the index of a list and the name of an entry: `/ExportIds/*`. */
  readonly path: string
}

/** Functions that are called for what a body has. */
export interface BodyVisitor {
  /** Called for a member that is not declared. `node` is that of its object. */
  undeclared (name: string, value: unknown, place: BodyPlace): void
  /** Called for each text. */
  text? (value: string): void
}

/** Compares the bodies of one media type with its schema, and remembers what was seen of that. */
export class BodyComparison {
  readonly nodes: SchemaNodes
  readonly root: SchemaNode
  /** Whether the schema is that of each item of a sequence. */
  readonly #isOfItems: boolean

  constructor ({ document, schema, isOfItems }: BodySchema) {
    this.nodes = new SchemaNodes(document)
    this.root = this.nodes.of([schema])
    this.#isOfItems = isOfItems
  }

  /** Visits the members of a body, and marks what is declared of them as seen. */
  visit (body: unknown, visitor: BodyVisitor): void {
    const walk = { visitor, path: [], looks: MAX_LOOKS }
    if (!this.#isOfItems) return visitValue(this.root, body, walk)
    if (Array.isArray(body)) visitItems(this.root, body, walk)
  }

  /** Finds what the schema says of a place in a body. Of a member that is not declared, it says nothing. */
  locate (pointer: string, body: unknown): BodyPlace {
    let node = this.root
    let path = ''
    let value = body
    let isOfItems = this.#isOfItems
    for (const name of parseJsonPointer(pointer) ?? []) {
      const isItem = Array.isArray(value)
      const next = isItem ? (isOfItems ? node : node.item()) : node.member(name)
      path += isItem || (next !== undefined && !node.isNamed(name)) ? `/${ANY}` : `/${escapePointer(name)}`
      if (next !== undefined) node = next
      value = memberOf(value, name)
      isOfItems = false
    }
    return { node, path }
  }
}

/** A schema of bodies. */
export interface BodySchema {
  readonly document: SchemaReference['document']
  readonly schema: { readonly value: Record<string, unknown>, readonly pointer: string }
  readonly isOfItems: boolean
}

/** Returns the schema of the bodies of a media type; `undefined` where it has none. */
export function bodySchema ({ items, name, schema }: MediaType): BodySchema | undefined {
  const isOfItems = items !== undefined || (isSequence(name) && schema !== undefined && !shapeOf(schema).isList)
  const reference = items ?? schema
  if (reference === undefined || !isObject(reference.definition)) return undefined
  const { definition, document, pointer } = reference
  return { document, schema: { value: definition, pointer }, isOfItems }
}

/** Returns the member or the item of a value by its name. */
export function memberOf (value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  // A cast: any object may be asked for any name.
  return (value as Record<string, unknown>)[name]
}

interface Walk {
  readonly visitor: BodyVisitor
  readonly path: string[]
  looks: number
}

function visitValue (node: SchemaNode, value: unknown, walk: Walk): void {
  if (walk.looks-- <= 0 || walk.path.length > MAX_DEPTH) return
  node.seen++
  if (typeof value === 'string') walk.visitor.text?.(value)
  if (typeof value !== 'object' || value === null) {
    if (node.listsValues) node.seenValues.add(value)
    return
  }
  if (Array.isArray(value)) return visitItems(node.item(), value, walk)
  if (isObject(value) && !ArrayBuffer.isView(value)) visitMembers(node, value, walk)
}

function visitItems (node: SchemaNode, list: readonly unknown[], walk: Walk): void {
  walk.path.push(ANY)
  for (const item of list) {
    if (walk.looks <= 0) break
    visitValue(node, item, walk)
  }
  walk.path.pop()
}

function visitMembers (node: SchemaNode, value: Record<string, unknown>, walk: Walk): void {
  for (const name of Object.keys(value)) {
    if (walk.looks <= 0) return
    const member = node.member(name)
    const isNamed = node.isNamed(name)
    if (member === undefined) {
      walk.looks--
      const path = [...walk.path, name].map(part => `/${part === ANY ? ANY : escapePointer(part)}`).join('')
      walk.visitor.undeclared(name, value[name], { node, path })
      continue
    }
    if (isNamed) node.seenMembers.add(name)
    walk.path.push(isNamed ? name : ANY)
    visitValue(member, value[name], walk)
    walk.path.pop()
  }
}
