import type { Draft } from './draft.ts'
import { isObject } from './is-object.ts'
import { escapePointer, getByPointer, unescapePointer } from './json-pointer.ts'
import { mergeUpdate } from './merge-update.ts'
import type { Overlay, OverlayAction } from './overlay.ts'
import type { DocumentChange } from './origins.ts'
import { createPathEnvironment } from './path-environment.ts'
import type { PathEnvironment } from './path-environment.ts'
import { createInvalidDocument } from './problem.ts'

/**
 * Applies the actions of an overlay to a document, one after the other (OpenAPI Overlay 1.1, section 4.4).
 * Returns the actions whose targets the document does not have. Rejects invalid actions with `InvalidDocument`.
 */
export async function applyOverlay ({ document, origins }: Draft, overlay: Overlay): Promise<OverlayAction[]> {
  // Most servers have no overlays, so the package is loaded here.
  const { jsonpath } = await import('json-p3')
  const environment = createPathEnvironment(jsonpath)
  const find: Find = (path, at) => findTargets(environment, { document, path, overlay, at })
  const missed: OverlayAction[] = []
  for (const action of overlay.actions) {
    const targets = find(action.target, `${action.pointer}/target`)
    if (targets.length === 0) missed.push(action)
    else applyAction({ document, overlay, action, targets, find, changed: origins.beginChange() })
  }
  return missed
}

/** A part of the document that an action changes. */
interface Target {
  readonly pointer: string
  readonly value: unknown
}

/** Finds the parts that a JSONPath names; `at` is the pointer of the path in the overlay. */
type Find = (path: string, at: string) => Target[]

interface ActionOptions {
  readonly document: object
  readonly overlay: Overlay
  readonly action: OverlayAction
  readonly targets: readonly Target[]
  readonly find: Find
  readonly changed: DocumentChange
}

function applyAction (options: ActionOptions): void {
  const { document, overlay, action: { change, pointer }, targets, changed } = options
  switch (change.kind) {
    case 'remove':
      return removeAll(document, targets, changed)
    case 'update':
      for (const target of targets) {
        mergeUpdate(document, target, change.value, (to, from) => {
          changed.bring(to, overlay.source, `${pointer}/update${from}`)
        })
      }
      return
    case 'copy':
      return copyToAll(options, change.from)
  }
}

function copyToAll ({ document, overlay, action, targets, find, changed }: ActionOptions, path: string): void {
  const at = `${action.pointer}/copy`
  const [copied, other] = find(path, at)
  if (copied === undefined || other !== undefined) {
    const count = copied === undefined ? 'none' : 'several'
    throw createMistake(overlay, at, `must find one part of the document, but finds ${count}`)
  }
  const value = structuredClone(copied.value)
  for (const target of targets) {
    mergeUpdate(document, target, value, (to, from) => changed.move(to, copied.pointer + from))
  }
}

interface Query {
  readonly document: object
  readonly path: string
  readonly overlay: Overlay
  readonly at: string
}

function findTargets (environment: PathEnvironment, { document, path, overlay, at }: Query): Target[] {
  try {
    // A document is JSON.
    const { nodes } = environment.query(path, document as Parameters<PathEnvironment['query']>[1])
    return nodes.map(({ location, value }) => ({ value, pointer: toPointer(location) }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const problem = error instanceof RangeError ? 'cannot be evaluated' : 'is no JSONPath (RFC 9535)'
    throw createMistake(overlay, at, `"${path}" ${problem}: ${reason}`)
  }
}

function toPointer (location: ReadonlyArray<string | number>): string {
  return location.map(name => `/${escapePointer(String(name))}`).join('')
}

function createMistake ({ source: { file, locate } }: Overlay, pointer: string, message: string): Error {
  return createInvalidDocument([{ file, place: locate(pointer), pointer, message }])
}

/** Removes parts from their parents; elements of one list together, as each removal would shift the others. */
function removeAll (document: object, targets: readonly Target[], changed: DocumentChange): void {
  const lists = new Map<string, number[]>()
  for (const { pointer } of targets) {
    const end = pointer.lastIndexOf('/')
    const parentPointer = pointer.slice(0, end)
    const parent = getByPointer(document, parentPointer)
    const name = unescapePointer(pointer.slice(end + 1))
    if (Array.isArray(parent)) lists.set(parentPointer, [...lists.get(parentPointer) ?? [], Number(name)])
    else if (isObject(parent)) delete parent[name]
  }
  for (const [pointer, indexes] of lists) removeElements(document, pointer, { indexes, changed })
}

interface Removal {
  readonly indexes: readonly number[]
  readonly changed: DocumentChange
}

function removeElements (document: object, pointer: string, { indexes, changed }: Removal): void {
  const list = getByPointer(document, pointer)
  if (!Array.isArray(list)) return
  const elements = list.map((element: unknown, index) => ({ element, index }))
  const kept = elements.filter(({ index }) => !indexes.includes(index))
  list.splice(0, list.length, ...kept.map(({ element }) => element))
  for (const [now, { index }] of kept.entries()) {
    if (now !== index) changed.move(`${pointer}/${now}`, `${pointer}/${index}`)
  }
}
