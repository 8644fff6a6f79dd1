import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { readChoice } from './read-choice.ts'
import { NAMED_BRANCHES } from './named-branches.ts'
import { compilePattern } from './compile-pattern.ts'
import { SchemaGraph } from './schema-graph.ts'
import { APPLICATORS, ASSERTIONS, IN_PLACE, isSchema } from './schema-keywords.ts'
import { listMembers } from './list-members.ts'
import type { SchemaMember } from './list-members.ts'
import { SchemaReferences } from './schema-references.ts'

/** The way that a value goes: some members are only there in answers, some only in requests. */
export type Direction = 'request' | 'response'

/** What makes a copy of a schema differ from another of the same schema. */
export interface Variant {
  readonly direction: Direction | undefined
  /** The places of the schemas that are being applied to the same value: to refer to one of them again would have no end. */
  readonly within: readonly string[]
  /** Members that need not be there, as a schema says that this one is part of. */
  readonly spared: readonly string[]
  /** What each `$dynamicAnchor` stands for, by name. */
  readonly anchors: ReadonlyMap<string, string>
}

/** A schema as the validator's compiler takes it. */
export interface SchemaCopy {
  /** What the `$ref`s of other copies call it. */
  readonly key: string
  readonly schema: boolean | object
}

/** Where a copy, or a part of one, was made from. */
export interface Origin {
  readonly pointer: string
  readonly variant: Variant
}

/** Takes note of what stands in a schema and cannot be used. */
export type ReportUnusable = (pointer: string, message: string) => void

type Schema = Record<string, unknown>

const NO_ANCHORS: ReadonlyMap<string, string> = new Map()

/** The variant of a schema from which a validator starts. */
export function plainVariant (direction: Direction | undefined): Variant {
  return { direction, within: [], spared: [], anchors: NO_ANCHORS }
}

/**
 * The schemas of a document as their compiler takes them: keywords of JSON Schema 2020-12 only, and of those only what can be used;
 * references that lead somewhere, and have an end; the members required that a direction requires; alternatives chosen by their discriminator.
 * Each is copied when it is first needed, so that neither the size of the document nor what is wrong elsewhere in it matters.
 */
export class SchemaCopies {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences
  readonly #graph: SchemaGraph
  readonly #report: ReportUnusable
  readonly #keys = new Map<string, string>()
  readonly #waiting: Array<Origin & { readonly key: string }> = []
  readonly #origins = new WeakMap<object, Origin>()

  constructor (document: OpenApiDocument, report: ReportUnusable) {
    this.#document = document
    this.#references = new SchemaReferences(document)
    this.#graph = new SchemaGraph(document, this.#references)
    this.#report = report
  }

  /** The key of the copy of the schema at a place. It is among the next that `makeCopies` answers, unless it has been made before. */
  keyOf (pointer: string, variant: Variant): string {
    const wanted = this.#reduce(pointer, variant)
    const identity = JSON.stringify([pointer, wanted.direction, wanted.within, wanted.spared, [...wanted.anchors]])
    let key = this.#keys.get(identity)
    if (key === undefined) {
      key = `schema-${this.#keys.size}`
      this.#keys.set(identity, key)
      this.#waiting.push({ key, pointer, variant: wanted })
    }
    return key
  }

