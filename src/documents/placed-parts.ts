import { basename, extname } from 'node:path'
import type { PartKind } from './held-parts.ts'
import type { DocumentVersion } from './document-version.ts'
import { freeName } from './free-name.ts'
import { isObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'

/** Where parts of a kind have their place, so that others can refer to them. */
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

/** In Swagger 2.0, these stand at the root. */
const SWAGGER_PLACES: typeof PLACES = { schema: 'definitions', response: 'responses', parameter: 'parameters', securityScheme: 'securityDefinitions' }

interface ForeignPart {
  readonly value: unknown
  /** The file that it is from. */
  readonly address: string
  /** JSON pointer in that file. */
  readonly pointer: string
}

/** The parts of other files that have been given a place in a document. */
export class PlacedParts {
  readonly #document: Record<string, unknown>
  readonly #version: DocumentVersion
  readonly #pointers = new Map<string, string>()

  constructor (document: Record<string, unknown>, version: DocumentVersion) {
    this.#document = document
    this.#version = version
  }

  /** The JSON pointer of a part's place, which it is given when it is first asked for. */
  place (kind: PartKind, part: ForeignPart): { readonly pointer: string, readonly isNew: boolean } {
    const key = `${kind} ${part.address}#${part.pointer}`
    const known = this.#pointers.get(key)
    if (known !== undefined) return { pointer: known, isNew: false }
    const { holder, pointer: at } = this.#holderOf(kind)
    const name = freeName(nameOf(part), name => Object.hasOwn(holder, name))
    holder[name] = part.value
    const pointer = `${at}/${escapePointer(name)}`
    this.#pointers.set(key, pointer)
    return { pointer, isNew: true }
  }

  #holderOf (kind: PartKind): { holder: Record<string, unknown>, pointer: string } {
    const isSwagger = this.#version === '2.0'
    const place = (isSwagger ? SWAGGER_PLACES[kind] : PLACES[kind]) ?? `x-${kind}s`
    const parent = isSwagger ? this.#document : memberOf(this.#document, 'components')
    return { holder: memberOf(parent, place), pointer: isSwagger ? `/${place}` : `/components/${place}` }
  }
}

function memberOf (parent: Record<string, unknown>, name: string): Record<string, unknown> {
  const own = parent[name]
  if (isObject(own)) return own
  const made: Record<string, unknown> = {}
  parent[name] = made
  return made
}

/** What a part is called where it stands: its own name there, or that of its file. */
function nameOf ({ address, pointer }: ForeignPart): string {
  const name = pointer === '' ? basename(address.replace(/[?#].*$/, ''), extname(address)) : pointer.slice(pointer.lastIndexOf('/') + 1)
  return name.replaceAll('~1', '_').replaceAll(/[^A-Za-z0-9._-]/g, '_') || 'part'
}
