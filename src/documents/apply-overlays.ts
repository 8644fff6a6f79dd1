import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyOverlay } from './apply-overlay.ts'
import type { Draft } from './draft.ts'
import type { Overlay, OverlayAction } from './overlay.ts'
import { createInvalidDocument, problemsOf } from './problem.ts'
import type { Problem } from './problem.ts'

/** Changes documents as overlays say, in their order; answers what is wrong with the overlays. What an overlay would change and does not find is a warning of the first document that it was for. */
export async function applyOverlays (drafts: readonly Draft[], overlays: readonly Overlay[]): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const overlay of overlays) {
    try {
      await applyToAll(findDrafts(drafts, overlay), overlay)
    } catch (error) {
      problems.push(...problemsOf(error))
    }
  }
  return problems
}

async function applyToAll (drafts: readonly Draft[], overlay: Overlay): Promise<void> {
  const { file, locate, text } = overlay.source
  let missed: readonly OverlayAction[] = overlay.actions
  for (const draft of drafts) {
    const found = await applyOverlay(draft, overlay)
    missed = missed.filter(action => found.includes(action))
    draft.texts.push(text)
  }
  drafts[0]?.warnings.push(...missed.map(({ pointer, target }): Problem => ({
    severity: 'warning',
    file,
    pointer: `${pointer}/target`,
    message: `${target} finds nothing in ${drafts.map(({ origin }) => origin.file).join(', ')}`,
    get place () { return locate(`${pointer}/target`) }
  })))
}

/** The documents that an overlay is for: the one that it extends, or else all of them, as it may fit any. */
function findDrafts (drafts: readonly Draft[], overlay: Overlay): readonly Draft[] {
  const extended = overlay.extends
  if (extended === undefined || /^https?:/i.test(extended)) return drafts
  const path = extended.startsWith('file:') ? fileURLToPath(extended) : resolve(dirname(overlay.path), decodeURIComponent(extended))
  const fitting = drafts.filter(({ origin }) => resolve(origin.path ?? origin.file) === path)
  // What cannot be read has been told, and may be the one.
  if (fitting.length > 0 || drafts.length === 0) return fitting
  const { file, locate } = overlay.source
  throw createInvalidDocument([{ file, place: locate('/extends'), pointer: '/extends', message: `extends "${extended}", which is not served (served: ${drafts.map(({ origin }) => origin.file).join(', ')})` }])
}
