import type { Operation } from '../contract/contract.ts'
import { nearest } from '../documents/nearest.ts'

/** An operation that a request comes near to. */
export interface NearOperation<T extends Line = Operation> {
  readonly operation: T
  /** What would have to be different, each in a sentence. */
  readonly why: readonly string[]
  /** How far it is; 0 for the operation that the request finds. */
  readonly cost: number
}

type Line = Pick<Operation, 'method' | 'path'>

/** What is to be done to get from a path to another, and what it costs. */
interface Way {
  readonly cost: number
  readonly why: readonly string[]
  /** How many words they have in common, or nearly so. */
  readonly shared: number
}

/** The operations that a request comes nearest to, the nearest first; those that share nothing with it are not among them. */
export function nearestOperations<T extends Line> (
  method: string,
  path: string,
  operations: readonly T[],
  max = 3
): Array<NearOperation<T>> {
  return operations
    .flatMap(operation => nearOperation(method, path, operation) ?? [])
    .sort((a, b) => a.cost - b.cost)
    .slice(0, max)
}

/** How near a request comes to an operation; `undefined` where they share no part of their paths. */
export function nearOperation<T extends Line> (
  method: string,
  path: string,
  operation: T
): NearOperation<T> | undefined {
  const { cost, shared, why } = wayBetween(segmentsOf(path), segmentsOf(operation.path))
  if (shared === 0 && cost > 0) return undefined
  const isOther = method !== operation.method
  return {
    operation,
    cost: cost + (isOther ? 1 : 0),
    why: isOther ? [methodDiffers(method, operation), ...why] : why
  }
}

function methodDiffers (method: string, { method: own }: Line): string {
  return `the method is ${method}, not ${own}`
}

/** What a path consists of; a slash at the end counts for nothing. */
export function segmentsOf (path: string): string[] {
  return path.split('/').filter(segment => segment !== '')
}

/** The cheapest way from the segments of a path to those of a template (Levenshtein). */
function wayBetween (came: readonly string[], own: readonly string[]): Way {
  let above: Way[] = [START]
  for (const segment of own) above.push(plus(above.at(-1), missing(segment)))
  for (const segment of came.slice(0, MOST_SEGMENTS)) {
    const row: Way[] = [plus(above[0], extra(segment))]
    for (const [index, wanted] of own.entries()) {
      row.push(
        cheapest(
          plus(above[index], replaced(segment, wanted)),
          plus(above[index + 1], extra(segment)),
          plus(row[index], missing(wanted))
        )
      )
    }
    above = row
  }
  return above.at(-1) ?? NOWHERE
}

/** No template is that long; more would only take time. */
const MOST_SEGMENTS = 50

const START: Way = { cost: 0, why: [], shared: 0 }
const NOWHERE: Way = { ...START, cost: Infinity }

function plus (way: Way = NOWHERE, step: Way): Way {
  return {
    cost: way.cost + step.cost,
    why: [...way.why, ...step.why],
    shared: way.shared + step.shared
  }
}

function cheapest (first: Way, ...others: readonly Way[]): Way {
  return others.reduce((best, way) => (way.cost < best.cost ? way : best), first)
}

function missing (segment: string): Way {
  // A value is more easily forgotten than a word.
  return { cost: segment.includes('{') ? 0.4 : 1, why: [`"${segment}" is missing`], shared: 0 }
}

function extra (segment: string): Way {
  return { cost: 1, why: [`"${segment}" is too much`], shared: 0 }
}

function replaced (segment: string, wanted: string): Way {
  if (segment === wanted) return { cost: 0, why: [], shared: 1 }
  // What stands for a value takes any; that costs a little, so that the same word is nearer.
  if (wanted.includes('{')) return { cost: 0.01, why: [], shared: 0 }
  const isSimilar = nearest(segment, [wanted]) !== undefined
  return {
    cost: isSimilar ? 0.5 : 1.5,
    why: [`"${segment}" should be "${wanted}"`],
    shared: isSimilar ? 1 : 0
  }
}
