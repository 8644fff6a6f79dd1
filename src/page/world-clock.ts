import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Answer } from './answer.ts'

/** The clock of a world as the server told it, and when that was. */
interface ToldClock {
  readonly mode: 'running' | 'frozen'
  /** In milliseconds since 1970, by the clock of the world. */
  readonly now: number
  /** In milliseconds since 1970, by the clock of this machine. */
  readonly toldAt: number
}

const told = signal<ToldClock | undefined>(undefined)

/** How often a running clock is read, in milliseconds. */
const TICK_MS = 250

/** Keeps what the server says of the clock of the world that is shown; `undefined` for what is not known yet. */
export function keepClock (clock: Answer<'readClock'> | undefined): void {
  told.value = clock && { mode: clock.mode, now: Date.parse(clock.now), toldAt: Date.now() }
}

/** Returns the mode of the clock; `undefined` until it is known. */
export function clockMode (): ToldClock['mode'] | undefined {
  return told.value?.mode
}

function readClock (): number | undefined {
  const clock = told.peek()
  if (clock?.mode !== 'running') return clock?.now
  const now = clock.now + Date.now() - clock.toldAt
  return now - now % 1_000
}

/** Returns the time of the world, to the second while its clock runs; `undefined` until it is known. */
export function useWorldTime (): number | undefined {
  const [time, setTime] = useState(readClock)
  const clock = told.value
  useEffect(() => {
    setTime(readClock())
    if (clock?.mode !== 'running') return
    const timer = setInterval(() => setTime(readClock()), TICK_MS)
    return () => clearInterval(timer)
  }, [clock])
  return time
}
