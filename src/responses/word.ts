import type { Random } from '../worlds/random.ts'
import type { Lengths } from './make.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Draws a word of lower-case letters: of four to eight, where the lengths allow. */
export function word (random: Random, { longest, shortest }: Lengths): string {
  return wordOf(Math.min(longest, Math.max(shortest, 4 + random.below(5))), random)
}

/** Draws a word of as many lower-case letters. */
export function wordOf (length: number, random: Random): string {
  return characters(LETTERS, length, random)
}

/** How many characters of a text are drawn; a longer text repeats them. */
const DRAWN = 1_000

/** Draws a text of a length from some characters. */
export function characters (from: string, length: number, random: Random): string {
  let text = ''
  const drawn = Math.min(length, DRAWN)
  while (text.length < drawn) text += from.charAt(random.below(from.length))
  return length <= DRAWN ? text : text.repeat(Math.ceil(length / DRAWN)).slice(0, length)
}
