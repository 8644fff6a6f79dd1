/** What contracts look like as types: `standin types` writes them, one for all of its contracts. */
export interface ApiTypes {
  /** By id: `mews.addExport`. */
  readonly operations: object
  /** By type of resource: `mews.Export`. */
  readonly resources: object
}

/** Contracts of which nothing is known: any name is taken, and the server tells whether it is right. */
export interface UntypedApi {
  readonly operations: Record<string, { readonly request: UntypedRequest, readonly replies: Record<number, unknown> }>
  readonly resources: Record<string, { readonly status: string, readonly lifecycle: string }>
}

interface UntypedRequest {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

export type OperationId<Api extends ApiTypes> = keyof Api['operations'] & string

export type ResourceTypeId<Api extends ApiTypes> = keyof Api['resources'] & string

/** A part of an operation's requests: its body, its query; `never` where it has no such part. */
export type RequestPart<Api extends ApiTypes, Id extends OperationId<Api>, Part extends string> =
  Api['operations'][Id] extends { readonly request: { readonly [name in Part]?: infer Value } } ? Value : never

/** The bodies of an operation's replies, by status. */
export type Replies<Api extends ApiTypes, Id extends OperationId<Api>> =
  Api['operations'][Id] extends { readonly replies: infer Bodies } ? Bodies : never

/** The statuses that a member of `Replies` stands for: of a range or `default`, those that are not documented by themselves. */
export type StatusOf<Bodies, Key extends keyof Bodies> =
  Key extends number ? Key : Exclude<Key extends `${infer First}XX` ? ToNumber<`${First}${Digit}${Digit}`> : ToNumber<`${2 | 3 | 4 | 5}${Digit}${Digit}`>, keyof Bodies>

/** The body of a reply without a status, which is a success. */
export type SuccessBody<Bodies> = Bodies[Extract<keyof Bodies, 200 | 201 | 202 | 203 | 204 | 205 | 206 | '2XX' | 'default'> | (number extends keyof Bodies ? keyof Bodies : never)]

/** The statuses of a type of resource. */
export type ResourceStatus<Api extends ApiTypes, Type extends ResourceTypeId<Api>> =
  Api['resources'][Type] extends { readonly status: infer Status extends string } ? Status : never

/** The lifecycles of a type of resource, by name. */
export type Lifecycle<Api extends ApiTypes, Type extends ResourceTypeId<Api>> =
  Api['resources'][Type] extends { readonly lifecycle: infer Name extends string } ? Name : never

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

type ToNumber<Text> = Text extends `${infer Value extends number}` ? Value : never
