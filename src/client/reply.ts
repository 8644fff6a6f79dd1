import type { ApiTypes, OperationId, Replies, StatusOf, SuccessBody } from './api-types.ts'

/** A runtime expression instead of a value: `$request.body#/uuid`, `$now`. */
export type Expression = `$${string}`

/** A value in which any part may be an expression. */
export type Template<Value> =
  | Expression
  | (Value extends object ? { readonly [member in keyof Value]: Template<Value[member]> } : Value)

/** A reply that an operation documents: one of its statuses, with a body of that status. A success without a status. */
export type Reply<Api extends ApiTypes, Id extends OperationId<Api>> = ReplyAmong<Replies<Api, Id>>

/** Any reply, for stubs that may break the contract. */
export interface AnyReply extends ReplyOptions {
  readonly status?: number
  readonly body?: unknown
}

type HeaderText = string | number | boolean

interface ReplyOptions {
  /** The values of a list are headers of their own: `{ 'Set-Cookie': ['a=1', 'b=2'] }`. */
  readonly headers?: Readonly<Record<string, HeaderText | readonly HeaderText[]>>
  /** The text of the body, sent as it is. */
  readonly raw?: string
  /** The bytes of the body, in base64. */
  readonly base64?: string
  /** A file below the folder of fixtures. */
  readonly file?: string
  /** The name of an example or a fixture of the status. */
  readonly example?: string
  /** Whether the body is generated from the schema. */
  readonly generated?: boolean
  /** Sends the body in chunks. */
  readonly trickle?: Trickle
}

interface Trickle {
  readonly chunks: number
  /** The time for all chunks: milliseconds, or an ISO 8601 duration. */
  readonly over: string | number
  /**
   * The clock that the time is measured by: the real one, or that of the world.
   * @default 'real'
   */
  readonly by?: 'real' | 'clock'
}

type ReplyAmong<Bodies> =
  | { readonly [key in keyof Bodies]: ReplyWith<StatusOf<Bodies, key>, Bodies[key]> }[keyof Bodies]
  | ReplyOptions & { readonly status?: undefined, readonly body?: BodyTemplate<SuccessBody<Bodies>> }

type ReplyWith<Status, Body> = ReplyOptions & { readonly status: Status, readonly body?: BodyTemplate<Body> }

type BodyTemplate<Body> = [Body] extends [undefined] ? undefined : Template<Body>
