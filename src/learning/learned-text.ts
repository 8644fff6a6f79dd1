import { counted, oneLine } from '../reports/printable.ts'
import type { Learned } from './learn.ts'

/** How many lines of a list are shown. */
const SHOWN = 12

const READ = 'Read the overlay, change what you like, and serve both:'

interface Names {
  readonly document: string
  readonly out: string
}

/** Writes the output of `standin learn`: what was learned, could not be told and was replaced, and the replay. */
export function learnedText (learned: Learned, { document, out }: Names): string {
  const { files, overlay, replaced, replay: { agreed, compared, differences, left }, told, untold } = learned
  const kept = Object.entries(left).map(([why, count]) => `${counted(count, 'exchange')}, as ${why}`)
  const replacements = replaced.map(({ count, kind, what }) => `${what} (${kind}, ${counted(count, 'time')})`)
  const fixtures = [...files.keys()].some(file => file.startsWith('fixtures/')) ? ` --fixtures ${out}/fixtures` : ''
  const served = files.has(overlay) ? ` --overlay ${out}/${overlay}` : ''
  const hint = served === '' ? 'No job, limit or refusal was learned. Serve the document:' : READ
  const lines = [
    files.size === 0 ? 'Nothing was written.' : `Wrote ${counted(files.size, 'file')} to ${out}.`,
    ...section('Learned:', told),
    ...section('Could not tell:', untold),
    ...section('Replaced in what was written:', replacements),
    `Replayed: ${agreed} of ${counted(compared, 'exchange')} agree.`,
    ...section('Differences:', differences.map(({ count, first, operation, why }) => {
      return `${operation}: ${why} (${counted(count, 'exchange')}, first at ${first})`
    })),
    ...section('Not compared:', kept),
    hint,
    `  standin ${document}${served}${fixtures}`
  ]
  return lines.join('\n')
}

function section (title: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  const shown = items.slice(0, SHOWN).map(item => `  ${oneLine(item, 200)}`)
  const more = items.length > SHOWN ? [`  and ${items.length - SHOWN} more`] : []
  return [title, ...shown, ...more]
}
