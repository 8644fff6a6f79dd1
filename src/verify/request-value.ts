import { getByPointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import type { VerifyExchange } from './recording.ts'

const EXPRESSION = /^\{?\$request\.(?:(header|path|query)\.([^#}]+)|body#([^}]*))\}?$/

/**
 * Evaluates a runtime expression about a request (OpenAPI 3.1, section 4.8.18.4): `$request.body#/callbackUrl`. Returns
 * `undefined` for a part that is missing, and for another expression.
 */
export function requestValue (expression: string, { request }: VerifyExchange): unknown {
  const [, place, name = '', pointer] = EXPRESSION.exec(expression.trim()) ?? []
  if (pointer !== undefined) return getByPointer(request.values.body, pointer)
  if (place === 'header') return request.headers[name.toLowerCase()]
  if (place === 'path') return ownMember(request.values.path, name)
  if (place === 'query') return ownMember(request.values.query, name)
  return undefined
}
