import type { Random } from '../worlds/random.ts'

/** Makes a text that matches a pattern. */
export type MakeText = (random: Random) => string

/** A part of a pattern: makes a text of it, and knows how many there are. */
interface Part {
  readonly make: MakeText
  readonly choices: number
}

/** How often a part is repeated that has no upper bound. */
const OFTEN = 12

/** With fewer texts, new ids would soon be hard to find. */
const LEAST_CHOICES = 1_000_000

const DIGITS = '0123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const WORD = DIGITS + LETTERS
/** The characters that `.` and negated classes choose from. */
const PLAIN = `${WORD}${LETTERS.toUpperCase()}`

const CLASSES: Readonly<Record<string, string>> = { d: DIGITS, w: WORD }
const QUANTIFIER = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})/

/**
 * Parses a regular expression of letters, classes, groups, alternatives and repetition, and returns a function
 * that makes texts that match it; `undefined` for one with assertions or back-references, and for one that
 * matches too few texts.
 */
export function textsLike (pattern: string): MakeText | undefined {
  const reader = { rest: pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '') }
  const part = readAlternatives(reader)
  if (part === undefined || reader.rest !== '' || part.choices < LEAST_CHOICES) return undefined
  return part.make
}

interface Reader {
  rest: string
}

function readAlternatives (reader: Reader): Part | undefined {
  const ways: Part[] = []
  do {
    const way = readSequence(reader)
    if (way === undefined) return undefined
    ways.push(way)
  } while (take(reader, /^\|/) !== undefined)
  return {
    make: random => pick(ways, random)?.make(random) ?? '',
    choices: ways.reduce((sum, { choices }) => sum + choices, 0)
  }
}

function readSequence (reader: Reader): Part | undefined {
  const parts: Part[] = []
  while (reader.rest !== '' && !/^[|)]/.test(reader.rest)) {
    const part = readAtom(reader)
    const repeated = part && repeat(part, reader)
    if (repeated === undefined) return undefined
    parts.push(repeated)
  }
  return {
    make: random => parts.map(({ make }) => make(random)).join(''),
    choices: parts.reduce((product, { choices }) => product * choices, 1)
  }
}

function readAtom (reader: Reader): Part | undefined {
  if (take(reader, /^\((?:\?:)?(?!\?)/) !== undefined) {
    const group = readAlternatives(reader)
    return take(reader, /^\)/) === undefined ? undefined : group
  }
  const set = take(reader, /^\[((?:\\.|[^\]\\])+)\]/)
  if (set !== undefined) return oneOf(charactersOf(set))
  const escaped = take(reader, /^\\(.)/)
  if (escaped !== undefined) {
    return /[dw]/.test(escaped)
      ? oneOf(CLASSES[escaped])
      : /[a-zA-Z0-9]/.test(escaped) ? undefined : oneOf(escaped)
  }
  if (take(reader, /^\./) !== undefined) return oneOf(PLAIN)
  return oneOf(take(reader, /^([^\\()[\]{}^$?*+|.])/))
}

/** Returns the characters of a class: `a-z0-9_`. */
function charactersOf (set: string): string | undefined {
  if (set.startsWith('^')) return PLAIN
  const reader = { rest: set }
  let characters = ''
  while (reader.rest !== '') {
    const escaped = take(reader, /^\\([dw])/)
    if (escaped !== undefined) {
      characters += CLASSES[escaped] ?? ''
      continue
    }
    const range = /^(?:\\([^a-zA-Z0-9])|([^\\]))(?:-(?:\\([^a-zA-Z0-9])|([^\\])))?/.exec(reader.rest)
    if (range === null) return undefined
    reader.rest = reader.rest.slice(range[0].length)
    const first = (range[1] ?? range[2] ?? '').charCodeAt(0)
    const last = (range[3] ?? range[4] ?? String.fromCharCode(first)).charCodeAt(0)
    for (let code = first; code <= Math.min(last, first + 127); code++) characters += String.fromCharCode(code)
  }
  // Letters and digits are easier to read where there is a choice.
  const plain = [...characters].filter(character => PLAIN.includes(character)).join('')
  return plain === '' ? characters : plain
}

function repeat (part: Part, reader: Reader): Part {
  const match = QUANTIFIER.exec(reader.rest)
  if (match === null) return part
  reader.rest = reader.rest.slice(match[0].length)
  take(reader, /^\?/)
  const [, sign, least, comma, most] = match
  const times = sign === undefined
    ? comma === ''
      ? Number(least)
      : Math.max(Number(least), Math.min(OFTEN, most === '' ? OFTEN : Number(most)))
    : sign === '?' ? 1 : OFTEN
  return {
    make: random => Array.from({ length: times }, () => part.make(random)).join(''),
    choices: part.choices ** times
  }
}

function oneOf (characters: string | undefined): Part | undefined {
  if (characters === undefined || characters === '') return undefined
  return { make: random => pick([...characters], random) ?? '', choices: characters.length }
}

function pick<Item> (items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random.fraction() * items.length)]
}

/**
 * Consumes the start of the text that matches. Returns its group, or all of it; `undefined` where nothing
 * matches.
 */
function take (reader: Reader, start: RegExp): string | undefined {
  const match = start.exec(reader.rest)
  if (match === null) return undefined
  reader.rest = reader.rest.slice(match[0].length)
  return match[1] ?? match[0]
}
