import type { Operation } from '../contract/contract.ts'
import { nearest } from '../documents/nearest.ts'

/** An operation that is near to a request. */
export interface NearOperation<T extends RouteLine = Operation> {
  readonly operation: T
  /** The differences, each as a clause. */
  readonly why: readonly string[]
  /** The distance; 0 for the operation that the request matches. */
  readonly cost: number
}

type RouteLine = Pick<Operation, 'method' | 'path'>

/** The edits that turn a path into another, and their cost. */
interface PathEdits {
  readonly cost: number
  readonly why: readonly string[]
  /** How many segments are equal or similar. */
  readonly shared: number
}

/** Returns the operations that are nearest to a request, nearest first, without unrelated ones. */
export function nearestOperations<T extends RouteLine> (
  method: string,
  path: string,
  operations: readonly T[],
  max = 3
): Array<NearOperation<T>> {
  return operations
    .map(operation => nearOperation(method, path, operation))
    .filter(near => near !== undefined)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, max)
}

/** Compares a request with an operation; returns `undefined` if their paths share no segment. */
export function nearOperation<T extends RouteLine> (
  method: string,
  path: string,
  operation: T
): NearOperation<T> | undefined {
  const { cost, shared, why } = editsBetween(segmentsOf(path), segmentsOf(operation.path))
  if (shared === 0 && cost > 0) return undefined
  const isOther = method !== operation.method
  return {
    operation,
    cost: cost + (isOther ? 1 : 0),
    why: isOther ? [methodDiffers(method, operation), ...why] : why
  }
}

function methodDiffers (method: string, { method: own }: RouteLine): string {
  return `the method is ${method}, not ${own}`
}

/** Splits a path into its segments, ignoring a slash at the end. */
export function segmentsOf (path: string): string[] {
  return path.split('/').filter(segment => segment !== '')
}

/** Returns the cheapest edits from a path to a template, segment by segment (Levenshtein). */
function editsBetween (came: readonly string[], own: readonly string[]): PathEdits {
  let above: PathEdits[] = [START]
  for (const segment of own) above.push(addEdit(above.at(-1), missing(segment)))
  for (const segment of came.slice(0, MOST_SEGMENTS)) {
    const row: PathEdits[] = [addEdit(above[0], extra(segment))]
    for (const [index, wanted] of own.entries()) {
      row.push(
        cheapest(
          addEdit(above[index], replaced(segment, wanted)),
          addEdit(above[index + 1], extra(segment)),
          addEdit(row[index], missing(wanted))
        )
      )
    }
    above = row
  }
  return above.at(-1) ?? NOWHERE
}

/** The number of segments that are compared: no template is longer. */
const MOST_SEGMENTS = 50

const START: PathEdits = { cost: 0, why: [], shared: 0 }
const NOWHERE: PathEdits = { ...START, cost: Infinity }

function addEdit (edits: PathEdits = NOWHERE, step: PathEdits): PathEdits {
  return {
    cost: edits.cost + step.cost,
    why: [...edits.why, ...step.why],
    shared: edits.shared + step.shared
  }
}

function cheapest (first: PathEdits, ...others: readonly PathEdits[]): PathEdits {
  return others.reduce((best, edits) => (edits.cost < best.cost ? edits : best), first)
}

function missing (segment: string): PathEdits {
  // A value is forgotten more easily than a fixed word.
  return { cost: segment.includes('{') ? 0.4 : 1, why: [`"${segment}" is missing`], shared: 0 }
}

function extra (segment: string): PathEdits {
  return { cost: 1, why: [`"${segment}" is not expected`], shared: 0 }
}

function replaced (segment: string, wanted: string): PathEdits {
  if (segment === wanted) return { cost: 0, why: [], shared: 1 }
  // A placeholder takes any value, at a small cost so that an equal word is nearer.
  if (wanted.includes('{')) return { cost: 0.01, why: [], shared: 0 }
  const isSimilar = nearest(segment, [wanted]) !== undefined
  return {
    cost: isSimilar ? 0.5 : 1.5,
    why: [`"${segment}" should be "${wanted}"`],
    shared: isSimilar ? 1 : 0
  }
}
