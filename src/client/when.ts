import type { ApiTypes, OperationId, RequestPart } from './api-types.ts'

/** What a request must have. Each part is partial, unless `exact` names it. */
export interface When<Api extends ApiTypes, Id extends OperationId<Api>> {
  /** By the names of the placeholders. */
  readonly path?: PartialPart<RequestPart<Api, Id, 'path'>>
  readonly query?: PartialPart<RequestPart<Api, Id, 'query'>>
  /** Whatever the case of their names. */
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: PartialPart<RequestPart<Api, Id, 'body'>>
  /** The parts that must be as given, with nothing beside. */
  readonly exact?: ReadonlyArray<Exclude<Part, 'headers'>>
  /** JSON Schemas that parts must satisfy. */
  readonly schemas?: { readonly [part in Part]?: Readonly<Record<string, unknown>> | boolean }
  /** Which of the requests that match everything else, counted from 1. */
  readonly call?: number | { readonly from?: number, readonly to?: number }
  /** The status of the resource that the operation finds. */
  readonly resource?: { readonly status: string | readonly string[] }
}

type Part = 'path' | 'query' | 'headers' | 'cookies' | 'body'

type PartialPart<Value> = [Value] extends [never] ? never : PartialDeep<Value>

type PartialDeep<Value> = Value extends object ? { readonly [member in keyof Value]?: PartialDeep<Value[member]> } : Value
