import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { durationText } from './duration-text.ts'
import { listWaiting } from './list-waiting.ts'
import type { Waiting } from './list-waiting.ts'
import type { Timeline } from './time-window.ts'

/** How many are listed. */
const MAX_LISTED = 100

/** Lists the requests, jobs and callbacks that wait, each with its instant and how long until then, earliest first. */
export function WaitingList ({ timeline }: { readonly timeline: Timeline }): JSX.Element | null {
  const waiting = listWaiting(timeline)
  const realNow = useRealTime(waiting.some(({ isReal }) => isReal))
  if (waiting.length === 0) return null
  const more = waiting.length - MAX_LISTED
  const now = Date.parse(timeline.now)
  // While the clock runs, its time is known to the second.
  const stepMs = timeline.mode === 'running' ? 1_000 : 1
  return (
    <section class='panel' aria-labelledby='waiting'>
      <h2 id='waiting'>What waits</h2>
      <div class='waiting' tabIndex={0} role='group' aria-labelledby='waiting'>
        <table>
          <thead>
            <tr><th scope='col'>Until</th><th scope='col'>In</th><th scope='col'>What</th></tr>
          </thead>
          <tbody>
            {waiting.slice(0, MAX_LISTED).map(item => (
              <WaitingRow
                key={item.key} item={item}
                now={item.isReal ? realNow : now} stepMs={item.isReal ? 1_000 : stepMs}
              />
            ))}
          </tbody>
        </table>
        {more > 0 && <p class='quiet'>and {more} more</p>}
      </div>
    </section>
  )
}

/** Returns the time of this machine in milliseconds since 1970, every second where it is needed. */
function useRealTime (isNeeded: boolean): number {
  const [time, setTime] = useState(Date.now)
  useEffect(() => {
    if (!isNeeded) return
    setTime(Date.now())
    const timer = setInterval(() => setTime(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [isNeeded])
  return time
}

interface WaitingRowProps {
  readonly item: Waiting
  /** The time of the world, or the real one for what waits by real time, in milliseconds since 1970. */
  readonly now: number
  readonly stepMs: number
}

function WaitingRow ({ item, now, stepMs }: WaitingRowProps): JSX.Element {
  const { condition, href, isReal, text, until } = item
  const ms = until === null ? 0 : Math.max(0, Date.parse(until) - now)
  return (
    <tr>
      {until === null
        ? <td colSpan={2} class='quiet'>{condition}</td>
        : (
          <>
            <td class='mono'><time dateTime={until}>{instantText(until, now)}</time></td>
            <td class='waiting-in'>
              {durationText(Math.ceil(ms / stepMs) * stepMs)}{isReal && ' of real time'}
            </td>
          </>
          )}
      <td>{href === undefined ? text : <a href={href}>{text}</a>}</td>
    </tr>
  )
}

/** Returns an instant without what is the same for all: the day of the world, and zeros. */
function instantText (instant: string, now: number): string {
  const day = instant.slice(0, 10)
  const time = instant.slice(11).replace(/\.000Z$|Z$/, '')
  return day === new Date(now).toISOString().slice(0, 10) ? time : `${day} ${time}`
}
