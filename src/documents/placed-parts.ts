import { basename, extname } from 'node:path'
import type { PartKind } from './held-parts.ts'
import type { DocumentVersion } from './document-version.ts'
import { freeName } from './free-name.ts'
import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { define } from './own-member.ts'

/** The member of `components` that holds a kind of part. */
const PLACES: Partial<Readonly<Record<PartKind, string>>> = {
  schema: 'schemas',
  response: 'responses',
  parameter: 'parameters',
  example: 'examples',
  requestBody: 'requestBodies',
  header: 'headers',
  securityScheme: 'securitySchemes',
  link: 'links',
  callback: 'callbacks'
}

/** The member of a Swagger 2.0 document itself that holds a kind of part. */
const SWAGGER_PLACES: typeof PLACES = {
  schema: 'definitions',
  response: 'responses',
  parameter: 'parameters',
  securityScheme: 'securityDefinitions'
}

/** A part of another file. */
interface ForeignPart {
  readonly value: unknown
  /** The path or URL of its file. */
  readonly address: string
  /** JSON pointer in that file. */
  readonly pointer: string
}

/** Puts parts of other files into a document, each once. */
export class PlacedParts {
  readonly #document: JsonObject
  readonly #version: DocumentVersion
  readonly #pointers = new Map<string, string>()

  constructor (document: JsonObject, version: DocumentVersion) {
    this.#document = document
    this.#version = version
  }

  /** Returns the JSON pointer of a part, and puts it into the document where it is new. */
  place (kind: PartKind, part: ForeignPart): { readonly pointer: string, readonly isNew: boolean } {
    const key = `${kind} ${part.address}#${part.pointer}`
    const known = this.#pointers.get(key)
    if (known !== undefined) return { pointer: known, isNew: false }
    const { holder, pointer: at } = this.#holderOf(kind)
    const name = freeName(nameOf(part), name => Object.hasOwn(holder, name))
    define(holder, name, part.value)
    const pointer = `${at}/${escapePointer(name)}`
    this.#pointers.set(key, pointer)
    return { pointer, isNew: true }
  }

  #holderOf (kind: PartKind): { holder: JsonObject, pointer: string } {
    if (this.#version === '2.0') {
      const place = SWAGGER_PLACES[kind] ?? `x-${kind}s`
      return { holder: memberOf(this.#document, place), pointer: `/${place}` }
    }
    const place = PLACES[kind] ?? `x-${kind}s`
    const components = memberOf(this.#document, 'components')
    return { holder: memberOf(components, place), pointer: `/components/${place}` }
  }
}

/** Returns an object's member, created where it is missing. */
function memberOf (parent: JsonObject, name: string): JsonObject {
  const own = parent[name]
  if (isObject(own)) return own
  const created: JsonObject = {}
  parent[name] = created
  return created
}

/** Returns a part's name in its file, or the name of the file where it is the whole of it. */
function nameOf ({ address, pointer }: ForeignPart): string {
  const fileName = basename(address.replace(/[?#].*$/, ''), extname(address))
  const name = pointer === '' ? fileName : pointer.slice(pointer.lastIndexOf('/') + 1)
  return name.replaceAll('~1', '_').replaceAll(/[^A-Za-z0-9._-]/g, '_') || 'part'
}
