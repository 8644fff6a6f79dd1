import { METHODS } from './contract.ts'
import type { Method } from './contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import type { Located } from '../documents/resolve-ref.ts'

/** A member of a path item that is to be an operation. */
export interface PathMethod {
  readonly method: Method
  readonly pointer: string
  readonly definition: unknown
}

/** The methods that a server can read beside `METHODS`: Node's parser knows no others. */
export const ADDITIONAL_METHODS: ReadonlySet<string> = new Set([
  'ACL', 'BIND', 'CHECKOUT', 'COPY', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY', 'MKCALENDAR', 'MKCOL', 'MOVE', 'NOTIFY', 'PROPFIND',
  'PROPPATCH', 'PURGE', 'REBIND', 'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE'
])

/** Lists the operations of a path item, those with methods of their own names (OpenAPI 3.2) last. */
export function listMethods ({ value, pointer }: Located<Record<string, unknown>>): PathMethod[] {
  const fixed = METHODS.filter(method => value[method] !== undefined)
    .map(method => ({ method: method.toUpperCase(), pointer: `${pointer}/${method}`, definition: value[method] }))
  if (!isObject(value.additionalOperations)) return fixed
  const additional = Object.entries(value.additionalOperations).filter(([method]) => ADDITIONAL_METHODS.has(method))
    .map(([method, definition]) => ({ method, pointer: `${pointer}/additionalOperations/${escapePointer(method)}`, definition }))
  return [...fixed, ...additional]
}
