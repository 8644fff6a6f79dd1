import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { nameOf } from '../schemas/read-choice.ts'
import { endOf, readNamedSchemas } from './named-schemas.ts'
import type { NamedSchemas } from './named-schemas.ts'

/** A schema that a discriminator may select. */
export interface FamilyMember {
  readonly schema: object
  /** The values that select it, those of the mapping first; none for a schema without a name. */
  readonly names: readonly string[]
}

/** The names that a mapping has for a schema; none for the schema of `defaultMapping`. */
type Mapped = ReadonlyMap<object, readonly string[]>

/** Returns the JSON pointer that a `$ref` resolves to; `undefined` where it resolves to nothing. */
type Resolve = (reference: string) => string | undefined

/**
 * Finds the schemas that inherit a discriminator by `allOf` (OpenAPI 3.1, "Models with Polymorphism"). It reads the
 * named schemas of a document once, when it is first asked.
 */
export class SchemaFamilies {
  readonly #document: OpenApiDocument
  readonly #resolve: Resolve
  readonly #mapped = new WeakMap<object, Mapped>()
  readonly #descendants = new WeakMap<object, ReadonlySet<object>>()
  #named: NamedSchemas | undefined

  constructor (document: OpenApiDocument, resolve: Resolve) {
    this.#document = document
    this.#resolve = resolve
  }

  /** Returns, of the schemas that apply to a value, the one that inherits most from a schema with a discriminator. */
  heirAmong (applied: ReadonlySet<object>, owner: JsonObject): object {
    const descendants = this.#descendantsOf(owner)
    const mapped = this.#mappedBy(owner)
    const heirs = [...applied].filter(schema => descendants.has(schema) || mapped.has(schema))
    return heirs.toSorted((a, b) => this.#descendantsOf(a).size - this.#descendantsOf(b).size)[0] ?? owner
  }

  /** Lists the schemas that a discriminator selects for the values of an heir, or of the owner itself. */
  listMembers (owner: JsonObject, heir: object): FamilyMember[] {
    const mapped = this.#mappedBy(owner)
    const descendants = [...this.#descendantsOf(heir)]
    const possible = new Set([heir, ...descendants, ...heir === owner ? mapped.keys() : []])
    const selected = [...possible].filter(schema => mapped.has(schema))
    // A schema that others inherit seldom has values of its own.
    const inheriting = heir === owner && descendants.length > 0 ? descendants : [...possible]
    return (selected.length > 0 ? selected : inheriting).map(schema => this.memberOf(owner, schema))
  }

  /** Returns a schema with the names by which a discriminator selects it. */
  memberOf (owner: JsonObject, schema: object): FamilyMember {
    const mapped = this.#mappedBy(owner).get(schema) ?? []
    return { schema, names: [...mapped, ...this.#read().names.get(schema) ?? []] }
  }

  #mappedBy (owner: JsonObject): Mapped {
    let mapped = this.#mapped.get(owner)
    if (mapped === undefined) {
      mapped = this.#readMapping(owner.discriminator)
      this.#mapped.set(owner, mapped)
    }
    return mapped
  }

  #readMapping (discriminator: unknown): Mapped {
    const mapped = new Map<object, string[]>()
    if (!isObject(discriminator)) return mapped
    const { defaultMapping, mapping } = discriminator
    for (const [name, value] of Object.entries(isObject(mapping) ? mapping : {})) {
      const schema = this.#find(value)
      if (schema !== undefined) mapped.set(schema, [...mapped.get(schema) ?? [], name])
    }
    const otherwise = this.#find(defaultMapping)
    if (otherwise !== undefined && !mapped.has(otherwise)) mapped.set(otherwise, [])
    return mapped
  }

  /** Returns the schema that a mapping means: by its name, by a reference to it, or by that of a file of its name. */
  #find (value: unknown): object | undefined {
    if (typeof value !== 'string') return undefined
    const { byName } = this.#read()
    return byName.get(value) ?? endOf({ $ref: value }, ref => this.#follow(ref)) ?? byName.get(nameOf(value))
  }

  #follow (reference: string): unknown {
    const pointer = this.#resolve(reference)
    return pointer === undefined ? undefined : getByPointer(this.#document, pointer)
  }

  #descendantsOf (schema: object): ReadonlySet<object> {
    let descendants = this.#descendants.get(schema)
    if (descendants === undefined) {
      const { heirs } = this.#read()
      const found = new Set(heirs.get(schema))
      // A set goes on to what is added to it meanwhile.
      for (const heir of found) for (const next of heirs.get(heir) ?? []) found.add(next)
      // Schemas may inherit each other.
      found.delete(schema)
      descendants = found
      this.#descendants.set(schema, descendants)
    }
    return descendants
  }

  #read (): NamedSchemas {
    this.#named ??= readNamedSchemas(this.#document, reference => this.#follow(reference))
    return this.#named
  }
}
