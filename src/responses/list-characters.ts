import { compilePattern } from '../schemas/compile-pattern.ts'

/** How many characters are drawn from, where none of them is in ASCII. */
const ENOUGH = 64

const LAST_CODE_POINT = 0x10ffff

const PRINTABLE = codePoints(0x20, 0x7e)
const LETTERS_AND_DIGITS = PRINTABLE.filter(character => /[a-z0-9]/i.test(character))

/**
 * Lists characters that a class of characters holds, as it is written in a pattern: `\p{Lu}`, `[^<>]`. A class that
 * excludes some, and so holds nearly all others, is drawn from letters and digits where it can be.
 */
export function listCharacters (raw: string): readonly string[] {
  const test = compilePattern(`^${raw}$`)
  if (test === undefined) return []
  const holds = (character: string): boolean => test.test(character)
  const plain = isBroad(raw) ? LETTERS_AND_DIGITS.filter(holds) : []
  if (plain.length > 0) return plain
  const printable = PRINTABLE.filter(holds)
  return printable.length > 0 ? printable : search(holds)
}

function isBroad (raw: string): boolean {
  return raw.startsWith('[^') || /^\.$|^\\[DSWP]/.test(raw)
}

/** Looks for characters beyond those that can be printed in ASCII. */
function search (holds: (character: string) => boolean): string[] {
  const found: string[] = []
  for (let codePoint = 0; codePoint <= LAST_CODE_POINT && found.length < ENOUGH; codePoint++) {
    if (isSurrogate(codePoint)) continue
    const character = String.fromCodePoint(codePoint)
    if (holds(character)) found.push(character)
  }
  return found
}

/** Returns whether a code point is half of a pair, which is no character of its own. */
function isSurrogate (codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff
}

function codePoints (first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_item, index) => String.fromCodePoint(first + index))
}
