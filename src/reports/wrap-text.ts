import { printable } from './printable.ts'

/** Breaks a text into lines of at most `width` characters: at its line ends, at spaces, and within longer words. */
export function wrapText (text: string, width: number): string[] {
  return printable(text).replaceAll('\t', ' ').split('\n').flatMap(line => wrapLine(line, width))
}

function wrapLine (line: string, width: number): string[] {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width)
    const isWord = space <= 0
    lines.push(rest.slice(0, isWord ? width : space))
    rest = rest.slice(isWord ? width : space + 1)
  }
  return [...lines, rest]
}

/** How items are laid out. */
export interface FillOptions {
  /** The columns of the terminal. */
  readonly width: number
  /** The columns before each line, which the caller writes. */
  readonly indent: number
  /** The number of lines; the last one tells how many items are left out. */
  readonly most: number
}

const BETWEEN = ' · '

/** Fills lines with items; one that is too long for a line is cut. */
export function fillLines (items: readonly string[], { indent, most, width }: FillOptions): string[] {
  const room = width - indent
  const lines: string[] = []
  let line = ''
  for (const [at, item] of items.entries()) {
    const shown = item.length <= room ? item : `${item.slice(0, room - 1)}…`
    const left = items.length - at
    const isLast = lines.length === most - 1
    // The last line keeps room for the number of what is left out.
    const reserved = isLast && left > 1 ? `${BETWEEN}and ${left - 1} more`.length : 0
    const joined = line === '' ? shown : `${line}${BETWEEN}${shown}`
    if (line === '' || joined.length + reserved <= room) {
      line = joined
      continue
    }
    if (isLast) return [...lines, `${line}${BETWEEN}and ${left} more`]
    lines.push(line)
    line = shown
  }
  return line === '' ? lines : [...lines, line]
}
