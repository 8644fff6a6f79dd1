import type { OpenApiDocument } from '../contract/contract.ts'
import { freeName } from '../documents/free-name.ts'
import { parsePointer } from '../documents/json-pointer.ts'
import { pascal } from '../documents/pascal.ts'

/** The document that types are written of. */
export interface TypesSource {
  /** What its contract is called: `mews`. */
  readonly name: string
  readonly document: OpenApiDocument
}

/** A schema that has a type of its own, because something refers to it. */
export interface NamedSchema {
  readonly name: string
  readonly source: TypesSource
  readonly pointer: string
}

/** Gives names to the schemas that are referred to, in the order in which they are. */
export class TypeNames {
  readonly #taken: Set<string>
  readonly #byPlace = new Map<string, NamedSchema>()

  constructor (reserved: readonly string[]) {
    this.#taken = new Set(reserved)
  }

  /** The name of the schema at a pointer: `MewsExport`. */
  of (source: TypesSource, pointer: string): string {
    const place = `${source.name}#${pointer}`
    let named = this.#byPlace.get(place)
    if (named === undefined) this.#byPlace.set(place, named = { name: this.#free(pascal(source.name) + lastName(pointer)), source, pointer })
    return named.name
  }

  /** Every name that was given, those too that are given while they are listed. */
  all (): Iterable<NamedSchema> {
    return this.#byPlace.values()
  }

  #free (wanted: string): string {
    const name = freeName(wanted, name => this.#taken.has(name))
    this.#taken.add(name)
    return name
  }
}

function lastName (pointer: string): string {
  return pascal(parsePointer(pointer)?.at(-1) ?? '')
}
