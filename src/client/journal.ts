import type { Answer, Checked, Exchange, Unmatched, Verification } from './answer.ts'
import type { ApiTypes, OperationId } from './api-types.ts'
import type { Connection } from './connection.ts'
import { readEvents } from './read-events.ts'
import { mismatchOf } from './expectation.ts'
import type { Expectation } from './expectation.ts'
import { queryText } from './query-text.ts'

/** As many as a journal holds, unless the server was told to keep more. */
const ALL = 1_000

/** Which exchanges are asked for: those that satisfy all of it. */
export interface ExchangeFilter<Api extends ApiTypes> {
  readonly operation?: OperationId<Api>
  readonly status?: number
  readonly source?: Exchange['source']
  /** The id of the stub that answered. */
  readonly stub?: string
  readonly method?: string
  /** `true`: either side broke the contract; `false`: neither did. */
  readonly violations?: boolean
  /** The value of a member of the request, by its JSON pointer: `'body./EntityType': 'Payment'`. */
  readonly [member: MemberPath]: string | number | boolean
}

export interface RequestFilter<Api extends ApiTypes> extends ExchangeFilter<Api> {
  /** The latest so many. */
  readonly limit?: number
  /** The id of an exchange: only those before it. */
  readonly before?: string
}

type MemberPath = `${'path' | 'query' | 'headers' | 'cookies' | 'body'}.${string}`

export interface FollowOptions {
  /** The id of an exchange: those after it that the journal still has come first. `0` for all of them. */
  readonly after?: string
  /** Ends it. */
  readonly signal?: AbortSignal
}

/** The journal of a world: each request with its response. */
export interface Journal<Api extends ApiTypes> {
  /** Lists exchanges, oldest first. */
  requests (filter?: RequestFilter<Api>): Promise<Exchange[]>
  /** Tells of exchanges as they come, until it is left. */
  follow (filter?: ExchangeFilter<Api>, options?: FollowOptions): AsyncGenerator<Exchange, void, undefined>
  /** Lists the requests that found no operation, each with the nearest ones. */
  unmatched (): Promise<Unmatched[]>
  /** Throws `StandinClientError` unless requests came as expected. */
  verify<Id extends OperationId<Api>> (expectation: Expectation<Api, Id>): Promise<void>
  /** Tells whether requests came as expected, and what came nearest. */
  check<Id extends OperationId<Api>> (expectation: Expectation<Api, Id>): Promise<Checked>
  /** Tells everything at once that is not as it should be, for the end of a test run. */
  verification (): Promise<Verification>
}

/** Reaches the journal of the world that a connection leads to. */
export function createJournal<Api extends ApiTypes> ({ call, open }: Connection): Journal<Api> {
  const check = (expectation: object) => call<Checked>('POST', '/requests/verify', expectation)
  return {
    check,
    async verify (expectation) {
      const checked = await check(expectation)
      if (!checked.ok) throw mismatchOf(expectation, checked)
    },
    async requests (filter = {}) {
      const { requests } = await call<Answer<'listRequests'>>('GET', `/requests${queryText({ limit: ALL, ...filter })}`)
      return requests
    },
    async * follow (filter = {}, { after, signal } = {}) {
      const stream = await open(`/requests/stream${queryText({ ...filter, after })}`, signal)
      for await (const { data, event } of readEvents(stream)) {
        if (event === 'exchange') yield JSON.parse(data)
      }
    },
    async unmatched () {
      const { requests } = await call<Answer<'listUnmatchedRequests'>>('GET', '/requests/unmatched')
      return requests
    },
    verification: () => call('GET', '/verification')
  }
}
