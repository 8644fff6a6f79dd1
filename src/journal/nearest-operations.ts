import type { Operation } from '../contract/contract.ts'
import { foldCase, normalPath } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { pathPattern } from '../contract/route-url.ts'
import { nearest } from '../documents/nearest.ts'
import { shorten } from '../schemas/shorten.ts'

/** An operation that is near to a request. */
export interface NearOperation<T extends RouteLine = Operation> {
  readonly operation: T
  /** The differences, each as a clause. */
  readonly why: readonly string[]
  /** The distance; 0 for the operation that the request matches. */
  readonly cost: number
}

type RouteLine = Pick<Operation, 'method' | 'path'>

/**
 * Returns the operations that are nearest to a request, nearest first, without unrelated ones. It
 * compares only those that may be nearer than what it has found.
 */
export function nearestOperations<T extends RouteLine> (
  method: string,
  path: string,
  operations: readonly T[],
  max = 3
): Array<NearOperation<T>> {
  const request = new RequestLine(method, path)
  const found: Array<NearOperation<T>> = []
  for (const operation of operations) {
    const worst = found.length < max ? Infinity : found.at(-1)?.cost ?? 0
    if (request.leastCost(operation) >= worst) continue
    const near = request.compare(operation)
    if (near === undefined || near.cost >= worst) continue
    const index = found.findIndex(({ cost }) => cost > near.cost)
    found.splice(index === -1 ? found.length : index, 0, near)
    found.splice(max)
  }
  return found
}

/** Compares a request with an operation; returns `undefined` if their paths share no segment. */
export function nearOperation<T extends RouteLine> (
  method: string,
  path: string,
  operation: T
): NearOperation<T> | undefined {
  return new RequestLine(method, path).compare(operation)
}

const SLASHES_DIFFER = 'the number of slashes differs, which --ignore-duplicate-slashes ignores'
const CASE_DIFFERS = 'the letter case differs, which --ignore-path-case ignores'

/** The number of segments that are compared: no template is longer. */
const MOST_SEGMENTS = 50

/** The most pairs of words that are compared letter by letter for one request. */
const MOST_COMPARISONS = 5_000

/** The method and path of a request, to be compared with those of operations. */
class RequestLine {
  readonly #method: string
  readonly #path: string
  readonly #segments: readonly string[]
  readonly #words: ReadonlySet<string>
  readonly #similar = new Map<string, ReadonlySet<string>>()
  #comparisons = 0

  constructor (method: string, path: string) {
    this.#method = method
    this.#path = path
    this.#segments = segmentsOf(path).slice(0, MOST_SEGMENTS)
    this.#words = new Set(this.#segments)
  }

