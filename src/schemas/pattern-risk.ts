import type { PatternNode, PatternSequence } from './parse-pattern.ts'

/** In how many ways a backtracking engine may try a part of a regular expression. */
interface Cost {
  /** Repetitions without a limit that may divide a text among themselves: the cost grows with this power of its length. */
  readonly degree: number
  /** Ways to match whatever the length. */
  readonly ways: number
  /** Whether the cost may double with each character. */
  readonly isExponential: boolean
}

/** So many steps are taken within some milliseconds. */
const MAX_STEPS = 1_000_000

/** So many states are gone through within a second or so. */
const MAX_LINEAR_STEPS = 5_000_000

/** A repetition up to so many times is as good as one without a limit. */
const MANY = 100

const NOTHING: Cost = { degree: 0, ways: 1, isExponential: false }

/** The longest text that a backtracking engine surely tries at once; `Infinity` where its cost grows no faster than the text. */
export function longestSafe (alternatives: readonly PatternSequence[]): number {
  const { degree, ways, isExponential } = costOfAny(alternatives)
  if (isExponential || ways > MAX_STEPS) return 0
  const power = degree + (alternatives.every(isAnchored) ? 0 : 1)
  return power <= 1 ? Infinity : Math.floor((MAX_STEPS / ways) ** (1 / power))
}

/** The longest text that an engine tries at once whose time grows with the text and with the pattern, repetitions written out. */
export function longestLinear (alternatives: readonly PatternSequence[]): number {
  return Math.floor(MAX_LINEAR_STEPS / sizeOf(alternatives))
}

function sizeOf (alternatives: readonly PatternSequence[]): number {
  return alternatives.flat().reduce((size, node) => size + sizeOfNode(node), 1)
}

function sizeOfNode (node: PatternNode): number {
  if (node.kind === 'repeat') return sizeOfNode(node.node) * (node.max === Infinity ? node.min + 1 : node.max)
  return 'alternatives' in node ? sizeOf(node.alternatives) : 1
}

/** Whether a sequence can only begin where the text does; else it is tried at each of its characters. */
function isAnchored (sequence: PatternSequence): boolean {
  const [first] = sequence
  if (first?.kind === 'group') return first.alternatives.every(isAnchored)
  return first?.kind === 'start'
}

function costOfAny (alternatives: readonly PatternSequence[]): Cost {
  return alternatives.map(costOfSequence).reduce((sum, cost) => ({
    degree: Math.max(sum.degree, cost.degree),
    ways: sum.ways + cost.ways,
    isExponential: sum.isExponential || cost.isExponential
  }))
}

function costOfSequence (sequence: PatternSequence): Cost {
  let cost = NOTHING
  let looking = NOTHING
  for (const node of sequence) {
    // What looks ahead or behind is never tried again for the sake of what follows.
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') looking = worse(looking, multiply(cost, costOfAny(node.alternatives)))
    else cost = multiply(cost, costOf(node))
  }
  return worse(cost, looking)
}

function costOf (node: PatternNode): Cost {
  if (node.kind === 'group') return costOfAny(node.alternatives)
  if (node.kind !== 'repeat') return node.kind === 'backreference' ? { ...NOTHING, degree: 1 } : NOTHING
  const { min, max } = node
  const inner = costOf(node.node)
  const isFixed = inner.degree === 0 && inner.ways === 1
  if (max - min > MANY) return { degree: inner.degree + 1, ways: inner.ways, isExponential: !isFixed }
  const times = isFixed || max <= 1 ? 1 : max
  return { degree: inner.degree * times, ways: inner.ways ** times * (max - min + 1), isExponential: inner.isExponential }
}

function multiply (a: Cost, b: Cost): Cost {
  return { degree: a.degree + b.degree, ways: a.ways * b.ways, isExponential: a.isExponential || b.isExponential }
}

function worse (a: Cost, b: Cost): Cost {
  return { degree: Math.max(a.degree, b.degree), ways: Math.max(a.ways, b.ways), isExponential: a.isExponential || b.isExponential }
}
