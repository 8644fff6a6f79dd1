import type { OpenApiDocument } from '../contract/contract.ts'
import { freeName } from '../documents/free-name.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import { pascal } from '../documents/pascal.ts'

/** A document to write the types of. */
export interface TypesSource {
  /** The name of its contract: `mews`. */
  readonly name: string
  readonly document: OpenApiDocument
}

/** A schema with a type of its own, because another refers to it. */
export interface NamedSchema {
  readonly name: string
  readonly source: TypesSource
  readonly pointer: string
}

/** Names the schemas that others refer to, in the order of the first reference. */
export class TypeNames {
  readonly #taken: Set<string>
  readonly #byPlace = new Map<string, NamedSchema>()

  constructor (reserved: readonly string[]) {
    this.#taken = new Set(reserved)
  }

  /** Returns the name of the schema at a pointer: `MewsExport`. */
  of (source: TypesSource, pointer: string): string {
    const place = `${source.name}#${pointer}`
    const known = this.#byPlace.get(place)
    if (known !== undefined) return known.name
    const lastPart = parseJsonPointer(pointer)?.at(-1) ?? ''
    const name = freeName(pascal(source.name) + pascal(lastPart), name => this.#taken.has(name))
    this.#taken.add(name)
    this.#byPlace.set(place, { name, source, pointer })
    return name
  }

  /** Lists all names, including those that are added during the iteration. */
  all (): Iterable<NamedSchema> {
    return this.#byPlace.values()
  }
}
