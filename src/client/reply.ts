import type { ApiTypes, OperationId, Replies, StatusOf, SuccessBody } from './api-types.ts'

/** An expression in the place of a value: `$request.body#/uuid`, `$now`. */
export type Expression = `$${string}`

/** A value in which any part may be an expression. */
export type Template<Value> = Expression | (Value extends object ? { readonly [member in keyof Value]: Template<Value[member]> } : Value)

/** A reply that an operation documents: a status of its own, and a body of that status. */
export type Reply<Api extends ApiTypes, Id extends OperationId<Api>> = ReplyAmong<Replies<Api, Id>>

/** Any reply, for stubs that may break the contract. */
export interface AnyReply extends ReplyOptions {
  readonly status?: number
  readonly body?: unknown
}

interface ReplyOptions {
  readonly headers?: Readonly<Record<string, string | number>>
  /** The name of an example or a fixture of the status. */
  readonly example?: string
  /** Whether the body is made up from the schema. */
  readonly generated?: boolean
  /** Sends the body in pieces, over a time: milliseconds or an ISO 8601 duration, by the real clock or that of the world. */
  readonly trickle?: { readonly chunks: number, readonly over: string | number, readonly by?: 'real' | 'clock' }
}

type ReplyAmong<Bodies> =
  | { readonly [key in keyof Bodies]: ReplyOptions & { readonly status: StatusOf<Bodies, key>, readonly body?: BodyTemplate<Bodies[key]> } }[keyof Bodies]
  | ReplyOptions & { readonly status?: undefined, readonly body?: BodyTemplate<SuccessBody<Bodies>> }

type BodyTemplate<Body> = [Body] extends [undefined] ? undefined : Template<Body>
