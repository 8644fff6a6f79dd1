import type { ApiTypes, OperationId, RequestPart } from './api-types.ts'

/** The conditions of a request. A part may have further members, unless `exact` names it. */
export interface When<Api extends ApiTypes, Id extends OperationId<Api>> {
  /** Values of path parameters, by name. */
  readonly path?: PartialPart<RequestPart<Api, Id, 'path'>>
  readonly query?: PartialPart<RequestPart<Api, Id, 'query'>>
  /** Values of headers; their names are compared without case. */
  readonly headers?: Readonly<Record<string, unknown>>
  readonly cookies?: Readonly<Record<string, unknown>>
  readonly body?: PartialPart<RequestPart<Api, Id, 'body'>>
  /** The parts that must equal their conditions. */
  readonly exact?: ReadonlyArray<Exclude<Part, 'headers'>>
  /** The parts whose lists match in any order. */
  readonly anyOrder?: ReadonlyArray<'query' | 'body'>
  /** The parts whose lists need to have only the given items, in any order and among others. */
  readonly contains?: ReadonlyArray<'query' | 'body'>
  /** JSON Schemas that parts must be valid for. */
  readonly schemas?: { readonly [part in Part]?: Readonly<Record<string, unknown>> | boolean }
  /** The position among the requests that match the other conditions, from 1. */
  readonly call?: number | { readonly from?: number, readonly to?: number }
  /** The share of the requests that match the other conditions, from 0 to 1, by the seed of the world. */
  readonly chance?: number
  /** The status of the resource that the operation finds; one of several in a list. */
  readonly resource?: { readonly status: string | readonly string[] }
}

type Part = 'path' | 'query' | 'headers' | 'cookies' | 'body'

type PartialPart<Value> = [Value] extends [never] ? never : PartialDeep<Value>

type PartialDeep<Value> = Value extends object
  ? { readonly [member in keyof Value]?: PartialDeep<Value[member]> }
  : Value
