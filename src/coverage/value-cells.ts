import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import type { CountedMember, CountedValue } from './count-value.ts'

/** How deep the members of a value have cells. */
const MAX_DEPTH = 8

/** How many schemas may lead to one whose members and values have cells. */
const MAX_WITHIN = 200

/** How many cells the members and the values of one operation have at most. */
export const MAX_CELLS = 1_000

/** Takes the cells of a value. */
export interface ValueCells {
  /** Takes the cell of a member, by its path: `data.claims[].id`. */
  addMember (path: string, pointer: string): number
  /** Takes the cell of one value of an enumeration, by the path of what has it. */
  addValue (path: string, value: unknown, pointer: string): number
  readonly budget: CellBudget
}

/** How many cells there is still room for; each that is added takes one. */
export interface CellBudget {
  room: number
}

/** A schema in its document. */
interface Located {
  readonly document: object
  readonly value: JsonObject
  readonly pointer: string
}

/**
 * Returns how the members and the enumerated values of requests are counted, by their schema. Schemas that contain
 * themselves are followed once; members that only responses have (`readOnly`) have no cells.
 */
export function compileValue (schema: SchemaReference | undefined, path: string, cells: ValueCells): CountedValue {
  const counted = createDraft()
  const { definition, document, pointer } = schema ?? {}
  if (document !== undefined && pointer !== undefined && isObject(definition)) {
    addSchema(counted, { document, value: definition, pointer }, { path, cells, within: [] })
  }
  return toCounted(counted)
}

interface Draft {
  /** The schemas that were added: many ways may lead to one of them. */
  readonly schemas: Set<object>
  readonly members: Map<string, { readonly cell: number, readonly value: Draft }>
  readonly values: Map<unknown, number>
  items?: Draft
}

function createDraft (): Draft {
  return { schemas: new Set(), members: new Map(), values: new Map() }
}

interface Way {
  readonly path: string
  readonly cells: ValueCells
  /** The schemas that lead to this one. */
  readonly within: readonly object[]
}

const BRANCHES = ['allOf', 'anyOf', 'oneOf'] as const

function addSchema (draft: Draft, schema: Located, way: Way): void {
  const { value } = schema
  if (draft.schemas.has(value) || way.within.length >= MAX_WITHIN || way.within.includes(value)) return
  draft.schemas.add(value)
  const inner = { ...way, within: [...way.within, value] }
  const target = targetOf(schema)
  if (target !== undefined) addSchema(draft, target, inner)
  addValues(draft, schema, way)
  for (const keyword of BRANCHES) {
    for (const branch of listAt(schema, keyword)) addSchema(draft, branch, inner)
  }
  for (const keyword of ['then', 'else']) {
    const branch = schemaAt(schema, keyword)
    if (branch !== undefined) addSchema(draft, branch, inner)
  }
  addMembers(draft, schema, inner)
  const items = schemaAt(schema, 'items')
  for (const item of [...items === undefined ? [] : [items], ...listAt(schema, 'prefixItems')]) {
    draft.items ??= createDraft()
    addSchema(draft.items, item, { ...inner, path: `${way.path}[]` })
  }
}

function addMembers (draft: Draft, schema: Located, way: Way): void {
  const properties = schemaAt(schema, 'properties')
  if (properties === undefined || depthOf(way.path) >= MAX_DEPTH) return
  for (const name of Object.keys(properties.value)) {
    const member = schemaAt(properties, name)
    if (isReadOnly(member)) continue
    const path = way.path === '' ? name : `${way.path}.${name}`
    let known = draft.members.get(name)
    if (known === undefined) {
      if (way.cells.budget.room <= 0) return
      way.cells.budget.room--
      const cell = way.cells.addMember(path, `${properties.pointer}/${escapePointer(name)}`)
      known = { cell, value: createDraft() }
      draft.members.set(name, known)
    }
    if (member !== undefined) addSchema(known.value, member, { ...way, path })
  }
}

/** A member may be marked beside its reference, or where that leads. */
function isReadOnly (member: Located | undefined): boolean {
  if (member === undefined) return false
  return member.value.readOnly === true || targetOf(member)?.value.readOnly === true
}

function addValues ({ values }: Draft, { pointer, value }: Located, { cells, path }: Way): void {
  const listed: unknown = Object.hasOwn(value, 'const') ? [value.const] : value.enum
  if (!Array.isArray(listed)) return
  const at = Object.hasOwn(value, 'const') ? `${pointer}/const` : `${pointer}/enum`
  for (const [index, item] of listed.entries()) {
    if (typeof item === 'object' && item !== null) continue
    if (values.has(item) || cells.budget.room <= 0) continue
    cells.budget.room--
    values.set(item, cells.addValue(path, item, Object.hasOwn(value, 'const') ? at : `${at}/${index}`))
  }
}

function depthOf (path: string): number {
  return path === '' ? 0 : path.split('.').length
}

/** Returns the schema that a `$ref` leads to. */
function targetOf ({ document, value: { $ref: ref } }: Located): Located | undefined {
  const pointer = typeof ref === 'string' ? toPointer(ref) : undefined
  const value = pointer === undefined ? undefined : getByPointer(document, pointer)
  return pointer !== undefined && isObject(value) ? { document, value, pointer } : undefined
}

function schemaAt ({ document, pointer, value }: Located, name: string): Located | undefined {
  const part = Object.hasOwn(value, name) ? value[name] : undefined
  return isObject(part) ? { document, value: part, pointer: `${pointer}/${escapePointer(name)}` } : undefined
}

function listAt ({ document, pointer, value }: Located, name: string): Located[] {
  const list = Object.hasOwn(value, name) ? value[name] : undefined
  const located: Located[] = []
  for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
    if (isObject(part)) located.push({ document, value: part, pointer: `${pointer}/${name}/${index}` })
  }
  return located
}

function toCounted ({ items, members, values }: Draft): CountedValue {
  const listed: CountedMember[] = []
  for (const [name, { cell, value }] of members) {
    listed.push({ name, isInherited: name in Object.prototype, cell, value: toCounted(value) })
  }
  const counted = items && toCounted(items)
  return {
    members: listed,
    items: counted?.isPlain === true ? undefined : counted,
    values: values.size === 0 ? undefined : values,
    isPlain: listed.length === 0 && values.size === 0 && (counted === undefined || counted.isPlain)
  }
}
