/** Control characters except line feed and tab, overrides of the direction of text, and what XML does not allow. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff]/gu

/**
 * Replaces characters that would change a terminal or break a file by escapes such as `\u001b`. Lines end with a line
 * feed.
 */
export function printable (text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(UNPRINTABLE, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Returns a text on one line, cut where it is longer than `max` characters. */
export function oneLine (text: string, max = 300): string {
  const line = printable(text).replace(/\s+/g, ' ').trim()
  if (line.length <= max) return line
  // Not between the halves of a surrogate pair.
  return `${line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Returns a number with its word: `1 cell`, `2 cells`. */
export function counted (count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
