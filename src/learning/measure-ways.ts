import { statusKind } from '../init/status-kind.ts'
import type { Tracked } from './track-resources.ts'

/** How long a status lasted. */
export interface Measured {
  readonly status: string
  /** `undefined` for the last, and where it could not be told. */
  readonly ms: number | undefined
  /** The least and the most that it may have lasted, in milliseconds. */
  readonly spread: readonly [least: number, most: number] | undefined
}

/** A way in which resources passed through their statuses. */
export interface Way {
  /** The status in which they ended. */
  readonly end: string
  readonly count: number
  readonly steps: readonly Measured[]
}

/** All that was measured of a type. */
export interface Measurement {
  /** The most frequent first. */
  readonly ways: readonly Way[]
  /** How many resources did not end. */
  readonly unfinished: number
  /** The statuses to which a resource went back. */
  readonly goneBack: ReadonlySet<string>
}

/** A resource's way: when it was first and last seen in each status, since its creation. */
interface Course {
  readonly steps: ReadonlyArray<{ readonly status: string, readonly first: number, readonly last: number }>
  readonly end: string | undefined
}

const ENDS = new Set(['success', 'failure', 'cancelled', 'expired'])

/** Measures how long resources stayed in their statuses, of those whose creation was recorded. */
export function measureWays (resources: readonly Tracked[]): Measurement {
  const goneBack = new Set<string>()
  const courses = resources.filter(({ created }) => created !== undefined).map(one => courseOf(one, goneBack))
  const finished = courses.filter(({ end }) => end !== undefined)
  const byEnd = [...Map.groupBy(finished, ({ end }) => end ?? '')]
  byEnd.sort(([, one], [, other]) => other.length - one.length)
  return {
    ways: byEnd.map(([end, own]) => ({ end, count: own.length, steps: measureSteps(own, courses) })),
    unfinished: courses.length - finished.length,
    goneBack
  }
}

function courseOf ({ created, sightings }: Tracked, goneBack: Set<string>): Course {
  const start = created?.seenAt ?? 0
  const steps: Array<{ status: string, first: number, last: number }> = []
  for (const { at, status } of sightings) {
    const known = steps.find(step => step.status === status)
    if (known === undefined) steps.push({ status, first: at - start, last: at - start })
    else if (known === steps.at(-1)) known.last = at - start
    else goneBack.add(status)
  }
  return { steps, end: steps.find(({ status }) => ENDS.has(statusKind(status)?.kind ?? ''))?.status }
}

/** Measures the statuses of the courses with one end. Those that have not ended tell of its beginning too. */
function measureSteps (own: readonly Course[], all: readonly Course[]): Measured[] {
  const order = orderOf(own)
  const alike = [...own, ...all.filter(({ end, steps }) =>
    end === undefined && steps.every(({ status }) => order.includes(status)))]
  const reached = order.map((_status, index) => index === 0 ? START : reachedAt(index, order, alike))
  return order.map((status, index) => {
    const [from, to] = [reached[index], reached[index + 1]]
    if (from === undefined || to === undefined) return { status, ms: undefined, spread: undefined }
    const least = Math.max(0, to.least - from.most)
    const most = Math.max(0, to.most - from.least)
    const width = (to.most - to.least + from.most - from.least) / 2
    return { status, ms: roundWithin(to.at - from.at, width), spread: [least, most] }
  })
}

/** Returns the statuses in the order in which they follow each other. */
function orderOf (courses: readonly Course[]): string[] {
  const order: string[] = []
  for (const { steps } of courses.toSorted((one, other) => other.steps.length - one.steps.length)) {
    let index = 0
    for (const { status } of steps) {
      const known = order.indexOf(status)
      if (known === -1) order.splice(index, 0, status)
      index = (known === -1 ? index : known) + 1
    }
  }
  return order
}

/** When a status was reached, since the creation, in milliseconds. */
interface Reached {
  readonly at: number
  readonly least: number
  readonly most: number
}

const START: Reached = { at: 0, least: 0, most: 0 }

/**
 * Returns when resources reached a status or one after it. Each poll tells only that it was since the one before;
 * where all resources may have done so at one time, that is within all of their intervals.
 */
function reachedAt (index: number, order: readonly string[], courses: readonly Course[]): Reached | undefined {
  const intervals: Array<readonly [least: number, most: number]> = []
  for (const { steps } of courses) {
    const before = steps.filter(({ status }) => order.indexOf(status) < index)
    const after = steps.find(({ status }) => order.indexOf(status) >= index)
    if (after !== undefined) intervals.push([Math.max(0, ...before.map(({ last }) => last)), after.first])
  }
  if (intervals.length === 0) return undefined
  const least = Math.max(...intervals.map(([from]) => from))
  const most = Math.min(...intervals.map(([, to]) => to))
  if (least <= most) return { at: (least + most) / 2, least, most }
  const middles = intervals.map(([from, to]) => (from + to) / 2).sort((one, other) => one - other)
  return { at: medianOf(middles), least: middles[0] ?? 0, most: middles.at(-1) ?? 0 }
}

function medianOf (sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

/** From days to tenths of seconds, in milliseconds. */
const ROUND = [86_400_000, 3_600_000, 1_800_000, 600_000, 300_000, 60_000, 30_000, 10_000, 5_000, 1_000, 500, 100]

/** Returns the roundest duration near a measured one, whose error is half of the width at most. */
function roundWithin (ms: number, width: number): number {
  const near = Math.max(width / 4, ms / 50)
  for (const unit of ROUND) {
    const rounded = Math.round(ms / unit) * unit
    if (rounded > 0 && Math.abs(rounded - ms) <= near) return rounded
  }
  return Math.round(ms)
}
