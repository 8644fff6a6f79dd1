import { stringify } from 'yaml'
import { escapePointer, getByPointer, parseJsonPointer } from './json-pointer.ts'

/** An action of an OpenAPI Overlay that updates one part of a document. */
export interface OverlayChange {
  /** JSON pointer of the part. */
  readonly pointer: string
  /** What is merged into the part; `undefined` to remove the part. */
  readonly update: unknown
  /** Whether the part is a value that is replaced: the action before it removes the part. */
  readonly replaces?: boolean
}

/** An OpenAPI Overlay 1.0 document. */
export interface OverlayDocument {
  readonly overlay: '1.0.0'
  readonly info: { readonly title: string, readonly version: string }
  /** The path or the URL of the document that it changes. */
  readonly extends: string
  readonly actions: readonly Action[]
}

export interface OverlayHead {
  readonly title: string
  /** The path or the URL of the document. */
  readonly document: string
  /** The document itself, where pointers lead through its lists. */
  readonly root?: object
}

/** Converts changes of one document to an OpenAPI Overlay 1.0 document. */
export function overlayOf (
  { document, root, title }: OverlayHead,
  changes: readonly OverlayChange[]
): OverlayDocument {
  const info = { title, version: '1.0.0' }
  return { overlay: '1.0.0', info, extends: document, actions: changes.flatMap(change => toActions(change, root)) }
}

/** Writes an overlay as YAML. */
export function overlayText (overlay: OverlayDocument): string {
  return stringify(overlay, { lineWidth: 110, aliasDuplicateObjects: false })
}

type Action =
  | { readonly target: string, readonly remove: true }
  | { readonly target: string, readonly update: unknown }

function toActions ({ pointer, replaces = false, update }: OverlayChange, root: object | undefined): Action[] {
  const target = jsonPathOf(pointer, root)
  if (update === undefined) return [{ target, remove: true }]
  if (!replaces) return [{ target, update }]
  // An update merges objects and appends to lists: a part that is replaced is removed before.
  const names = parseJsonPointer(pointer) ?? []
  const parent = jsonPathOf(pointer.slice(0, pointer.lastIndexOf('/')), root)
  return [{ target, remove: true }, { target: parent, update: { [names.at(-1) ?? '']: update } }]
}

/** Returns the JSONPath of a JSON pointer: `$['paths']['/pets']['get']['parameters'][0]`. */
function jsonPathOf (pointer: string, root: object | undefined): string {
  let part: unknown = root
  let path = '$'
  for (const name of parseJsonPointer(pointer) ?? []) {
    path += Array.isArray(part) ? `[${name}]` : `['${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`
    part = getByPointer(part, `/${escapePointer(name)}`)
  }
  return path
}
