import type { PatternAlternative, PatternElement, PatternSyntax } from './parse-pattern.ts'

/** The longest texts, in characters, that each kind of engine can test at once. */
export interface PatternLimits {
  /** For a backtracking engine; `Infinity` where its cost grows no faster than the text. */
  readonly backtracking: number
  /** For an engine whose cost grows with the text and with the pattern, repetitions written out. */
  readonly linear: number
}

/** Bounds how often a backtracking engine may try a part of a regular expression. */
interface Cost {
  /**
   * The number of unlimited repetitions that may divide a text among themselves: the cost grows
   * with this power of its length.
   */
  readonly degree: number
  /** The number of ways to match, whatever the length. */
  readonly ways: number
  /** Whether the cost may double with each character. */
  readonly isExponential: boolean
}

/** A backtracking engine takes so many steps within some milliseconds. */
const MAX_STEPS = 1_000_000

/** A linear engine goes through so many states within a second or so. */
const MAX_LINEAR_STEPS = 5_000_000

/** A repetition that may vary by more than this counts as unlimited. */
const MANY = 100

const NO_COST: Cost = { degree: 0, ways: 1, isExponential: false }

/** Estimates how long the texts may be that are tested against a regular expression. */
export function patternLimits ({ alternatives }: PatternSyntax): PatternLimits {
  return {
    backtracking: backtrackingLimit(alternatives),
    linear: Math.floor(MAX_LINEAR_STEPS / sizeOfAll(alternatives))
  }
}

function backtrackingLimit (alternatives: readonly PatternAlternative[]): number {
  const { degree, ways, isExponential } = costOfAny(alternatives)
  if (isExponential || ways > MAX_STEPS) return 0
  const power = degree + (alternatives.every(isAnchored) ? 0 : 1)
  return power <= 1 ? Infinity : Math.floor((MAX_STEPS / ways) ** (1 / power))
}

/**
 * Returns whether an alternative can only begin where the text does; else it is tried at each of
 * its characters.
 */
function isAnchored ({ elements: [first] }: PatternAlternative): boolean {
  if (first?.type === 'CapturingGroup') return first.alternatives.every(isAnchored)
  // With the modifier `m`, `^` also matches at the start of each line.
  if (first?.type === 'Group') return first.modifiers === null && first.alternatives.every(isAnchored)
  return first?.type === 'Assertion' && first.kind === 'start'
}

function costOfAny (alternatives: readonly PatternAlternative[]): Cost {
  return alternatives.map(costOfAlternative).reduce((sum, cost) => ({
    ...worse(sum, cost),
    ways: sum.ways + cost.ways
  }))
}

function costOfAlternative ({ elements }: PatternAlternative): Cost {
  let cost = NO_COST
  let looking = NO_COST
  for (const element of elements) {
    const next = multiply(cost, costOf(element))
    // An engine never goes back into a lookaround when what follows fails.
    if (isLookaround(element)) looking = worse(looking, next)
    else cost = next
  }
  return worse(cost, looking)
}

function isLookaround (element: PatternElement): boolean {
  return element.type === 'Assertion' && 'alternatives' in element
}

function costOf (element: PatternElement): Cost {
  if ('alternatives' in element) return costOfAny(element.alternatives)
  if (element.type === 'Backreference') return { ...NO_COST, degree: 1 }
  if (element.type !== 'Quantifier') return NO_COST
  const { min, max } = element
  const inner = costOf(element.element)
  const isFixed = inner.degree === 0 && inner.ways === 1
  if (max - min > MANY) return { degree: inner.degree + 1, ways: inner.ways, isExponential: !isFixed }
  const times = isFixed || max <= 1 ? 1 : max
  return {
    degree: inner.degree * times,
    ways: inner.ways ** times * (max - min + 1),
    isExponential: inner.isExponential
  }
}

function multiply (a: Cost, b: Cost): Cost {
  return {
    degree: a.degree + b.degree,
    ways: a.ways * b.ways,
    isExponential: a.isExponential || b.isExponential
  }
}

function worse (a: Cost, b: Cost): Cost {
  return {
    degree: Math.max(a.degree, b.degree),
    ways: Math.max(a.ways, b.ways),
    isExponential: a.isExponential || b.isExponential
  }
}

function sizeOfAll (alternatives: readonly PatternAlternative[]): number {
  let size = 1
  for (const { elements } of alternatives) {
    for (const element of elements) size += sizeOf(element)
  }
  return size
}

function sizeOf (element: PatternElement): number {
  if (element.type === 'Quantifier') {
    const { min, max } = element
    return sizeOf(element.element) * (max === Infinity ? min + 1 : max)
  }
  return 'alternatives' in element ? sizeOfAll(element.alternatives) : 1
}
