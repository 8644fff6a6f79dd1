/** The shape of the types that `standin types` writes, with all contracts in one. */
export interface ApiTypes {
  /** Operations by id: `mews.addExport`. */
  readonly operations: object
  /** Resources by type: `mews.Export`. */
  readonly resources: object
}

/** Types for contracts without types: they accept any name, and the server rejects those that it does not know. */
export interface UntypedApi {
  readonly operations: Record<string, UntypedOperation>
  readonly resources: Record<string, { readonly status: string, readonly lifecycle: string }>
}

interface UntypedOperation {
  readonly request: UntypedRequest
  readonly replies: Record<number, unknown>
}

interface UntypedRequest {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** The id of an operation: `mews.addExport`. */
export type OperationId<Api extends ApiTypes> = keyof Api['operations'] & string

/** The id of a type of resource: `mews.Export`. */
export type ResourceTypeId<Api extends ApiTypes> = keyof Api['resources'] & string

/** A part of an operation's requests, such as its body or its query; `never` without such a part. */
export type RequestPart<Api extends ApiTypes, Id extends OperationId<Api>, Part extends string> =
  Api['operations'][Id] extends { readonly request: { readonly [name in Part]?: infer Value } } ? Value : never

/** The bodies of an operation's replies, by status. */
export type Replies<Api extends ApiTypes, Id extends OperationId<Api>> =
  Api['operations'][Id] extends { readonly replies: infer Bodies } ? Bodies : never

/** The statuses of a member of `Replies`: for a range or `default`, those that have no member of their own. */
export type StatusOf<Bodies, Key extends keyof Bodies> = Key extends number
  ? Key
  : Exclude<StatusesOfRange<Key>, keyof Bodies>

type StatusesOfRange<Key> = Key extends `${infer First}XX`
  ? ToNumber<`${First}${Digit}${Digit}`>
  : ToNumber<`${2 | 3 | 4 | 5}${Digit}${Digit}`>

/** The body of a reply without a status, which is a success. */
export type SuccessBody<Bodies> = Bodies[Extract<keyof Bodies, SuccessStatus> | AnyKey<Bodies>]

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | '2XX' | 'default'

/** All keys of untyped replies, which have any number as a key. */
type AnyKey<Bodies> = number extends keyof Bodies ? keyof Bodies : never

/** The statuses of a type of resource. */
export type ResourceStatus<Api extends ApiTypes, Type extends ResourceTypeId<Api>> =
  Api['resources'][Type] extends { readonly status: infer Status extends string } ? Status : never

/** The lifecycles of a type of resource, by name. */
export type Lifecycle<Api extends ApiTypes, Type extends ResourceTypeId<Api>> =
  Api['resources'][Type] extends { readonly lifecycle: infer Name extends string } ? Name : never

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

type ToNumber<Text> = Text extends `${infer Value extends number}` ? Value : never
