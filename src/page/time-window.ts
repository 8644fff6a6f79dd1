import type { Answer } from './answer.ts'

export type Timeline = Answer<'readTimeline'>
export type Lane = Timeline['resources'][number]
export type Callback = Timeline['callbacks'][number]

/** The stretch of time that is shown, in milliseconds since 1970. */
export interface TimeWindow {
  readonly from: number
  readonly to: number
  readonly now: number
}

/** The running statuses of each type. */
export type RunningStatuses = ReadonlyMap<string, readonly string[]>

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The widths of the window to choose from, in milliseconds. */
export const WIDTHS: ReadonlyArray<readonly [string, number]> = [
  ['10 seconds', 10 * SECOND],
  ['1 minute', MINUTE],
  ['10 minutes', 10 * MINUTE],
  ['1 hour', HOUR],
  ['1 day', DAY],
  ['1 week', 7 * DAY],
  ['1 month', 30 * DAY]
]

/** How many of the latest resources the window fits where none is running. */
const LATEST = 20

/** Returns a window of a width around the time of the world, or the one in which the jobs that run are seen whole. */
export function timeWindow (timeline: Timeline, running: RunningStatuses, width?: number): TimeWindow {
  const now = Date.parse(timeline.now)
  if (width !== undefined) return { now, from: now - width / 2, to: now + width / 2 }
  const busy = timeline.resources.filter(({ running }) => running)
  let from = now
  let to = now
  for (const { created, statuses, type } of busy.length > 0 ? busy : timeline.resources.slice(0, LATEST)) {
    from = Math.min(from, Date.parse(created))
    for (const { since, status, until } of statuses) {
      const isRunning = running.get(type)?.includes(status) ?? false
      to = Math.max(to, Date.parse((isRunning ? until : null) ?? since))
    }
  }
  // A status that lasts a week after a job of seconds would leave nothing of the job to see.
  to = Math.min(to, endOfRunning(timeline, running, now))
  const pad = Math.max((to - from) / 6, 2 * SECOND)
  return { now, from: from - pad / 2, to: to + pad }
}

function endOfRunning ({ callbacks, resources }: Timeline, running: RunningStatuses, now: number): number {
  let end = now
  for (const { statuses, type } of resources) {
    for (const { status, until } of statuses) {
      if (until !== null && running.get(type)?.includes(status)) end = Math.max(end, Date.parse(until))
    }
  }
  for (const { due } of callbacks) {
    if (due !== null) end = Math.max(end, Date.parse(due))
  }
  return end
}

/** Returns where an instant is in a window, in percent of its width. */
export function percentAt ({ from, to }: TimeWindow, instant: number): number {
  return Math.max(-1, Math.min(101, (instant - from) * 100 / (to - from)))
}

const STEPS = [
  SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 30 * SECOND,
  MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE,
  HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR,
  DAY, 2 * DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY
]

const MAX_TICKS = 8

/** Lists the instants of a window that are labelled, with their labels. */
export function ticksOf ({ from, to }: TimeWindow): Array<{ readonly at: number, readonly label: string }> {
  const step = STEPS.find(step => (to - from) / step <= MAX_TICKS) ?? (to - from) / MAX_TICKS
  const ticks: Array<{ readonly at: number, readonly label: string }> = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const text = new Date(at).toISOString()
    ticks.push({ at, label: step < MINUTE ? text.slice(11, 19) : step < DAY ? text.slice(11, 16) : text.slice(5, 10) })
  }
  return ticks
}