  /** Returns what the difference from an operation costs at least, without comparing its segments one by one. */
  leastCost (operation: RouteLine): number {
    const own = templateOf(operation)
    let cost = Math.max(0, this.#segments.length - own.length)
    if (operation.method !== this.#method) cost++
    for (const segment of own) {
      if (!this.#words.has(segment) && !segment.includes('{')) cost += SIMILAR
    }
    return cost
  }

  compare<T extends RouteLine> (operation: T): NearOperation<T> | undefined {
    const own = templateOf(operation)
    if (own.length > 0 && !own.some(segment => this.#isShared(segment))) return undefined
    const edits = this.#editsTo(own)
    if (edits.shared === 0 && edits.cost > 0) return undefined
    if (operation.method === this.#method) {
      return { operation, cost: edits.cost, why: this.#formDiffers(operation, own) ?? listSteps(edits) }
    }
    const why = listSteps(edits)
    const methodDiffers = `the method is ${this.#method}, not ${operation.method}`
    return { operation, cost: edits.cost + 1, why: [methodDiffers, ...why] }
  }

  /** Returns why the path does not match, where options would have it match; `undefined` for other paths. */
  #formDiffers ({ path }: RouteLine, own: readonly string[]): string[] | undefined {
    const isAlike = own.length === this.#segments.length &&
      own.every((wanted, at) => wanted.includes('{') || foldCase(wanted) === foldCase(this.#segments[at] ?? ''))
    if (!isAlike) return undefined
    const matches = (matching: PathMatching): boolean =>
      pathPattern(path, matching).test(normalPath(this.#path, matching))
    if (!matches({ ignoreDuplicateSlashes: true, ignorePathCase: true })) return undefined
    const differences: string[] = []
    if (!matches({ ignorePathCase: true })) differences.push(SLASHES_DIFFER)
    if (!matches({ ignoreDuplicateSlashes: true })) differences.push(CASE_DIFFERS)
    return differences.length === 0 ? undefined : differences
  }

  /** Returns the cheapest edits to a template, segment by segment (Levenshtein). */
  #editsTo (own: readonly string[]): PathEdits {
    let above: PathEdits[] = [START]
    for (const segment of own) above.push(addEdit(above.at(-1), missing(segment)))
    for (const segment of this.#segments) {
      const row: PathEdits[] = [addEdit(above[0], extra(segment))]
      for (const [index, wanted] of own.entries()) {
        row.push(
          cheapest(
            addEdit(above[index], this.#replaced(segment, wanted)),
            addEdit(above[index + 1], extra(segment)),
            addEdit(row[index], missing(wanted))
          )
        )
      }
      above = row
    }
    return above.at(-1) ?? NOWHERE
  }

  #replaced (segment: string, wanted: string): Edit {
    if (segment === wanted) return { cost: 0, shared: 1 }
    // A placeholder takes any value, at a small cost so that an equal word is nearer.
    if (wanted.includes('{')) return { cost: 0.01, shared: 0 }
    const isSimilar = this.#similarTo(wanted).has(segment)
    return {
      cost: isSimilar ? SIMILAR : 1.5,
      step: `"${shorten(segment)}" should be "${wanted}"`,
      shared: isSimilar ? 1 : 0
    }
  }

  #isShared (wanted: string): boolean {
    return this.#words.has(wanted) || (!wanted.includes('{') && this.#similarTo(wanted).size > 0)
  }

  /** Returns the words of the request that are similar to one of a template. */
  #similarTo (wanted: string): ReadonlySet<string> {
    let similar = this.#similar.get(wanted)
    if (similar === undefined) {
      this.#comparisons += this.#words.size
      if (this.#comparisons > MOST_COMPARISONS) return NO_WORDS
      similar = new Set([...this.#words].filter(word => nearest(word, [wanted]) !== undefined))
      this.#similar.set(wanted, similar)
    }
    return similar
  }
}

const NO_WORDS: ReadonlySet<string> = new Set()

/** Splits a path into its segments, ignoring a slash at the end. */
export function segmentsOf (path: string): string[] {
  return path.split('/').filter(segment => segment !== '')
}

const templates = new WeakMap<RouteLine, readonly string[]>()

function templateOf (operation: RouteLine): readonly string[] {
  let segments = templates.get(operation)
  if (segments === undefined) {
    segments = segmentsOf(operation.path)
    templates.set(operation, segments)
  }
  return segments
}

interface Edit {
  readonly cost: number
  /** The difference, as a clause; absent where there is none to tell. */
  readonly step?: string
  /** How many segments are equal or similar. */
  readonly shared: number
}

/** The edits that turn a path into another, the last one first, and their cost. */
interface PathEdits extends Edit {
  readonly before?: PathEdits | undefined
}

/** The cost of a segment that is probably misspelt. */
const SIMILAR = 0.5

const START: PathEdits = { cost: 0, shared: 0 }
const NOWHERE: PathEdits = { ...START, cost: Infinity }

function addEdit (before: PathEdits = NOWHERE, { cost, shared, step }: Edit): PathEdits {
  return { cost: before.cost + cost, shared: before.shared + shared, step, before }
}

function cheapest (first: PathEdits, ...others: readonly PathEdits[]): PathEdits {
  return others.reduce((best, edits) => (edits.cost < best.cost ? edits : best), first)
}

function listSteps (edits: PathEdits): string[] {
  const steps: string[] = []
  for (let edit: PathEdits | undefined = edits; edit !== undefined; edit = edit.before) {
    if (edit.step !== undefined) steps.push(edit.step)
  }
  return steps.reverse()
}

function missing (segment: string): Edit {
  // A value is forgotten more easily than a fixed word.
  return { cost: segment.includes('{') ? 0.4 : 1, step: `"${segment}" is missing`, shared: 0 }
}

function extra (segment: string): Edit {
  return { cost: 1, step: `"${shorten(segment)}" is not expected`, shared: 0 }
}
