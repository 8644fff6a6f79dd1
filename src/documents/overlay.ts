import { isObject } from './is-object.ts'
import { nearest } from './nearest.ts'
import { createInvalidDocument } from './problem.ts'
import type { Problem, Report } from './problem.ts'
import type { ReadText } from './draft.ts'

/** One change that an overlay makes to what a JSONPath finds. */
export interface OverlayAction {
  readonly target: string
  /** JSON pointer in the overlay. */
  readonly pointer: string
  readonly change:
    | { readonly kind: 'update', readonly value: unknown }
    | { readonly kind: 'copy', readonly from: string }
    | { readonly kind: 'remove' }
}

/** An OpenAPI Overlay document (1.0 or 1.1). */
export interface Overlay {
  readonly source: ReadText
  /** Where the file is, from which `extends` leads. */
  readonly path: string
  /** The document that it changes, as a path or URL relative to the file; any that it fits where it does not say. */
  readonly extends: string | undefined
  readonly actions: readonly OverlayAction[]
}

/** Whether a document is an overlay rather than a description of an API. */
export function isOverlay (value: unknown): boolean {
  return isObject(value) && 'overlay' in value && !('openapi' in value) && !('swagger' in value)
}

const ACTION_MEMBERS = ['target', 'description', 'update', 'copy', 'remove']

/** Reads an overlay. Throws one error that lists all that is wrong with it. */
export function parseOverlay (source: ReadText, path: string): Overlay {
  const { file, locate, value } = source
  const problems: Problem[] = []
  const report: Report = (pointer, message) => problems.push({ file, place: locate(pointer), pointer, message })
  const overlay = isObject(value) ? value : {}
  if (!/^1\.[01](?:\.|$)/.test(versionText(overlay.overlay))) report('/overlay', `the version ${JSON.stringify(overlay.overlay)} of OpenAPI Overlay is not supported; 1.0 and 1.1 are, as in "overlay: 1.0.0"`)
  if (overlay.extends !== undefined && typeof overlay.extends !== 'string') report('/extends', 'must be the path or URL of the document that is changed')
  if (!Array.isArray(overlay.actions)) report('', 'an overlay needs "actions", a list of what it changes')
  const list: unknown[] = Array.isArray(overlay.actions) ? overlay.actions : []
  const actions = list.flatMap((action, index) => parseAction(action, `/actions/${index}`, report) ?? [])
  if (problems.length > 0) throw createInvalidDocument(problems)
  return { source, path, extends: typeof overlay.extends === 'string' ? overlay.extends : undefined, actions }
}

/** Without quotes, YAML takes 1.0 for the number 1. */
function versionText (version: unknown): string {
  return typeof version === 'number' ? version.toFixed(1) : String(version)
}

function parseAction (action: unknown, pointer: string, report: Report): OverlayAction | undefined {
  if (!isObject(action) || typeof action.target !== 'string') {
    report(pointer, 'an action needs a "target", a JSONPath such as $.paths[\'/orders\'].post')
    return undefined
  }
  for (const member of Object.keys(action)) {
    if (ACTION_MEMBERS.includes(member) || member.startsWith('x-')) continue
    const near = nearest(member, ACTION_MEMBERS)
    report(`${pointer}/${member}`, `unknown word "${member}"${near === undefined ? '' : `, did you mean "${near}"?`} (known: ${ACTION_MEMBERS.join(', ')})`)
  }
  const { target } = action
  if (action.remove === true) return { target, pointer, change: { kind: 'remove' } }
  if (action.update !== undefined) return { target, pointer, change: { kind: 'update', value: action.update } }
  if (typeof action.copy === 'string') return { target, pointer, change: { kind: 'copy', from: action.copy } }
  report(pointer, 'an action needs one of "update", "remove: true" and "copy"')
  return undefined
}
