import type { SourceName } from '../messages/message.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import { hasMember } from './member-filter.ts'
import type { MemberFilter } from './member-filter.ts'

/** The state of a request: answered, or its response is still due. */
export type ExchangeState = 'answered' | 'pending'

/** Conditions on exchanges; an exchange must meet all that are given. */
export interface ExchangeFilter {
  /** The operation's id. */
  readonly operation?: string
  readonly status?: number
  readonly source?: SourceName
  /** The id of the stub that answered. */
  readonly stub?: string
  readonly method?: string
  /** Whether the response was sent or is still due. */
  readonly state?: ExchangeState
  /** `true`: either side broke the contract; `false`: neither did. */
  readonly violations?: boolean
  /** Values that members of the request must have. */
  readonly members?: readonly MemberFilter[]
}

/** A page of the exchanges that are found. */
export interface PageOptions {
  /** The id of an exchange: only earlier ones are returned. */
  readonly before?: string
  /** The id of an exchange: only later ones are returned, all where it was dropped. */
  readonly after?: string
  /**
   * How many exchanges are returned: the latest ones.
   * @default 100
   */
  readonly limit?: number
}

/** A page of a journal. */
export interface ExchangePage {
  /** Oldest first. */
  readonly exchanges: readonly JournalItem[]
  /** Whether there are earlier exchanges, to be asked for with `before`. */
  readonly more: boolean
}

/** Returns the latest exchanges that match a filter. */
export function findExchanges (
  exchanges: readonly JournalItem[],
  { after, before, limit = 100, ...filter }: ExchangeFilter & PageOptions
): ExchangePage {
  const end =
    before === undefined ? exchanges.length : exchanges.findIndex(({ id }) => id === before)
  // An exchange that is not found was dropped, and all earlier ones with it.
  const begin = after === undefined ? 0 : exchanges.findLastIndex(({ id }) => id === after) + 1
  const found = exchanges
    .slice(begin, Math.max(begin, end))
    .filter(exchange => matchesFilter(exchange, filter))
  const start = Math.max(0, found.length - limit)
  return { exchanges: found.slice(start), more: start > 0 }
}

/** Returns whether an exchange matches a filter. */
export function matchesFilter (
  exchange: JournalItem,
  { operation, status, source, state, stub, method, violations, members = [] }: ExchangeFilter
): boolean {
  return (
    (operation === undefined || exchange.operation === operation) &&
    (status === undefined || exchange.status === status) &&
    (source === undefined || exchange.source === source) &&
    (stub === undefined || exchange.stub === stub) &&
    (state === undefined || stateOf(exchange) === state) &&
    (method === undefined || exchange.method === method.toUpperCase()) &&
    (violations === undefined || violations === hasViolations(exchange)) &&
    members.every(member => hasMember(exchange, member))
  )
}

/** Returns whether a request was answered, or its response is still due. */
export function stateOf ({ status }: JournalItem): ExchangeState {
  return status === undefined ? 'pending' : 'answered'
}

function hasViolations (exchange: JournalItem): boolean {
  const ofResponse = exchange.status === undefined ? 0 : exchange.responseViolations.length
  return exchange.requestViolations.length > 0 || ofResponse > 0
}
