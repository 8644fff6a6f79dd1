import type { JSX } from 'preact'
import { hrefTo } from './place.ts'
import type { Timeline } from './time-window.ts'

/** How many are listed. */
const MAX_LISTED = 10

interface Waiting {
  readonly key: string
  readonly text: string
  /** What it waits for. */
  readonly until: string | null
  readonly href: string | undefined
}

/** Lists the jobs and callbacks that wait, and until when: the earliest first. */
export function WaitingList ({ timeline }: { readonly timeline: Timeline }): JSX.Element | null {
  const waiting = listWaiting(timeline)
  if (waiting.length === 0) return null
  const more = waiting.length - MAX_LISTED
  return (
    <section class='panel waiting' aria-labelledby='waiting'>
      <h2 id='waiting'>What waits</h2>
      <table>
        <tbody>
          {waiting.slice(0, MAX_LISTED).map(({ href, key, text, until }) => (
            <tr key={key}>
              <td class='mono'>{until === null ? 'not for the clock' : untilText(until, timeline.now)}</td>
              <td>{href === undefined ? text : <a href={href}>{text}</a>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class='quiet'>and {more} more</p>}
    </section>
  )
}

function listWaiting ({ callbacks, resources }: Timeline): Waiting[] {
  const jobs = resources.filter(({ running, until }) => running || until !== null)
  const due = callbacks.filter(({ due }) => due !== null)
  const all = [
    ...jobs.map(({ id, number, status, type, until }): Waiting => {
      return { key: `r${number}`, text: `${type} ${id} is ${status}`, until, href: hrefTo('timeline', type, id) }
    }),
    ...due.map(({ attempts, callback, due, id, resource }): Waiting => {
      const text = `Attempt ${attempts.length + 1} of ${callback}`
      const href = resource === null ? undefined : hrefTo('timeline', resource.type, resource.id)
      return { key: `c${id}`, text, until: due, href }
    })
  ]
  return all.sort((a, b) => (a.until ?? '9') < (b.until ?? '9') ? -1 : 1)
}

/** Returns an instant with how far ahead it is: `00:00:07 (in 5 s)`. */
function untilText (until: string, now: string): string {
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000)
  const isSameDay = until.slice(0, 10) === now.slice(0, 10)
  return `${isSameDay ? '' : `${until.slice(0, 10)} `}${until.slice(11, 19)} (in ${lengthText(seconds)})`
}

function lengthText (seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`
}
