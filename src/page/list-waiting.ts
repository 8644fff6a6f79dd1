import { hrefTo } from './place.ts'
import type { Callback, Lane, Timeline } from './time-window.ts'

type Request = Timeline['waiting'][number]

/** A request, a job or a callback that waits. */
export interface Waiting {
  readonly key: string
  readonly text: string
  /** The instant that it waits for; null where it waits for something else. */
  readonly until: string | null
  /** Whether the instant is one of real time, which no clock of a world moves. */
  readonly isReal: boolean
  /** What it waits for instead of an instant. */
  readonly condition: string
  readonly href: string | undefined
}

/** Lists what waits in a world, earliest first; then what waits for something else than an instant. */
export function listWaiting ({ callbacks, resources, waiting }: Timeline): Waiting[] {
  const jobs = resources.filter(({ running, until }) => running || until !== null)
  const due = callbacks.filter(({ due }) => due !== null)
  const all = [...waiting.map(requestOf), ...jobs.map(jobOf), ...due.map(callbackOf)]
  return all.sort((a, b) => rank(a) < rank(b) ? -1 : 1)
}

function rank ({ isReal, until }: Waiting): string {
  return until === null ? '~' : isReal ? `+${until}` : `,${until}`
}

function requestOf ({ due, fault, id, method, realDue, url }: Request): Waiting {
  return {
    key: `e${id}`,
    text: `The response to ${method} ${url}`,
    until: due ?? realDue,
    isReal: due === null && realDue !== null,
    condition: fault === 'no-answer' ? 'it never comes' : 'its handler',
    href: hrefTo('live', id)
  }
}

function jobOf ({ id, number, status, statuses, type, until }: Lane): Waiting {
  const next = statuses.find(({ since }) => since === until)?.status
  return {
    key: `r${number}`,
    text: `${type} ${id}: ${status}${next === undefined ? '' : ` → ${next}`}`,
    until,
    isReal: false,
    condition: 'reads, or a forced status',
    href: hrefTo('timeline', type, id)
  }
}

function callbackOf ({ attempts, callback, due, id, resource }: Callback): Waiting {
  return {
    key: `c${id}`,
    text: `Attempt ${attempts.length + 1} of ${callback}`,
    until: due,
    isReal: false,
    condition: '',
    href: resource === null ? undefined : hrefTo('timeline', resource.type, resource.id)
  }
}
