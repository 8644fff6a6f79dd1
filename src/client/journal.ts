import { exactJson } from '../exact-json.ts'
import type { Answer, Checked, Exchange, Explanation, Har, Unmatched, Verification } from './answer.ts'
import type { ApiTypes, OperationId } from './api-types.ts'
import type { Connection } from './connection.ts'
import { readEvents } from './read-events.ts'
import { mismatchOf } from './expectation.ts'
import type { Expectation } from './expectation.ts'
import { queryText } from './query-text.ts'

/** The default size of a journal. */
const ALL = 1_000

/** Selects exchanges, which meet all of its conditions. */
export interface ExchangeFilter<Api extends ApiTypes> {
  readonly operation?: OperationId<Api>
  readonly status?: number
  readonly source?: NonNullable<Exchange['source']>
  /** `pending` selects requests whose response is still due. */
  readonly state?: Exchange['state']
  /** The id of the stub that responded. */
  readonly stub?: string
  readonly method?: string
  /** `true` selects exchanges whose request or response breaks the contract; `false` selects the others. */
  readonly violations?: boolean
  /** The value of a request's member, by its JSON pointer (RFC 6901): `'body./EntityType': 'Payment'`. */
  readonly [member: MemberPath]: string | number | boolean
}

/** Selects exchanges, and a part of them. */
export interface RequestFilter<Api extends ApiTypes> extends ExchangeFilter<Api> {
  /**
   * The maximum number of exchanges; the latest are returned.
   * @default 1000
   */
  readonly limit?: number
  /** The id of an exchange; only earlier ones are returned. */
  readonly before?: string
  /** The id of an exchange; only later ones are returned, all where the journal does not have it. */
  readonly after?: string
}

/** Selects exchanges for a HAR file. */
export interface HarFilter<Api extends ApiTypes> extends ExchangeFilter<Api> {
  /** The ids of exchanges. */
  readonly ids?: readonly string[]
  /** The name that requests give to their test by `X-Standin-Test`. */
  readonly test?: string
  /**
   * Whether credentials are masked.
   * @default true
   */
  readonly masked?: boolean
}

type MemberPath = `${'path' | 'query' | 'headers' | 'cookies' | 'body'}.${string}`

/** The exchange to begin following at, and the signal to stop. */
export interface FollowOptions {
  /** The id of an exchange: later ones in the journal are returned first. `0` returns all of them. */
  readonly after?: string
  /** Ends the iteration, which throws an `AbortError`. */
  readonly signal?: AbortSignal
}

/** The journal of a world: its exchanges, each a request with its response. Credentials in it are masked. */
export interface Journal<Api extends ApiTypes> {
  /** Lists exchanges, oldest first. */
  requests (filter?: RequestFilter<Api>): Promise<Exchange[]>
  /**
   * Iterates over exchanges as they end, or over pending requests as they come with the filter `state: 'pending'`,
   * until the loop is left or the signal aborts.
   */
  follow (filter?: ExchangeFilter<Api>, options?: FollowOptions): AsyncGenerator<Exchange, void, undefined>
  /** Returns why a request got its answer: which sources were passed over, and which stubs nearly matched. */
  why (id: string): Promise<Explanation>
  /** Returns exchanges as a HAR file (version 1.2), oldest first. */
  har (filter?: HarFilter<Api>): Promise<Har>
  /** Lists the requests that matched no operation, each with the nearest operations. */
  unmatched (): Promise<Unmatched[]>
  /** Rejects with `StandinClientError` (`STANDIN_NOT_VERIFIED`) unless the requests meet an expectation. */
  verify<Id extends OperationId<Api>> (expectation: Expectation<Api, Id>): Promise<void>
  /** Returns whether the requests meet an expectation, and the nearest request when they do not. */
  check<Id extends OperationId<Api>> (expectation: Expectation<Api, Id>): Promise<Checked>
  /** Returns all findings at once, for the end of a test run: `ok` is true without any. */
  verification (): Promise<Verification>
}

/** Creates the access to the journal of a connection's world. */
export function createJournal<Api extends ApiTypes> (connection: Connection): Journal<Api> {
  const { call, open } = connection
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
        if (event === (filter.state === 'pending' ? 'pending' : 'exchange')) yield exactJson.parse(data) as Exchange
      }
    },
    why: id => call('GET', `/requests/${encodeURIComponent(id)}/why`),
    har: filter => readHar(connection, { ...filter }),
    async unmatched () {
      const { requests } = await call<Answer<'listUnmatchedRequests'>>('GET', '/requests/unmatched')
      return requests
    },
    verification: () => call('GET', '/verification')
  }
}

/** Reads exchanges as a HAR file: those of the connection's world, or with `all` those of every world. */
export function readHar (
  { call }: Connection,
  { ids, ...filter }: Readonly<Record<string, unknown>> & { readonly ids?: readonly string[] }
): Promise<Har> {
  return call('GET', `/har${queryText({ ...filter, ids: ids?.join() })}`)
}
