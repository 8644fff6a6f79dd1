import type { jsonpath as JsonPath } from 'json-p3'
import type { Draft } from './draft.ts'
import { isObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { mergeUpdate } from './merge-update.ts'
import type { Overlay, OverlayAction } from './overlay.ts'
import type { DocumentChange } from './origins.ts'
import { createInvalidDocument } from './problem.ts'

interface Target {
  readonly pointer: string
  readonly value: unknown
}

/** Changes a document as an overlay says, action by action; answers the actions whose targets it does not have. Throws where an action makes no sense. */
export async function applyOverlay ({ document, origins }: Draft, overlay: Overlay): Promise<OverlayAction[]> {
  // Loaded for those alone who have overlays.
  const { jsonpath } = await import('json-p3')
  return overlay.actions.filter(action => {
    const targets = find(jsonpath, document, action.target, overlay, `${action.pointer}/target`)
    // Each action finds the document as the one before has left it.
    if (targets.length > 0) change(jsonpath, { document, overlay, action, targets, stage: origins.nextStage() })
    return targets.length === 0
  })
}

interface Change {
  readonly document: object
  readonly overlay: Overlay
  readonly action: OverlayAction
  readonly targets: readonly Target[]
  readonly stage: DocumentChange
}

function change (jsonpath: typeof JsonPath, { document, overlay, action, targets, stage }: Change): void {
  const { change, pointer } = action
  if (change.kind === 'remove') return removeAll(document, targets, stage)
  if (change.kind === 'update') {
    for (const target of targets) mergeUpdate(document, target, change.value, (to, from) => stage.bring(to, overlay.source, `${pointer}/update${from}`))
    return
  }
  const [copied, other] = find(jsonpath, document, change.from, overlay, `${pointer}/copy`)
  if (copied === undefined || other !== undefined) throw mistake(overlay, `${pointer}/copy`, `must find one part of the document, but finds ${copied === undefined ? 'none' : 'several'}`)
  const value = structuredClone(copied.value)
  for (const target of targets) mergeUpdate(document, target, value, (to, from) => stage.move(to, copied.pointer + from))
}

function find (jsonpath: typeof JsonPath, document: object, path: string, overlay: Overlay, at: string): Target[] {
  try {
    const nodes = jsonpath.query(path, document as Parameters<typeof jsonpath.query>[1]).nodes  // a document is JSON
    return nodes.map(({ location, value }) => ({ value, pointer: location.map(name => `/${escapePointer(String(name))}`).join('') }))
  } catch (error) {
    throw mistake(overlay, at, `"${path}" is no JSONPath (RFC 9535): ${error instanceof Error ? error.message : String(error)}`)
  }
}

function mistake ({ source: { file, locate } }: Overlay, pointer: string, message: string): Error {
  return createInvalidDocument([{ file, place: locate(pointer), pointer, message }])
}

/** Removes parts from what holds them, the last element of a list first, so that the places of the others hold. */
function removeAll (document: object, targets: readonly Target[], stage: DocumentChange): void {
  const lists = new Map<string, number[]>()
  for (const { pointer } of targets) {
    const end = pointer.lastIndexOf('/')
    const holder = getByPointer(document, pointer.slice(0, end))
    const name = pointer.slice(end + 1).replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(holder)) lists.set(pointer.slice(0, end), [...lists.get(pointer.slice(0, end)) ?? [], Number(name)])
    else if (isObject(holder)) delete holder[name]
  }
  for (const [pointer, indexes] of lists) removeElements(getByPointer(document, pointer), pointer, indexes, stage)
}

function removeElements (list: unknown, pointer: string, indexes: readonly number[], stage: DocumentChange): void {
  if (!Array.isArray(list)) return
  const kept = list.map((element: unknown, index) => ({ element, index })).filter(({ index }) => !indexes.includes(index))
  list.splice(0, list.length, ...kept.map(({ element }) => element))
  for (const [now, { index }] of kept.entries()) {
    if (now !== index) stage.move(`${pointer}/${now}`, `${pointer}/${index}`)
  }
}
