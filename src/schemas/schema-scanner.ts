import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import { listMembers } from './list-members.ts'
import { APPLICATORS, IN_PLACE } from './schema-keywords.ts'
import type { SchemaReferences } from '../documents/schema-references.ts'

/**
 * A keyword that makes more than one copy of a schema necessary, where the schema or one that it
 * refers to has it.
 */
export type Trait = (typeof TRAITS)[number]

const TRAITS = ['readOnly', 'writeOnly', '$dynamicRef'] as const

/** The traits and references in one schema. */
export interface SchemaScan {
  readonly traits: ReadonlySet<Trait>
  /** Pointers of the schemas that it refers to. */
  readonly targets: ReadonlySet<string>
  /** The targets that apply to the same value. */
  readonly inPlace: ReadonlySet<string>
}

interface Visit {
  readonly value: unknown
  readonly pointer: string
  readonly base: string
  readonly isInPlace: boolean
}

interface Found {
  readonly traits: Set<Trait>
  readonly targets: Set<string>
  readonly inPlace: Set<string>
  /**
   * The schemas seen, and whether in place: YAML aliases make one object appear in several places,
   * or within itself.
   */
  readonly seen: Map<unknown, boolean>
}

/** Finds the traits and the references of schemas. */
export class SchemaScanner {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences

  constructor (document: OpenApiDocument, references: SchemaReferences) {
    this.#document = document
    this.#references = references
  }

  scan (pointer: string): SchemaScan {
    const found: Found = { traits: new Set(), targets: new Set(), inPlace: new Set(), seen: new Map() }
    const value = getByPointer(this.#document, pointer)
    this.#visit({ value, pointer, base: this.#references.baseOf(pointer), isInPlace: true }, found)
    return found
  }

  #visit ({ value, pointer, base, isInPlace }: Visit, found: Found): void {
    if (!isObject(value) || found.seen.get(value) === true || (found.seen.has(value) && !isInPlace)) return
    found.seen.set(value, isInPlace)
    for (const trait of TRAITS) {
      if (value[trait] !== undefined && value[trait] !== false) found.traits.add(trait)
    }
    const inner = { value, pointer, base: typeof value.$id === 'string' ? pointer : base, isInPlace }
    for (const target of this.#listTargets(value, inner.base)) {
      found.targets.add(target)
      if (isInPlace) found.inPlace.add(target)
    }
    this.#visitParts(value, inner, found)
  }

  #visitParts (schema: JsonObject, { pointer, base, isInPlace }: Visit, found: Found): void {
    for (const { name, value, at } of listMembers(schema)) {
      const holding = ownMember(APPLICATORS, name)
      if (holding === undefined || typeof value !== 'object' || value === null) continue
      const part = { base, isInPlace: isInPlace && IN_PLACE.has(name) }
      if (holding === 'schema') {
        this.#visit({ ...part, value, pointer: `${pointer}/${at}` }, found)
        continue
      }
      for (const [key, schema] of Object.entries(value)) {
        this.#visit({ ...part, value: schema, pointer: `${pointer}/${at}/${escapePointer(key)}` }, found)
      }
    }
  }

  /** Lists what `$ref` and `$dynamicRef` resolve to, or might. */
  #listTargets ({ $ref, $dynamicRef }: JsonObject, base: string): string[] {
    const refs = [$ref, $dynamicRef].filter(ref => typeof ref === 'string')
    const targets = refs.map(ref => this.#references.resolve(ref, base)).filter(target => target !== undefined)
    if (typeof $dynamicRef !== 'string') return targets
    const name = $dynamicRef.slice($dynamicRef.indexOf('#') + 1)
    return [...targets, ...this.#references.listDynamic(name)]
  }
}
