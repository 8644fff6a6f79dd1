import type { Method } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Located } from '../documents/resolve-ref.ts'

/** The members of a path item that are operations; OpenAPI 3.2 added `query`. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const

/** The further methods that Node's HTTP parser accepts, and `additionalOperations` (OpenAPI 3.2) may name. */
export const ADDITIONAL_METHODS: ReadonlySet<string> = new Set([
  'ACL', 'BIND', 'CHECKOUT', 'COPY', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY', 'MKCALENDAR', 'MKCOL', 'MOVE',
  'NOTIFY', 'PROPFIND', 'PROPPATCH', 'PURGE', 'REBIND', 'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE', 'UNBIND', 'UNLINK',
  'UNLOCK', 'UNSUBSCRIBE'
])

/** A member of a path item that should be an operation; it may be anything. */
export interface PathMethod {
  readonly method: Method
  readonly pointer: string
  readonly definition: unknown
}

/** Lists the operations of a path item, those of `additionalOperations` last. */
export function listMethods ({ value, pointer }: Located<JsonObject>): PathMethod[] {
  const listed: PathMethod[] = []
  for (const name of METHODS) {
    if (value[name] === undefined) continue
    listed.push({ method: name.toUpperCase(), pointer: `${pointer}/${name}`, definition: value[name] })
  }

  const additional = isObject(value.additionalOperations) ? value.additionalOperations : {}
  for (const [method, definition] of Object.entries(additional)) {
    if (!ADDITIONAL_METHODS.has(method)) continue
    listed.push({ method, pointer: `${pointer}/additionalOperations/${escapePointer(method)}`, definition })
  }
  return listed
}
