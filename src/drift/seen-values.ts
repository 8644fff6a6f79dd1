import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import { isKnownText, KNOWN_FORMATS } from './known-formats.ts'

/** How deep values are described. */
const MAX_DEPTH = 12

/** How many members of an object are described. */
const MAX_MEMBERS = 200

/** How many single values are remembered. */
const MAX_VALUES = 50

/** How many items of one list are looked at. */
const MAX_ITEMS = 100

type Single = string | number | boolean | null

/** What a schema is to be written for. */
export interface SchemaForm {
  /** Whether a schema may have several types (OpenAPI 3.1); without, `nullable` and `anyOf` say the same. */
  readonly hasTypeLists: boolean
}

/** Describes the values that were seen at one place, and writes the schema that fits all of them. */
export class SeenValues {
  readonly #depth: number
  readonly #types = new Set<string>()
  /** The first single values that came, for enums. */
  readonly values = new Set<Single>()
  #min = Infinity
  #max = -Infinity
  #shortest = Infinity
  #longest = -Infinity
  #formats: readonly string[] = KNOWN_FORMATS
  readonly #members = new Map<string, { readonly seen: SeenValues, count: number }>()
  #objects = 0
  #items: SeenValues | undefined

  constructor (depth = 0) {
    this.#depth = depth
  }

  /** The least and the largest number, or the least and the largest length of a text, a list or an object. */
  get range (): { readonly min: number, readonly max: number, readonly shortest: number, readonly longest: number } {
    return { min: this.#min, max: this.#max, shortest: this.#shortest, longest: this.#longest }
  }

  get types (): ReadonlySet<string> {
    return this.#types
  }

  add (value: unknown): void {
    if (value === undefined) return
    this.#types.add(typeOf(value))
    if (typeof value === 'string') return this.#addText(value)
    if (typeof value === 'number' || typeof value === 'bigint') return this.#addNumber(Number(value))
    if (Array.isArray(value)) return this.#addList(value)
    if (isObject(value) && !ArrayBuffer.isView(value)) return this.#addObject(value)
    if (typeof value === 'boolean' || value === null) this.#remember(value)
  }

  /** Returns the schema that fits all values. */
  toSchema (form: SchemaForm): JsonObject {
    const types = [...this.#types].filter(type => type !== 'integer' || !this.#types.has('number'))
    const isNullable = types.includes('null')
    const others = types.filter(type => type !== 'null')
    const [first] = others
    if (first === undefined) return isNullable && form.hasTypeLists ? { type: 'null' } : nullableAny(isNullable)
    if (others.length > 1) {
      const branches = others.map(type => ({ type, ...this.#keywordsOf(type, form) }))
      const withNull = isNullable && form.hasTypeLists ? [...branches, { type: 'null' }] : branches
      return { anyOf: withNull, ...isNullable && !form.hasTypeLists && { nullable: true } }
    }
    const keywords = this.#keywordsOf(first, form)
    if (!isNullable) return { type: first, ...keywords }
    return form.hasTypeLists ? { type: [first, 'null'], ...keywords } : { type: first, nullable: true, ...keywords }
  }

  #keywordsOf (type: string, form: SchemaForm): JsonObject {
    if (type === 'string') return this.#formats.length > 0 ? { format: this.#formats[0] } : {}
    if (type === 'array') return { items: this.#items?.toSchema(form) ?? {} }
    if (type !== 'object') return {}
    const properties: JsonObject = {}
    for (const [name, { seen }] of this.#members) define(properties, name, seen.toSchema(form))
    const always = [...this.#members].filter(([, { count }]) => count === this.#objects).map(([name]) => name)
    return { ...always.length > 0 && { required: always }, properties }
  }

  #addText (text: string): void {
    this.#measure(text.length)
    if (this.#formats.length > 0) this.#formats = this.#formats.filter(format => isKnownText(format, text))
    this.#remember(text)
  }

  #addNumber (value: number): void {
    this.#min = Math.min(this.#min, value)
    this.#max = Math.max(this.#max, value)
    this.#remember(value)
  }

  #addList (list: readonly unknown[]): void {
    this.#measure(list.length)
    if (this.#depth >= MAX_DEPTH || list.length === 0) return
    this.#items ??= new SeenValues(this.#depth + 1)
    for (let index = 0; index < list.length && index < MAX_ITEMS; index++) this.#items.add(list[index])
  }

  #addObject (value: JsonObject): void {
    const entries = Object.entries(value)
    this.#measure(entries.length)
    this.#objects++
    if (this.#depth >= MAX_DEPTH) return
    for (const [name, member] of entries) {
      let known = this.#members.get(name)
      if (known === undefined) {
        if (this.#members.size >= MAX_MEMBERS) continue
        known = { seen: new SeenValues(this.#depth + 1), count: 0 }
        this.#members.set(name, known)
      }
      known.count++
      known.seen.add(member)
    }
  }

  #measure (length: number): void {
    this.#shortest = Math.min(this.#shortest, length)
    this.#longest = Math.max(this.#longest, length)
  }

  #remember (value: Single): void {
    if (this.values.size < MAX_VALUES) this.values.add(value)
  }
}

function nullableAny (isNullable: boolean): JsonObject {
  return isNullable ? { nullable: true } : {}
}

/** Returns the type of a value as JSON Schema calls it; bytes count as text. */
export function typeOf (value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'bigint') return 'integer'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'object' && !ArrayBuffer.isView(value) ? 'object' : 'string'
}
