import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer, parsePointer } from '../documents/json-pointer.ts'
import { NAMED_PARTS } from '../documents/named-parts.ts'
import { toPointer } from '../documents/resolve-ref.ts'

/** Members that hold data, in which `$id` and `$anchor` are values like any other. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum'])

/** What a document's own URI is taken for, where its schemas' names are relative to it (JSON Schema, Core, section 9.1.1). */
const DOCUMENT = 'https://document.invalid/'

interface Names {
  /** The pointers of the schemas that name themselves by `$id`, by URI. */
  readonly resources: Map<string, string>
  /** By the pointer of the resource, then by name. */
  readonly anchors: Map<string, Map<string, string>>
  readonly dynamicAnchors: Map<string, Map<string, string>>
}

const NONE: ReadonlyMap<string, string> = new Map()

/** Finds what the references of a document's schemas lead to. It looks through the document only where names are used, and then once. */
export class SchemaReferences {
  readonly #document: OpenApiDocument
  #names: Names | undefined

  constructor (document: OpenApiDocument) {
    this.#document = document
  }

  /** The pointer of the schema with an `$id` that a place is in; of the document where there is none. References are relative to it. */
  baseOf (pointer: string): string {
    let value: unknown = this.#document
    let at = ''
    let base = ''
    for (const name of parsePointer(pointer) ?? []) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) break
      value = (value as Record<string, unknown>)[name]
      at += `/${escapePointer(name)}`
      if (isObject(value) && typeof value.$id === 'string') base = at
    }
    return base
  }

  /** The pointer that a reference leads to from within a base; `undefined` where there is nothing. */
  resolve (ref: string, base: string): string | undefined {
    const pointer = toPointer(ref)
    if (pointer !== undefined) {
      // Within a schema that names itself, `#/…` begins there; many a document means itself all the same.
      return [base + pointer, pointer].find(candidate => getByPointer(this.#document, candidate) !== undefined)
    }
    if (ref.startsWith('#')) return this.#findAnchor(base, ref.slice(1))
    const [uri = '', fragment = ''] = this.#toUri(ref, base)?.split('#') ?? []
    const resource = this.#listNames().resources.get(uri)
    if (resource === undefined) return undefined
    return fragment === '' ? resource : this.resolve(`#${fragment}`, resource)
  }

  /** What a `$dynamicAnchor` stands for in the schema that names itself, by name (JSON Schema, Core, section 8.2.2). */
  dynamicAnchors (base: string): ReadonlyMap<string, string> {
    return this.#listNames().dynamicAnchors.get(base) ?? NONE
  }

  /** Every place that has a `$dynamicAnchor` of a name. */
  listDynamic (name: string): string[] {
    return [...this.#listNames().dynamicAnchors.values()].flatMap(anchors => anchors.get(name) ?? [])
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
  /** Whether its members' names are a user's, rather than OpenAPI's. */
  readonly named: boolean
}

function listNames (document: OpenApiDocument): Names {
  const names: Names = { resources: new Map(), anchors: new Map(), dynamicAnchors: new Map() }
  const seen = new Set<object>()
  const waiting: Part[] = [{ value: document, pointer: '', base: '', uri: DOCUMENT, named: false }]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    // The aliases of YAML make one object appear in several places, or within itself.
    if (seen.has(part.value)) continue
    seen.add(part.value)
    const { base, uri } = part.named ? part : noteNames(part, names)
    // What comes first stands for the name: it is taken from the end.
    for (const [name, child] of Object.entries(part.value).reverse()) {
      if (typeof child !== 'object' || child === null || (!part.named && (DATA.has(name) || name.startsWith('x-')))) continue
      waiting.push({ value: child, pointer: `${part.pointer}/${escapePointer(name)}`, base, uri, named: !part.named && NAMED_PARTS.has(name) && isObject(child) })
    }
  }
  return names
}

function noteNames ({ value, pointer, base, uri }: Part, { resources, anchors, dynamicAnchors }: Names): { base: string, uri: string } {
  const { $id, $anchor, $dynamicAnchor } = value as Record<string, unknown>
  const own = typeof $id === 'string' ? URL.parse($id, uri)?.href.replace(/#$/, '') : undefined
  const scope = own === undefined ? { base, uri } : { base: pointer, uri: own }
  if (own !== undefined && !resources.has(own)) resources.set(own, pointer)
  note(anchors, scope.base, $anchor, pointer)
  note(dynamicAnchors, scope.base, $dynamicAnchor, pointer)
  return scope
}

/** The first of a name is kept. */
function note (names: Map<string, Map<string, string>>, base: string, name: unknown, pointer: string): void {
  if (typeof name !== 'string') return
  const own = names.get(base) ?? new Map<string, string>()
  names.set(base, own)
  if (!own.has(name)) own.set(name, pointer)
}
