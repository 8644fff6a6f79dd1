import { setTimer } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { listJournal } from './list-journal.ts'
import { boundsOf, verify } from './verify.ts'
import type { Expectation, Verdict } from './verify.ts'

/**
 * Compares the exchanges of a world with an expectation until it holds, or can no longer hold as too many requests
 * came. It ends when so many real milliseconds have passed, and when the world ends, with what came until then.
 */
export function waitForVerdict (world: World, expectation: Expectation, ms: number): Promise<Verdict> {
  const { atMost } = boundsOf(expectation.count)
  const look = (): Verdict => verify(listJournal(world), expectation)
  const isSettled = ({ matching, ok }: Verdict): boolean => ok || matching.length > atMost || world.hasEnded
  const first = look()
  if (ms === 0 || isSettled(first)) return Promise.resolve(first)

  return new Promise(resolve => {
    let isDue = false
    const finish = (verdict: Verdict): void => {
      for (const end of ends) end()
      resolve(verdict)
    }
    // It looks once for all requests that came together, after they were answered where that is at once.
    const lookSoon = (): void => {
      if (isDue) return
      isDue = true
      setImmediate(() => {
        isDue = false
        const verdict = look()
        if (isSettled(verdict)) finish(verdict)
      })
    }
    const ends = [
      world.exchanged.add(lookSoon),
      world.ended.add(() => finish(look())),
      setTimer(ms, () => finish(look()), { keepsAlive: true })
    ]
  })
}
