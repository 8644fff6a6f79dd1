import type { Random } from '../worlds/random.ts'
import type { Declaration } from './declaration.ts'
import type { Evaluate } from './scope.ts'

/** Draws a value. */
type Draw = (random: Random) => unknown

/** Compiles the arguments of a function that draws; rejects those that it cannot have. */
type CompileDraw = (args: readonly unknown[], refuse: (message: string) => never) => Draw

const FORM = /^\$random\.([A-Za-z]+)(?:\((.*)\))?$/s
const ARGUMENT = /\s*("(?:[^"\\]|\\.)*"|[^,"]*)\s*(?:,|$)/y

/** The longest text that is drawn. */
const LONGEST = 1_000

const DIGITS = '0123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The functions that draw, by their names. */
const FUNCTIONS: Readonly<Record<string, CompileDraw>> = {
  integer ([min, max, ...others], refuse) {
    const isRange = Number.isSafeInteger(min) && Number.isSafeInteger(max) && Number(min) <= Number(max)
    if (!isRange || others.length > 0) return refuse('takes the least and the greatest whole number: (1, 6)')
    const count = Number(max) - Number(min) + 1
    return random => Number(min) + Math.floor(fine(random) * count)
  },
  number ([min, max, decimals = 2, ...others], refuse) {
    const isRange = typeof min === 'number' && typeof max === 'number' && min <= max
    const isRounded = Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 10
    if (!isRange || !isRounded || others.length > 0) {
      return refuse('takes the least and the greatest number, and how many decimals, by default 2: (0.5, 9.5, 1)')
    }
    return random => Number((min + fine(random) * (max - min)).toFixed(Number(decimals)))
  },
  boolean: (args, refuse) => args.length > 0 ? refuse('takes nothing') : random => random.below(2) === 1,
  choice (choices, refuse) {
    if (choices.length === 0) return refuse('takes the values: (red, green, "a, b")')
    return random => choices[random.below(choices.length)]
  },
  digits: textOf(DIGITS),
  letters: textOf(LETTERS),
  hex: textOf(`${DIGITS}abcdef`)
}

/** Returns whether an expression draws a value: `$random.integer(1, 6)`. */
export function isRandom (text: string): boolean {
  return /^\$random(?![A-Za-z])/.test(text)
}

/** Compiles an expression that draws a value. What is drawn follows from the seed of the world. */
export function compileRandom (declaration: Declaration, text: string): Evaluate {
  const [, name = '', args] = FORM.exec(text) ?? []
  if (!Object.hasOwn(FUNCTIONS, name)) {
    const known = Object.keys(FUNCTIONS)
    return declaration.refuseWord('function of $random', name === '' ? text.slice('$random.'.length) : name, known)
  }
  const values = args === undefined ? [] : splitArguments(args)
  if (values === undefined) return declaration.refuse(`"${text}" has a quote that does not end`)
  const draw = FUNCTIONS[name](values, message => declaration.refuse(`$random.${name} ${message}`))
  return ({ world }) => draw(world.random)
}

/** Splits arguments at their commas. One that is JSON is parsed, and any other is a text. */
function splitArguments (text: string): unknown[] | undefined {
  if (text.trim() === '') return []
  const values: unknown[] = []
  let at = 0
  while (at <= text.length) {
    ARGUMENT.lastIndex = at
    const match = ARGUMENT.exec(text)
    if (match === null) return undefined
    values.push(readArgument((match[1] ?? '').trim()))
    if (!match[0].endsWith(',')) return values
    at = ARGUMENT.lastIndex
  }
  return values
}

function readArgument (text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function textOf (alphabet: string): CompileDraw {
  return ([length, ...others], refuse) => {
    const isLength = Number.isInteger(length) && Number(length) >= 1 && Number(length) <= LONGEST
    if (!isLength || others.length > 0) return refuse(`takes how many, from 1 to ${LONGEST}: (6)`)
    return random => Array.from({ length: Number(length) }, () => alphabet[random.below(alphabet.length)]).join('')
  }
}

/** Returns a number from 0, and less than 1, with as many bits as a number has. */
function fine (random: Random): number {
  return (random.next() * 2 ** 21 + (random.next() >>> 11)) / 2 ** 53
}
