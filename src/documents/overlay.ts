import { exactJson } from '../exact-json.ts'
import type { ReadText } from './draft.ts'
import { isObject } from './is-object.ts'
import { nearest } from './nearest.ts'
import { createInvalidDocument } from './problem.ts'
import type { Problem, Report } from './problem.ts'

/** One change that an overlay makes to the parts that a JSONPath finds. */
export interface OverlayAction {
  readonly target: string
  /** JSON pointer of the action in the overlay. */
  readonly pointer: string
  readonly change:
    | { readonly kind: 'update', readonly value: unknown }
    | { readonly kind: 'copy', readonly from: string }
    | { readonly kind: 'remove' }
}

/** An OpenAPI Overlay document (1.0 or 1.1). */
export interface Overlay {
  readonly source: ReadText
  /** The path of its file, to which `extends` is relative. */
  readonly path: string
  /** The path or URL of the document that it changes; `undefined` where it names none. */
  readonly extends: string | undefined
  readonly actions: readonly OverlayAction[]
}

/** Returns whether a document is an overlay rather than the description of an API. */
export function isOverlay (value: unknown): boolean {
  return isObject(value) && 'overlay' in value && !('openapi' in value) && !('swagger' in value)
}

/** Parses an overlay. Throws one `InvalidDocument` that lists all its mistakes. */
export function parseOverlay (source: ReadText, path: string): Overlay {
  const { file, locate, value } = source
  const problems: Problem[] = []
  const report: Report = (pointer, message) => problems.push({ file, place: locate(pointer), pointer, message })
  const overlay = isObject(value) ? value : {}
  checkVersion(overlay.overlay, report)
  if (overlay.extends !== undefined && typeof overlay.extends !== 'string') {
    report('/extends', 'must be the path or URL of the document that is changed')
  }
  const actions = parseActions(overlay.actions, report)
  if (problems.length > 0) throw createInvalidDocument(problems)
  return { source, path, extends: typeof overlay.extends === 'string' ? overlay.extends : undefined, actions }
}

function checkVersion (version: unknown, report: Report): void {
  // Without quotes, YAML reads 1.0 as the number 1.
  const text = typeof version === 'number' ? version.toFixed(1) : String(version)
  if (/^1\.[01](?:\.|$)/.test(text)) return
  const written = exactJson.stringify(version)
  const expected = '1.0 and 1.1 are, as in "overlay: 1.0.0"'
  report('/overlay', `the version ${written} of OpenAPI Overlay is not supported; ${expected}`)
}

function parseActions (list: unknown, report: Report): OverlayAction[] {
  if (!Array.isArray(list)) {
    report('', 'an overlay needs "actions", a list of what it changes')
    return []
  }
  const actions = list.map((action: unknown, index) => parseAction(action, `/actions/${index}`, report))
  return actions.filter(action => action !== undefined)
}

const ACTION_MEMBERS = ['target', 'description', 'update', 'copy', 'remove']

function parseAction (action: unknown, pointer: string, report: Report): OverlayAction | undefined {
  if (!isObject(action) || typeof action.target !== 'string') {
    report(pointer, 'an action needs a "target", a JSONPath such as $.paths[\'/orders\'].post')
    return undefined
  }
  for (const member of Object.keys(action)) {
    if (!ACTION_MEMBERS.includes(member) && !member.startsWith('x-')) reportUnknown(member, pointer, report)
  }
  const { target } = action
  if (action.remove === true) return { target, pointer, change: { kind: 'remove' } }
  if (action.update !== undefined) return { target, pointer, change: { kind: 'update', value: action.update } }
  if (typeof action.copy === 'string') return { target, pointer, change: { kind: 'copy', from: action.copy } }
  report(pointer, 'an action needs one of "update", "remove: true" and "copy"')
  return undefined
}

function reportUnknown (member: string, pointer: string, report: Report): void {
  const near = nearest(member, ACTION_MEMBERS)
  const suggestion = near === undefined ? '' : `, did you mean "${near}"?`
  report(`${pointer}/${member}`, `unknown word "${member}"${suggestion} (known: ${ACTION_MEMBERS.join(', ')})`)
}
