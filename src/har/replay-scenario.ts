import type { Operation } from '../contract/contract.ts'
import type { RecordedExchange } from './recorded-exchange.ts'
import { createRecordedFinder } from './recorded-operation.ts'
import { recordedReply } from './recorded-reply.ts'
import type { RecordedReply } from './recorded-reply.ts'
import { countValues, recordedWhen } from './recorded-when.ts'
import type { RecordedWhen } from './recorded-when.ts'

/** A scenario that answers as a recording has it. */
export interface Replay {
  readonly document: { readonly description: string, readonly stubs: readonly object[] }
  /** How many exchanges it has. */
  readonly exchanges: number
  /** How many exchanges of the recording match no operation. */
  readonly unmatched: number
}

/** The recorded answers to requests that are alike. */
interface Group {
  readonly operation: string
  readonly when: RecordedWhen
  readonly replies: RecordedReply[]
}

/**
 * The priorities of the stubs: those of users go before them all. Requests that are like a recorded one in all that is
 * compared get its answers in order, and then the last of them again; others at the same path get those of the path.
 */
const PRIORITIES = { alike: -1, alikeAgain: -2, samePath: -3, samePathAgain: -4 }

/**
 * Converts a recording to a scenario of stubs, each for the requests that are alike. `file` is the name in its
 * description.
 */
export function toReplayScenario (
  recorded: readonly RecordedExchange[],
  operations: readonly Operation[],
  file: string
): Replay {
  const find = createRecordedFinder(operations)
  const alike = new Map<string, Group>()
  const samePath = new Map<string, Group>()
  let exchanges = 0
  for (const { request, response } of recorded) {
    const found = find(request)
    if (found === undefined) continue
    exchanges++
    const when = recordedWhen(request, found)
    const reply = recordedReply(response, found)
    addReply(alike, found.operation, when, reply)
    addReply(samePath, found.operation, when.path === undefined ? {} : { path: when.path }, reply)
  }
  // The latest stub is asked first: the one that names the most.
  const groups = [...alike.values()].sort((a, b) => countValues(a.when) - countValues(b.when))
  const ofPaths = [...samePath].filter(([key, { replies }]) => alike.get(key)?.replies.length !== replies.length)
  const stubs = [
    ...ofPaths.flatMap(([, group]) => toStubs(group, PRIORITIES.samePath, PRIORITIES.samePathAgain)),
    ...groups.flatMap(group => toStubs(group, PRIORITIES.alike, PRIORITIES.alikeAgain))
  ]
  const unmatched = recorded.length - exchanges
  const others = unmatched === 0 ? '' : ': the others match no operation'
  const description = `Answers as ${file} has it, ${exchanges} of its ${recorded.length} exchanges${others}.`
  return { document: { description, stubs }, exchanges, unmatched }
}

function addReply (
  groups: Map<string, Group>,
  { id }: Operation,
  when: RecordedWhen,
  reply: RecordedReply
): void {
  const key = JSON.stringify([id, when])
  const group = groups.get(key)
  if (group === undefined) groups.set(key, { operation: id, when, replies: [reply] })
  else group.replies.push(reply)
}

/** Returns the stubs of a group: one for its answers in order, where there are several, and one for the last again. */
function toStubs ({ operation, replies, when }: Group, inOrder: number, again: number): object[] {
  // A service may answer as its contract does not say; the journal tells where.
  const shared = { operation, when, contract: 'off' }
  const last = { ...shared, priority: again, reply: replies.at(-1) }
  return replies.length === 1 ? [last] : [last, { ...shared, priority: inOrder, sequence: replies }]
}
