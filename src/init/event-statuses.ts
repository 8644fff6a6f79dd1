import type { Job } from './find-job.ts'
import { statusKind } from './status-kind.ts'

/** Matches names of events for every change of a status. */
const ANY_CHANGE = /status|state|progress|chang|updat/i

/** Matches the last words of names of events for every end. */
const ANY_END = /^(finished|finish|ended|end|done|completion|result|callback|notification|webhook|hook|notify)$/

/** Returns the statuses at which an event is sent, by its name; those that end a job where it names none. */
export function eventStatuses (name: string, { statuses }: Job): readonly string[] {
  const all = [...new Set(Object.values(statuses).flat())]
  const words = listWords(name)
  const named = all.filter(status => endsWith(words, listWords(status)))
  if (named.length > 0) return named
  const isOpen = ANY_CHANGE.test(name) || ANY_END.test(words.at(-1) ?? '')
  const kind = isOpen ? undefined : statusKind(words.slice(-1).join(' '))?.kind
  const ofKind = kind === undefined ? [] : statuses[kind]
  if (ofKind.length > 0) return ofKind
  if (ANY_CHANGE.test(name)) return all
  const { cancelled, failure, success } = statuses
  return [...success, ...failure, ...cancelled]
}

function endsWith (words: readonly string[], end: readonly string[]): boolean {
  return end.length > 0 && words.slice(-end.length).join() === end.join()
}

/** Lists the words of a name in lower case: `campaign`, `sent` of `campaign.sent` and `onCampaignSent`. */
export function listWords (name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
}
