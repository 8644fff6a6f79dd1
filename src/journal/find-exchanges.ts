import type { SourceName } from '../messages/message.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { hasMember } from './member-filter.ts'
import type { MemberFilter } from './member-filter.ts'

/** Which exchanges are meant; each member narrows it. */
export interface ExchangeFilter {
  /** The operation's id. */
  readonly operation?: string
  readonly status?: number
  readonly source?: SourceName
  /** The id of the stub that answered. */
  readonly stub?: string
  readonly method?: string
  /** Only those in which either side broke the contract; only those in which neither did, where it is false. */
  readonly violations?: boolean
  /** What members of the request must be. */
  readonly members?: readonly MemberFilter[]
}

/** Which page of them. */
export interface PageOptions {
  /** Only those before the exchange of this id: the page before it. */
  readonly before?: string
  /**
   * How many, the latest.
   * @default 100
   */
  readonly limit?: number
}

/** A page of a journal. */
export interface ExchangePage {
  /** Oldest first. */
  readonly exchanges: readonly Exchange[]
  /** Whether there are earlier ones: ask with `before` for them. */
  readonly more: boolean
}

/** Finds the latest exchanges that a filter lets through. */
export function findExchanges (
  exchanges: readonly Exchange[],
  { before, limit = 100, ...filter }: ExchangeFilter & PageOptions
): ExchangePage {
  const end =
    before === undefined ? exchanges.length : exchanges.findIndex(({ id }) => id === before)
  // What came before an exchange that was dropped was dropped as well.
  const found = exchanges.slice(0, Math.max(0, end)).filter(exchange => isMeant(exchange, filter))
  const start = Math.max(0, found.length - limit)
  return { exchanges: found.slice(start), more: start > 0 }
}

/** Tells whether a filter lets an exchange through. */
export function isMeant (
  exchange: Exchange,
  { operation, status, source, stub, method, violations, members = [] }: ExchangeFilter
): boolean {
  return (
    (operation === undefined || exchange.operation === operation) &&
    (status === undefined || exchange.status === status) &&
    (source === undefined || exchange.source === source) &&
    (stub === undefined || exchange.stub === stub) &&
    (method === undefined || exchange.method === method.toUpperCase()) &&
    (violations === undefined || violations === hasViolations(exchange)) &&
    members.every(member => hasMember(exchange, member))
  )
}

function hasViolations ({ requestViolations, responseViolations }: Exchange): boolean {
  return requestViolations.length > 0 || responseViolations.length > 0
}
