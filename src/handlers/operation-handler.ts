import type { ModuleWorld } from './module-world.ts'

/** The values of parameters, by name. */
type Parameters = Readonly<Record<string, unknown>>

/**
 * A request as a handler sees it: it is valid by the contract, and its values have the types of the schemas. Whole
 * numbers past 2^53 − 1 are BigInts, which a reply may have too.
 */
export interface ModuleRequest<Body = unknown, Path = Parameters, Query = Parameters> {
  /** The id of the operation: `tally.orderReport`. */
  readonly operation: string
  readonly method: string
  /** Path and query, without a world's prefix. */
  readonly url: string
  /** The start of the URLs of operations in this world, at which its API is served; no slash at the end. */
  readonly baseUrl: string
  readonly path: Path
  readonly query: Query
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  readonly body: Body
}

type HeaderText = string | number | boolean

/** The reply of a handler. */
export interface ModuleReply {
  /**
   * A status from 200 to 599.
   * @default that of the operation's success
   */
  readonly status?: number
  /** The values of a list are headers of their own: `{ 'Set-Cookie': ['a=1', 'b=2'] }`. */
  readonly headers?: Readonly<Record<string, HeaderText | readonly HeaderText[] | undefined>>
  /** A JSON value, text or bytes; left out for an empty body. */
  readonly body?: unknown
}

/**
 * Responds to the requests of one operation, now or later, or returns `undefined` to leave them to the next
 * source. Where it fails, its changes of resources are undone.
 */
export type OperationHandler<Request extends ModuleRequest<unknown, unknown, unknown> = ModuleRequest> =
  (request: Request, world: ModuleWorld) => ModuleReply | undefined | Promise<ModuleReply | undefined>