  /** Makes the copies that have been asked for, and those that they refer to. */
  makeCopies (): SchemaCopy[] {
    const copies: SchemaCopy[] = []
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const { key, pointer, variant } = next
      const value = getByPointer(this.#document, pointer)
      const within = [...variant.within, pointer]
      copies.push({ key, schema: this.#copy({ value, pointer, base: this.#references.baseOf(pointer), variant: { ...variant, within }, root: pointer, above: [] }) })
    }
    return copies
  }

  /** Where a part of a copy was made from. */
  originOf (copy: object): Origin | undefined {
    return this.#origins.get(copy)
  }

  /** Leaves out of a variant what makes no difference to a schema, so that one copy serves where one is enough. */
  #reduce (pointer: string, { direction, within, spared, anchors }: Variant): Variant {
    const isDirected = direction !== undefined && this.#graph.has(direction === 'request' ? 'readOnly' : 'writeOnly', pointer)
    const reach = within.length === 0 ? undefined : this.#graph.reach(pointer)
    const schema = getByPointer(this.#document, pointer)
    const required = spared.length > 0 && isObject(schema) ? this.#graph.compose(schema, this.#references.baseOf(pointer)).required : undefined
    return {
      direction: isDirected ? direction : undefined,
      within: within.filter(place => reach?.has(place)).toSorted(),
      spared: spared.filter(name => required?.has(name)).toSorted(),
      anchors: this.#graph.has('$dynamicRef', pointer) ? this.#enter(pointer, anchors) : NO_ANCHORS
    }
  }

  /** The outermost schema that names itself has the first word on what a dynamic anchor stands for (JSON Schema, Core, section 8.2.3.2). */
  #enter (pointer: string, anchors: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    return new Map([...this.#references.dynamicAnchors(this.#references.baseOf(pointer)), ...anchors])
  }

  #copy (place: CopyPlace): boolean | object {
    const { value, pointer, above } = place
    if (typeof value === 'boolean') return value
    if (!isObject(value)) {
      this.#report(pointer, `must be a schema, but is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : JSON.stringify(value)}`)
      return {}
    }
    // An alias of YAML may lead back into what it is part of.
    const same = above.find(place => place.value === value)
    if (same !== undefined) return { $ref: this.keyOf(same.pointer, { ...same.variant, within: [] }) }

    const inner = this.#enterSchema(value, place)
    const copy: Schema = {}
    this.#origins.set(copy, { pointer, variant: { ...inner.variant, spared: [] } })
    for (const member of listMembers(value)) this.#addMember(copy, member, inner)
    this.#addReference(copy, value, '$ref', inner)
    this.#addReference(copy, value, '$dynamicRef', inner)
    this.#addChoice(copy, value, inner)
    return copy
  }

