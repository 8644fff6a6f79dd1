import { stringify } from 'yaml'
import { parseJsonPointer } from '../documents/json-pointer.ts'

/** An action of an OpenAPI Overlay that updates one part of a document. */
export interface OverlayChange {
  /** JSON pointer of the part. */
  readonly pointer: string
  readonly update: unknown
  /** Whether the part is a value that is replaced: the action before it removes the part. */
  readonly replaces?: boolean
}

/** Writes changes of one document as an OpenAPI Overlay 1.0 document. */
export function overlayText (title: string, document: string, changes: readonly OverlayChange[]): string {
  const actions = changes.flatMap(toActions)
  const overlay = { overlay: '1.0.0', info: { title, version: '1.0.0' }, extends: document, actions }
  return stringify(overlay, { lineWidth: 110, aliasDuplicateObjects: false })
}

type Action =
  | { readonly target: string, readonly remove: true }
  | { readonly target: string, readonly update: unknown }

function toActions ({ pointer, replaces = false, update }: OverlayChange): Action[] {
  const target = jsonPathOf(pointer)
  if (!replaces) return [{ target, update }]
  // An update merges objects and appends to lists: a part that is replaced is removed before.
  const names = parseJsonPointer(pointer) ?? []
  const parent = jsonPathOf(pointer.slice(0, pointer.lastIndexOf('/')))
  return [{ target, remove: true }, { target: parent, update: { [names.at(-1) ?? '']: update } }]
}

/** Returns the JSONPath of a JSON pointer: `$['paths']['/pets']['get']`. */
function jsonPathOf (pointer: string): string {
  const names = parseJsonPointer(pointer) ?? []
  return `$${names.map(name => `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`).join('')}`
}
