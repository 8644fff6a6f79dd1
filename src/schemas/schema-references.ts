import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer, parsePointer } from '../documents/json-pointer.ts'
import { NAMED_PARTS } from '../documents/named-parts.ts'
import { toPointer } from '../documents/resolve-ref.ts'

/** Members that hold data, in which `$id` and `$anchor` are values like any other. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum'])

/** The URI of the document itself, which the `$id`s of its schemas are relative to (JSON Schema, Core, section 9.1.1). */
const DOCUMENT = 'https://document.invalid/'

interface Names {
  /** Pointers of the schemas with an `$id`, by URI. */
  readonly resources: Map<string, string>
  /** Pointers by the pointer of the schema with an `$id`, then by name. */
  readonly anchors: Map<string, Map<string, string>>
  readonly dynamicAnchors: Map<string, Map<string, string>>
}

const NONE: ReadonlyMap<string, string> = new Map()

/** Resolves the references of a document's schemas. It walks the document only where `$id`s or anchors are used, and then once. */
export class SchemaReferences {
  readonly #document: OpenApiDocument
  #names: Names | undefined

  constructor (document: OpenApiDocument) {
    this.#document = document
  }

  /** Returns the pointer of the schema with an `$id` around a pointer, which references are relative to; empty where there is none. */
  baseOf (pointer: string): string {
    let value: unknown = this.#document
    let at = ''
    let base = ''
    for (const name of parsePointer(pointer) ?? []) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) break
      value = (value as JsonObject)[name]  // a list has members too
      at += `/${escapePointer(name)}`
      if (isObject(value) && typeof value.$id === 'string') base = at
    }
    return base
  }

  /** Returns the pointer that a reference resolves to within a base; `undefined` where it resolves to nothing. */
  resolve (ref: string, base: string): string | undefined {
    const pointer = toPointer(ref)
    if (pointer !== undefined) {
      // Within a schema with an `$id`, `#/…` begins there; many documents mean the document all the same.
      return [base + pointer, pointer].find(candidate => getByPointer(this.#document, candidate) !== undefined)
    }
    if (ref.startsWith('#')) return this.#findAnchor(base, ref.slice(1))
    const [uri = '', fragment = ''] = this.#toUri(ref, base)?.split('#') ?? []
    const resource = this.#listNames().resources.get(uri)
    if (resource === undefined) return undefined
    return fragment === '' ? resource : this.resolve(`#${fragment}`, resource)
  }

  /** Returns the pointers of the `$dynamicAnchor`s of a schema with an `$id`, by name (JSON Schema, Core, section 8.2.2). */
  dynamicAnchors (base: string): ReadonlyMap<string, string> {
    return this.#listNames().dynamicAnchors.get(base) ?? NONE
  }

  /** Lists the pointers of all schemas with a `$dynamicAnchor` of a name. */
  listDynamic (name: string): string[] {
    const pointers = [...this.#listNames().dynamicAnchors.values()].map(anchors => anchors.get(name))
    return pointers.filter(pointer => pointer !== undefined)
  }

  #findAnchor (base: string, name: string): string | undefined {
    const { anchors, dynamicAnchors } = this.#listNames()
    return anchors.get(base)?.get(name) ?? dynamicAnchors.get(base)?.get(name)
  }

  #toUri (ref: string, base: string): string | undefined {
    const { resources } = this.#listNames()
    const from = [...resources].find(([, pointer]) => pointer === base)?.[0] ?? DOCUMENT
    return URL.parse(ref, from)?.href
  }

  #listNames (): Names {
    this.#names ??= listNames(this.#document)
    return this.#names
  }
}

interface Part {
  readonly value: object
  readonly pointer: string
  readonly base: string
  readonly uri: string
  /** Whether a user chose the names of its members, rather than OpenAPI. */
  readonly named: boolean
}

function listNames (document: OpenApiDocument): Names {
  const names: Names = { resources: new Map(), anchors: new Map(), dynamicAnchors: new Map() }
  const seen = new Set<object>()
  const waiting: Part[] = [{ value: document, pointer: '', base: '', uri: DOCUMENT, named: false }]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    // YAML aliases make one object appear in several places, or within itself.
    if (seen.has(part.value)) continue
    seen.add(part.value)
    const scope = part.named ? part : noteNames(part, names)
    // The first of a name counts, and parts are taken from the end.
    for (const inner of listParts(part, scope).reverse()) waiting.push(inner)
  }
  return names
}

function listParts ({ value, pointer, named }: Part, { base, uri }: Pick<Part, 'base' | 'uri'>): Part[] {
  const parts: Part[] = []
  for (const [name, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue
    if (!named && (DATA.has(name) || name.startsWith('x-'))) continue
    parts.push({
      value: child,
      pointer: `${pointer}/${escapePointer(name)}`,
      base,
      uri,
      named: !named && NAMED_PARTS.has(name) && isObject(child)
    })
  }
  return parts
}

/** Notes the names that a schema gives itself; returns what holds for the references within it. */
function noteNames ({ value, pointer, base, uri }: Part, names: Names): Pick<Part, 'base' | 'uri'> {
  const { $id, $anchor, $dynamicAnchor } = value as JsonObject  // a list has no such members
  const own = typeof $id === 'string' ? URL.parse($id, uri)?.href.replace(/#$/, '') : undefined
  const scope = own === undefined ? { base, uri } : { base: pointer, uri: own }
  if (own !== undefined && !names.resources.has(own)) names.resources.set(own, pointer)
  noteAnchor(names.anchors, $anchor, { base: scope.base, pointer })
  noteAnchor(names.dynamicAnchors, $dynamicAnchor, { base: scope.base, pointer })
  return scope
}

/** Notes an anchor; the first of a name counts. */
function noteAnchor (anchors: Names['anchors'], name: unknown, { base, pointer }: Pick<Part, 'base' | 'pointer'>): void {
  if (typeof name !== 'string') return
  const own = anchors.get(base) ?? new Map<string, string>()
  anchors.set(base, own)
  if (!own.has(name)) own.set(name, pointer)
}
