import type { SourceName } from '../messages/message.ts'
import type { JournalItem } from '../worlds/exchange.ts'

/** The sources of a response, in the order in which they are asked; a refusal comes before them all. */
export const SOURCE_ORDER: readonly SourceName[] = ['stub', 'module', 'simulation', 'fixture', 'example', 'generated']

/** Returns whether a request was refused before any source was asked: only media types are refused after the stubs. */
export function isRefusedFirst ({ source, status }: JournalItem): boolean {
  return source === 'refusal' && status !== 406
}
