import { compilePattern } from '../schemas/compile-pattern.ts'
import { parsePattern } from '../documents/parse-pattern.ts'
import type { PatternAlternative, PatternElement, PatternSyntax } from '../documents/parse-pattern.ts'
import type { Random } from '../worlds/random.ts'
import { Budget, MOST_UNITS } from './budget.ts'
import { pick } from './make.ts'
import type { Lengths } from './make.ts'
import { listCharacters } from './list-characters.ts'
import { between, lengthOf, patternPiece, sequence } from './pattern-piece.ts'
import type { Drawing, PatternPiece } from './pattern-piece.ts'

/** How many texts are drawn from each pattern. */
const ATTEMPTS = 60

/** How many pieces are drawn for one text in all attempts together: one per character, and one per repetition. */
const STEPS = 200_000

/** How much longer than it must be a text is at first, and in later attempts. */
const SPREAD = 12
const WIDE_SPREAD = 100

/** Texts that match some of the patterns that no text is found for otherwise. */
const CANDIDATES = ['Aa1!aaaaaaaa', 'a', 'A', '0', '', 'a-b', 'a.b', 'example.com', '/a', '00:00', '2026-01-01', 'α']

/** Tells whether a text serves, beyond its lengths and patterns. */
type Accepts = (text: string) => boolean

/** Creates the function that draws texts that match patterns (ECMA 262); the nearest one where it finds none. */
export function createPatternText (
  patterns: readonly string[],
  lengths: Lengths,
  accepts: Accepts = () => true
): (random: Random, budget?: Budget) => string {
  const tests = patterns.map(compilePattern).filter(test => test !== undefined)
  const matches = (text: string) => tests.every(test => test.test(text))
  const fits = (text: string) => isWithin(lengthOf(text), lengths) && matches(text) && accepts(text)
  const readings = patterns.map(toReading).filter(reading => reading !== undefined)
  const drawNearest = (drawing: Drawing): string => {
    const { random } = drawing
    let nearest: string | undefined
    for (const reading of readings) {
      for (let attempt = 0; attempt < ATTEMPTS && drawing.stepsLeft > 0; attempt++) {
        const text = draw(reading, { attempt, lengths, drawing })
        const demanded = fits(text) ? text : meetDemands(text, reading.demands, random)
        if (fits(demanded)) return demanded
        if (nearest === undefined || matches(demanded)) nearest = demanded
      }
    }
    return CANDIDATES.find(fits) ?? nearest ?? ''
  }
  return (random, budget = new Budget()) => {
    const steps = Math.min(STEPS, budget.left)
    const drawing: Drawing = { random, groups: new Map(), stepsLeft: steps }
    const text = drawNearest(drawing)
    budget.take(Math.max(text.length, steps - drawing.stepsLeft))
    return text
  }
}

function isWithin (length: number, { longest, shortest }: Lengths): boolean {
  return length >= shortest && length <= longest
}

/** A pattern as it is drawn from. */
interface Reading {
  readonly piece: PatternPiece
  /** The characters that a text must have somewhere: one of each list. */
  readonly demands: ReadonlyArray<readonly string[]>
}

function toReading (pattern: string): Reading | undefined {
  const syntax = parse(pattern, 'u') ?? parse(pattern, '')
  return syntax && { piece: wholePiece(syntax), demands: syntax.alternatives.flatMap(demandsOf) }
}

function parse (pattern: string, flags: string): PatternSyntax | undefined {
  try {
    return parsePattern(pattern, flags)
  } catch {
    return undefined
  }
}

/** A pattern that is not anchored may stand anywhere in a text. */
function wholePiece (syntax: PatternSyntax): PatternPiece {
  const piece = patternPiece(syntax)
  const { alternatives } = syntax
  if (!alternatives.every(({ elements }) => isAnchor(elements.at(-1), 'end'))) return sequence([piece, FILLER])
  if (!alternatives.every(({ elements }) => isAnchor(elements[0], 'start'))) return sequence([FILLER, piece])
  return piece
}

function isAnchor (element: PatternElement | undefined, kind: 'start' | 'end'): boolean {
  if (element?.type === 'Group' || element?.type === 'CapturingGroup') {
    const place = kind === 'start' ? 0 : -1
    return element.alternatives.every(({ elements }) => isAnchor(elements.at(place), kind))
  }
  return element?.type === 'Assertion' && element.kind === kind
}

const FILLER_CHARACTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

const FILLER: PatternPiece = {
  least: 0,
  most: Infinity,
  draw: (length, { random }) => Array.from({ length }, () => pick(FILLER_CHARACTERS, random)).join('')
}

/** Lists the characters that the lookaheads of an alternative demand, as `(?=.*\d)` does. */
function demandsOf ({ elements }: PatternAlternative): Array<readonly string[]> {
  const demands: Array<readonly string[]> = []
  for (const element of elements) {
    if (element.type !== 'Assertion' || element.kind !== 'lookahead' || element.negate) continue
    for (const alternative of element.alternatives) {
      for (const part of alternative.elements) demands.push(...demandOf(part))
    }
  }
  return demands
}

function demandOf (element: PatternElement): Array<readonly string[]> {
  switch (element.type) {
    case 'Character': return [[String.fromCodePoint(element.value)]]
    case 'CharacterClass': return [listCharacters(element.raw)]
    case 'CharacterSet': return element.kind === 'any' ? [] : [listCharacters(element.raw)]
    case 'Group':
    case 'CapturingGroup': return element.alternatives.flatMap(({ elements }) => elements.flatMap(demandOf))
    case 'Quantifier': {
      const demands = demandOf(element.element)
      return Array.from({ length: Math.min(element.min, SPREAD) }).flatMap(() => demands)
    }
    default: return []
  }
}

interface Draw {
  readonly attempt: number
  readonly lengths: Lengths
  readonly drawing: Drawing
}

function draw ({ piece }: Reading, { attempt, drawing, lengths }: Draw): string {
  const shortest = Math.max(piece.least, lengths.shortest)
  const longest = Math.min(piece.most, lengths.longest)
  const least = Math.max(shortest, Math.min(1, longest))
  const spread = attempt < ATTEMPTS / 2 ? SPREAD : WIDE_SPREAD
  const length = between(least, Math.min(longest, least + spread), drawing.random)
  return length > MOST_UNITS ? '' : piece.draw(length, drawing)
}

/** Replaces characters of a text, each at a place of its own, by those that are demanded. */
function meetDemands (text: string, demands: Reading['demands'], random: Random): string {
  if (demands.length === 0) return text
  const characters = Array.from(text)
  const places = characters.map((_character, place) => place)
  for (const demanded of demands) {
    const character = pick(demanded, random)
    const [place] = places.splice(random.below(places.length), 1)
    if (character !== undefined && place !== undefined) characters[place] = character
  }
  return characters.join('')
}
