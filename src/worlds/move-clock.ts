import type { ClockMode } from './clock.ts'
import type { World } from './world.ts'
import { ClockBackward, ClockTooFar, InvalidRequest } from '../errors.ts'
import { formatInstant, LAST, parseInstant } from './clock.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'

/** The change of a clock, as a request gives it. */
export interface ClockBody {
  readonly mode: ClockMode
  readonly now?: string
}

/** Freezes a clock or lets it run, after it was moved. Throws `ClockBackward` or `ClockTooFar`. */
export async function moveClock (world: World, { mode, now }: ClockBody): Promise<void> {
  const { clock, schedule } = world
  const instant = now === undefined ? undefined : ahead(readInstant(now, '/now', ''), clock.now())
  if (mode === 'frozen') switchClock(world, mode)
  await moveTo(world, instant)
  if (mode === 'running') switchClock(world, mode)
  schedule.rearm()
}

function switchClock ({ clock, watcher }: World, mode: ClockMode): void {
  const isOther = clock.mode !== mode
  if (mode === 'frozen') clock.freeze()
  else clock.run()
  if (isOther) watcher?.clockChanged(mode, clock.now())
}

export function ahead (instant: number, now: number): number {
  if (instant < now) throw new ClockBackward(formatInstant(instant), formatInstant(now))
  return instant
}

export function readInstant (text: string, pointer: string, others: string): number {
  return parseInstant(text) ?? refuse(pointer, `be an instant such as 2026-01-31T12:00:00Z${others}`, text)
}

export function refuse (pointer: string, expected: string, text: string): never {
  throw withViolations(InvalidRequest, [
    createViolation({ in: 'body', pointer }, { rule: 'format', expected }, text)
  ])
}

/** Moves the clock of a world to an instant, and runs the tasks that are due until then. Throws `ClockTooFar`. */
export async function moveTo (world: World, instant: number | undefined): Promise<void> {
  if (instant === undefined) return
  if (instant > LAST) throw new ClockTooFar(formatInstant(LAST))
  const from = world.clock.now()
  await world.schedule.advanceTo(instant)
  if (instant > from) world.watcher?.clockChanged('advanced', from)
}
