import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { HOLDING_NAMES } from './held-parts.ts'
import { NAMED_PARTS } from './named-parts.ts'

/** Members that hold data, in which `$id` and `$anchor` are values like any other. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum'])

/**
 * The URI of the document itself, which the `$id`s of its schemas are relative to (JSON Schema,
 * Core, section 9.1.1).
 */
export const DOCUMENT_URI = 'https://document.invalid/'

/** The names that the schemas of a document give themselves. */
export interface SchemaNames {
  /** Pointers of the schemas with an `$id`, by URI. */
  readonly resources: Map<string, string>
  /** Pointers by the pointer of the schema with an `$id`, then by name. */
  readonly anchors: Map<string, Map<string, string>>
  readonly dynamicAnchors: Map<string, Map<string, string>>
}

interface Part {
  readonly value: object
  readonly pointer: string
  readonly base: string
  readonly uri: string
  /** Whether a user chose the names of its members, rather than OpenAPI. */
  readonly named: boolean
  /** Whether OpenAPI or JSON Schema knows the member that holds it. */
  readonly isKnown: boolean
}

/** Walks a document for `$id`s, `$anchor`s and `$dynamicAnchor`s. */
export function listSchemaNames (document: object): SchemaNames {
  const names: SchemaNames = { resources: new Map(), anchors: new Map(), dynamicAnchors: new Map() }
  const seen = new Set<object>()
  const waiting: Part[] = [{ value: document, pointer: '', base: '', uri: DOCUMENT_URI, named: false, isKnown: true }]
  // A name within a keyword that nobody knows counts only where nothing else has it.
  const unknown: Part[] = []
  for (let part = waiting.pop() ?? unknown.shift(); part !== undefined; part = waiting.pop() ?? unknown.shift()) {
    // YAML aliases make one object appear in several places, or within itself.
    if (seen.has(part.value)) continue
    seen.add(part.value)
    const scope = part.named ? part : noteNames(part, names)
    // The first of a name counts, and parts are taken from the end.
    for (const inner of listParts(part, scope).reverse()) {
      if (part.named || inner.isKnown) waiting.push(inner)
      else unknown.push(inner)
    }
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
      named: !named && NAMED_PARTS.has(name) && isObject(child),
      isKnown: Array.isArray(value) || HOLDING_NAMES.has(name)
    })
  }
  return parts
}

/** Notes the names that a schema gives itself; returns what holds for the references within it. */
function noteNames ({ value, pointer, base, uri }: Part, names: SchemaNames): Pick<Part, 'base' | 'uri'> {
  const { $id, $anchor, $dynamicAnchor } = value as JsonObject  // a list has no such members
  const own = typeof $id === 'string' ? URL.parse($id, uri)?.href.replace(/#$/, '') : undefined
  const scope = own === undefined ? { base, uri } : { base: pointer, uri: own }
  if (own !== undefined && !names.resources.has(own)) names.resources.set(own, pointer)
  noteAnchor(names.anchors, $anchor, { base: scope.base, pointer })
  noteAnchor(names.dynamicAnchors, $dynamicAnchor, { base: scope.base, pointer })
  return scope
}

/** Notes an anchor; the first of a name counts. */
function noteAnchor (
  anchors: SchemaNames['anchors'],
  name: unknown,
  { base, pointer }: Pick<Part, 'base' | 'pointer'>
): void {
  if (typeof name !== 'string') return
  const own = anchors.get(base) ?? new Map<string, string>()
  anchors.set(base, own)
  if (!own.has(name)) own.set(name, pointer)
}
