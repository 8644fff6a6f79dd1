import type { JsonObject } from '../documents/is-object.ts'
import { isObject } from '../documents/is-object.ts'
import { literal } from './literal.ts'
import type { Observed } from './observe.ts'
import type { LearningRedactor } from './redactor.ts'

/** Tells how the service words refusals, by those of the recording. */
export function learnRefusals (exchanges: readonly Observed[], redactor: LearningRedactor): JsonObject {
  const refusals: JsonObject = {}
  for (const exchange of exchanges) {
    const name = refusalOf(exchange)
    if (name === undefined || Object.hasOwn(refusals, name)) continue
    const { body, status } = exchange.response
    if (isObject(body)) refusals[name] = { status, body: literal(redactor.value(body)) }
  }
  return refusals
}

/** Returns the name of the refusal that a response is. */
function refusalOf ({ operation, request, response: { status } }: Observed): string | undefined {
  if (operation === undefined) return undefined
  if (status === 401) return 'unauthorized'
  if (status === 406) return 'notAcceptable'
  if (status === 413) return 'tooLarge'
  if (status === 415) return 'unsupportedMediaType'
  if (request.violations.length === 0 || ![400, 422].includes(status)) return undefined
  return request.violations.some(({ rule }) => rule === 'malformed') ? 'malformed' : 'invalid'
}
