import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyOverlay } from './apply-overlay.ts'
import type { Draft } from './draft.ts'
import type { Overlay, OverlayAction } from './overlay.ts'
import { createInvalidDocument, problemsOf } from './problem.ts'
import type { Problem } from './problem.ts'
import { absolutePath, isUrl } from './shown-path.ts'

/**
 * Applies overlays to documents in their order, and returns the errors of the overlays.
 * An action without a target in any document becomes a warning of the first document that its overlay is for.
 */
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
  let missed: readonly OverlayAction[] = overlay.actions
  for (const draft of drafts) {
    const missedHere = await applyOverlay(draft, overlay)
    missed = missed.filter(action => missedHere.includes(action))
    draft.texts.push(overlay.source.text)
  }
  const files = listFiles(drafts)
  drafts[0]?.warnings.push(...missed.map(action => missedTarget(overlay, action, files)))
}

function missedTarget (overlay: Overlay, { pointer, target }: OverlayAction, files: string): Problem {
  const { file, locate } = overlay.source
  return {
    severity: 'warning',
    file,
    pointer: `${pointer}/target`,
    message: `${target} finds nothing in ${files}`,
    get place () { return locate(`${pointer}/target`) }
  }
}

/** Lists the documents that an overlay is for: the one that it extends, or all of them where it names none. */
function findDrafts (drafts: readonly Draft[], overlay: Overlay): readonly Draft[] {
  const extended = overlay.extends
  if (extended === undefined || /^https?:/i.test(extended)) return drafts
  const path = extendedPath(extended, overlay.path)
  const extendedDrafts = drafts.filter(({ origin }) => absolutePath(origin.path ?? origin.file) === path)
  // Without any draft, the document may be one that could not be read, which has been reported.
  if (extendedDrafts.length > 0 || drafts.length === 0) return extendedDrafts
  const { file, locate } = overlay.source
  const message = `extends "${extended}", which is not served (served: ${listFiles(drafts)})`
  throw createInvalidDocument([{ file, place: locate('/extends'), pointer: '/extends', message }])
}

function extendedPath (extended: string, overlayPath: string): string {
  if (isUrl(overlayPath)) return URL.parse(extended, overlayPath)?.href ?? extended
  if (extended.startsWith('file:')) return fileURLToPath(extended)
  return resolve(dirname(overlayPath), decodeURIComponent(extended))
}

function listFiles (drafts: readonly Draft[]): string {
  return drafts.map(({ origin }) => origin.file).join(', ')
}
