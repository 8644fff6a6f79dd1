import { oneLine } from './printable.ts'

/** The most that GitHub takes as the summary of a step, in bytes. */
export const MAX_SUMMARY = 2 ** 20

const CUT = '_The report is longer than a summary may be: the other formats have all of it._'

/** Joins blocks, each with a blank line before it, unless it and the last one are items of a list. */
export function joinWithin (blocks: readonly string[], maxBytes: number): string {
  let left = maxBytes - Buffer.byteLength(CUT) - 3
  const written: string[] = []
  for (const block of blocks) {
    const isItem = block.startsWith('- ') && written.at(-1)?.startsWith('- ') === true
    const text = written.length === 0 || isItem ? block : `\n${block}`
    left -= Buffer.byteLength(text) + 1
    if (left < 0) {
      written.push(`\n${CUT}`)
      break
    }
    written.push(text)
  }
  return `${written.join('\n')}\n`
}

/** Writes a table, the first row of which has the titles. */
export function table (titles: readonly string[], rows: readonly string[][]): string {
  const lines = [titles, titles.map(() => '---'), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Escapes a text for a line of Markdown: nothing in it is markup, a list, a link or the name of a user. */
export function inline (text: string): string {
  return oneLine(text, 1000)
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//')
}

/** Writes a text as code. The fence is longer than any row of backticks in it. */
export function code (text: string): string {
  const line = oneLine(text, 200)
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([row]) => row.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`
}