  /** What holds for the parts of a schema. */
  #enterSchema (value: Schema, place: CopyPlace): CopyPlace {
    const base = typeof value.$id === 'string' ? place.pointer : place.base
    const { direction, spared } = place.variant
    if (direction === undefined || (value.required === undefined && value.allOf === undefined && value.$ref === undefined)) return { ...place, base, above: [...place.above, place] }
    const composition = this.#graph.compose(value, base)
    const own = direction === 'request' ? composition.readOnly : composition.writeOnly
    return { ...place, base, variant: { ...place.variant, spared: [...new Set([...spared, ...own])] }, above: [...place.above, place] }
  }

  #addMember (copy: Schema, { name, value, at, remark }: SchemaMember, place: CopyPlace): void {
    const where = `${place.pointer}/${escapePointer(at)}`
    if (remark !== undefined) this.#report(where, remark)
    const holding = Object.hasOwn(APPLICATORS, name) ? APPLICATORS[name] : undefined
    if (holding === 'schema') {
      if (value !== undefined) copy[name] = this.#copyPart(name, value, where, place)
    } else if (holding === 'schemas') this.#addList(copy, name, value, where, place)
    else if (holding === 'schemas by name') this.#addNamed(copy, name, value, where, place)
    else this.#addAssertion(copy, name, value, where, place)
  }

  #addList (copy: Schema, name: string, value: unknown, where: string, place: CopyPlace): void {
    if (!Array.isArray(value) || value.length === 0) return this.#report(where, `must be a list of schemas, and is left out: it is ${show(value)}`)
    if (name === 'allOf') this.#reportRefused(where, place)
    const isChoice = name === 'oneOf' || name === 'anyOf'
    // One of the alternatives is what the value is being held to already.
    if (isChoice && value.some(branch => this.#leadsBack(branch, place))) return
    copy[name] = value.map((schema, index) => this.#copyPart(name, schema, `${where}/${index}`, place))
  }

  #reportRefused (where: string, { value, base }: CopyPlace): void {
    const refused = isObject(value) ? this.#graph.listRefused(value, base) : []
    if (refused.length === 0) return
    const names = refused.slice(0, 5).map(name => JSON.stringify(name)).join(', ')
    this.#report(where, `refuses ${names}${refused.length > 5 ? ` and ${refused.length - 5} more` : ''}, which one part declares and another excludes by "additionalProperties": false; "unevaluatedProperties": false beside "allOf" would allow them`)
  }

  #addNamed (copy: Schema, name: string, value: unknown, where: string, place: CopyPlace): void {
    if (!isObject(value)) return this.#report(where, `must be an object that holds schemas, and is left out: it is ${show(value)}`)
    const parts = Object.entries(value).filter(([key]) => name !== 'patternProperties' || this.#isPattern(key, `${where}/${escapePointer(key)}`))
    copy[name] = Object.fromEntries(parts.map(([key, schema]) => [key, this.#copyPart(name, schema, `${where}/${escapePointer(key)}`, place)]))
  }

  #copyPart (keyword: string, value: unknown, pointer: string, { variant, ...place }: CopyPlace): boolean | object {
    return this.#copy({ ...place, value, pointer, variant: variantWithin(keyword, variant) })
  }

  #addAssertion (copy: Schema, name: string, value: unknown, where: string, { variant }: CopyPlace): void {
    const rule = Object.hasOwn(ASSERTIONS, name) ? ASSERTIONS[name] : undefined
    if (rule === undefined || (value === undefined && name !== 'const')) return
    if (!rule.fits(value)) return this.#report(where, `must ${rule.expected}, and is left out: it is ${show(value)}`)
    if (name === 'pattern' && !this.#isPattern(String(value), where)) return
    if (name === 'required' && Array.isArray(value)) {
      const names = [...new Set(value)].filter(name => !variant.spared.includes(name))
      if (names.length > 0) copy.required = names
    } else copy[name] = value
  }

  #isPattern (source: string, where: string): boolean {
    if (compilePattern(source) !== undefined) return true
    this.#report(where, `must be a regular expression, and is left out: ${show(source)} is none`)
    return false
  }

  #addReference (copy: Schema, value: Schema, keyword: '$ref' | '$dynamicRef', place: CopyPlace): void {
    const ref = value[keyword]
    if (ref === undefined) return
    const target = typeof ref === 'string' ? this.#resolve(ref, keyword, place) : undefined
    if (target === undefined || !isSchema(getByPointer(this.#document, target))) {
      return this.#report(`${place.pointer}/${keyword}`, `leads to no schema, and is left out: it is ${show(ref)}`)
    }
    if (place.variant.within.includes(target)) {
      if (target === place.root) this.#report(`${place.pointer}/${keyword}`, 'leads back to the schema that it is part of, and is left out')
      return
    }
    const key = this.keyOf(target, place.variant)
    if (copy.$ref === undefined) copy.$ref = key
    else copy.allOf = [...Array.isArray(copy.allOf) ? copy.allOf : [], { $ref: key }]
  }

  #resolve (ref: string, keyword: '$ref' | '$dynamicRef', { base, variant }: CopyPlace): string | undefined {
    const target = this.#references.resolve(ref, base)
    if (keyword === '$ref' || target === undefined) return target
    const schema = getByPointer(this.#document, target)
    const name = ref.slice(ref.indexOf('#') + 1)
    return isObject(schema) && schema.$dynamicAnchor === name ? variant.anchors.get(name) ?? target : target
  }

  #leadsBack (branch: unknown, { base, variant }: CopyPlace): boolean {
    const target = isObject(branch) && typeof branch.$ref === 'string' ? this.#references.resolve(branch.$ref, base) : undefined
    return target !== undefined && variant.within.includes(target)
  }

  /** Lets a discriminator choose among the alternatives beside it. */
  #addChoice (copy: Schema, { discriminator, ...value }: Schema, { base }: CopyPlace): void {
    const keyword = discriminator === undefined ? undefined : ['oneOf', 'anyOf'].find(name => Array.isArray(copy[name]))
    if (keyword === undefined) return
    const { [keyword]: branches } = copy
    const choice = readChoice(discriminator, [value[keyword]].flat(), ref => this.#references.resolve(ref, base))
    if (choice === undefined || !Array.isArray(branches)) return
    const rest: Schema = { [keyword]: branches, choice }
    const origin = this.#origins.get(copy)
    if (origin !== undefined) this.#origins.set(rest, origin)
    copy[NAMED_BRANCHES] = [...branches, choice.otherwise === undefined ? rest : branches[choice.otherwise]]
    copy.choice = choice
    Reflect.deleteProperty(copy, keyword)
  }
}

interface CopyPlace {
  readonly value: unknown
  readonly pointer: string
  /** What references are relative to. */
  readonly base: string
  readonly variant: Variant
  /** The place of the whole copy. */
  readonly root: string
  /** The schemas of the same copy that this one is part of. */
  readonly above: readonly CopyPlace[]
}

function variantWithin (keyword: string, variant: Variant): Variant {
  if (!IN_PLACE.has(keyword)) return { ...variant, within: [], spared: [] }
  // What is excluded or asked about is a value as it comes, whichever way it goes.
  if (keyword === 'not' || keyword === 'if') return { ...variant, direction: undefined, spared: [] }
  return keyword === 'allOf' ? variant : { ...variant, spared: [] }
}

function show (value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
