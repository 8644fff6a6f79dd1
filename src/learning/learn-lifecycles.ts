import { statusKind } from '../init/status-kind.ts'
import { formatDuration } from '../worlds/duration.ts'
import { statusOf } from './job-type.ts'
import type { JobType, Lifecycle, Lifecycles } from './job-type.ts'
import type { Measured, Measurement, Way } from './measure-ways.ts'

/** Lifecycles as they were measured, and what could not be told. */
export interface LearnedLifecycles {
  /** The most frequent way first. */
  readonly lifecycles: Lifecycles
  /** For a reader: `Export success: Pending PT2S (1.4 s to 2.1 s) → Success, seen 3 times`. */
  readonly told: readonly string[]
  readonly untold: readonly string[]
}

/** How long a status lasts whose end nobody has seen. */
const UNSEEN = 'P7D'

/** Puts measured durations, orders and ways in the place of those that a type has. */
export function learnLifecycles (type: JobType, { goneBack, unfinished, ways }: Measurement): LearnedLifecycles {
  const learned: Record<string, Lifecycle> = {}
  const told: string[] = []
  const untold: string[] = []
  const measured = new Map<string, string>()
  for (const way of ways) {
    const [name, base] = baseOf(type.lifecycles, way) ?? [nameOf(way.end, learned), undefined]
    learned[name] = toLifecycle(way, base)
    for (const { ms, status } of way.steps) if (ms !== undefined) measured.set(status, formatDuration(ms))
    told.push(`${type.name} ${name}: ${way.steps.map(stepText).join(' → ')}, seen ${timesText(way.count)}`)
    const last = way.steps.at(-1)
    const tail = base?.slice(base.findIndex(step => statusOf(step) === last?.status) + 1) ?? []
    if (last !== undefined && tail.length > 0) untold.push(`${type.name}: how long ${last.status} lasts`)
  }
  for (const [name, lifecycle] of Object.entries(type.lifecycles)) {
    if (Object.hasOwn(learned, name)) continue
    learned[name] = lifecycle.map(step => withMeasured(step, measured))
    if (ways.length > 0) untold.push(`${type.name}: the way ${name}, which was not seen`)
  }
  if (ways.length === 0) {
    untold.push(`${type.name}: how long its statuses last, as none was seen from its creation to its end`)
  }
  if (unfinished > 0) untold.push(`${type.name}: the ends of ${unfinished} that had not ended`)
  for (const status of goneBack) untold.push(`${type.name}: why some went back to ${status}`)
  return { lifecycles: learned, told, untold }
}

/** Finds the lifecycle that has the status in which a way ended. */
function baseOf (lifecycles: Lifecycles, { end }: Way): [name: string, lifecycle: Lifecycle] | undefined {
  return Object.entries(lifecycles).find(([, steps]) => steps.some(step => statusOf(step) === end))
}

function nameOf (end: string, taken: Lifecycles): string {
  const kind = statusKind(end)?.kind ?? end
  return Object.hasOwn(taken, kind) ? end : kind
}

function toLifecycle ({ steps }: Way, base: Lifecycle | undefined): Lifecycle {
  const last = steps.at(-1)
  const tail = base?.slice(base.findIndex(step => statusOf(step) === last?.status) + 1) ?? []
  const written = steps.map(({ ms, status }, index): Lifecycle[number] => {
    if (ms !== undefined) return { [status]: formatDuration(ms) }
    return index === steps.length - 1 && tail.length === 0 ? status : { [status]: durationIn(base, status) }
  })
  return [...written, ...tail]
}

function durationIn (lifecycle: Lifecycle | undefined, status: string): string {
  const step = lifecycle?.find(step => statusOf(step) === status)
  return typeof step === 'object' ? step[status] ?? UNSEEN : UNSEEN
}

function withMeasured (step: Lifecycle[number], measured: ReadonlyMap<string, string>): Lifecycle[number] {
  if (typeof step === 'string') return step
  const status = statusOf(step)
  return { [status]: measured.get(status) ?? durationIn([step], status) }
}

function stepText ({ ms, spread, status }: Measured): string {
  if (ms === undefined || spread === undefined) return status
  return `${status} ${formatDuration(ms)} (${secondsText(spread[0])} to ${secondsText(spread[1])})`
}

function secondsText (ms: number): string {
  return `${Math.round(ms / 100) / 10} s`
}

function timesText (count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
