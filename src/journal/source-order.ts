import type { SourceName } from '../messages/message.ts'
import type { JournalItem } from '../worlds/exchange.ts'

/** The sources of a response, in the order in which they are asked; a refusal comes before them all. */
export const SOURCE_ORDER: readonly SourceName[] = ['stub', 'module', 'simulation', 'fixture', 'example', 'generated']

/** The statuses of requests that are refused after the stubs: for their media types, or as no service has answered. */
const AFTER_STUBS = new Set<number | undefined>([406, 502, 504, 508])

/** Returns whether a request was refused before any source was asked. */
export function isRefusedFirst ({ source, status }: JournalItem): boolean {
  return source === 'refusal' && !AFTER_STUBS.has(status)
}
