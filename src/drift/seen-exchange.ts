import type { Operation } from '../contract/contract.ts'
import type { Violation } from '../schemas/violation.ts'

/** An exchange with a service, as it is compared with a contract. Nothing in it is masked. */
export interface SeenExchange {
  /** In milliseconds since 1970. */
  readonly at: number
  /** In capitals. */
  readonly method: string
  /** The path with the query. */
  readonly url: string
  /** `undefined` where no contract has such a request. */
  readonly operation: Operation | undefined
  readonly request: SeenMessage
  readonly response: SeenMessage & { readonly status: number }
}

export interface SeenMessage {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  /** The parsed body; `undefined` for none, and for one that cannot be parsed. */
  readonly body: unknown
  readonly violations: readonly Violation[]
}
