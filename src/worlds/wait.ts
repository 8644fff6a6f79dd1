import { setTimer } from './clock.ts'
import type { World } from './world.ts'

/** A wait: in real time, or until the clock of a world has moved as far. */
export interface Wait {
  readonly ms: number
  readonly by: 'real' | 'clock'
}

/** Resolves when the time has come, or earlier when the world ends or the signal aborts. */
export function wait ({ by, ms }: Wait, world: World, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const callOff = by === 'clock' ? wakeByClock(ms, world, resolve) : setTimer(ms, resolve, { keepsAlive: true })
  const forget = world.ended.add(resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  if (signal.aborted || world.hasEnded) resolve()
  return promise.finally(() => {
    callOff()
    forget()
  })
}

function wakeByClock (ms: number, { schedule, clock }: World, wake: () => void): () => void {
  const task = { at: clock.now() + ms, run: async () => wake() }
  schedule.add(task)
  return () => schedule.remove(task)
}
