import type { ModuleWorld } from './module-world.ts'

/** A request as a handler sees it: it has been held to the contract, and its values are those that the schemas describe. */
export interface ModuleRequest<Body = unknown, Path = Readonly<Record<string, unknown>>, Query = Readonly<Record<string, unknown>>> {
  /** The id of the operation: `tally.orderReport`. */
  readonly operation: string
  readonly method: string
  /** Path and query, without a world's prefix. */
  readonly url: string
  /** What the URL of an operation must begin with to lead back to this world, and to where its API is served; no slash at the end. */
  readonly baseUrl: string
  readonly path: Path
  readonly query: Query
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, unknown>>
  readonly body: Body
}

/** What a handler answers. */
export interface ModuleReply {
  /**
   * A status from 200 to 599.
   * @default that of the operation's success
   */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | number>>
  /** A JSON value, text or bytes; left out for an empty body. */
  readonly body?: unknown
}

/**
 * Answers the requests of one operation, now or later, or leaves them to what follows by `undefined`. What it has done to resources is undone
 * where it fails.
 */
export type OperationHandler<Request extends ModuleRequest<unknown, unknown, unknown> = ModuleRequest> =
  (request: Request, world: ModuleWorld) => ModuleReply | undefined | Promise<ModuleReply | undefined>
