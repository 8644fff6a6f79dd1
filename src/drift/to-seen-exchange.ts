import type { Operation } from '../contract/contract.ts'
import type { FoundOperation, OperationFinder } from '../har/operation-finder.ts'
import type { RecordedExchange, RecordedMessage } from '../har/recorded-exchange.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { isJson, isSequence, isXml, mediaTypeOf } from '../messages/media-type.ts'
import type { Headers } from '../messages/message.ts'
import { parseBody } from '../messages/parse-body.ts'
import type { Violation } from '../schemas/violation.ts'
import { createRequestValidator } from '../validation/request-validator.ts'
import type { RequestValidator } from '../validation/request-validator.ts'
import { findResponse, responseValidatorOf } from '../validation/response-validator.ts'
import type { SeenExchange, SeenMessage } from './seen-exchange.ts'
import { statedType } from './stated-type.ts'

const validators = new WeakMap<Operation, RequestValidator>()

/** Finds the operation of a recorded exchange, and validates both of its messages. */
export function toSeenExchange (exchange: RecordedExchange, finder: OperationFinder): SeenExchange {
  const { request: { method, url }, startedAt } = exchange
  const { pathname, search } = new URL(url)
  const found = finder.find(method, pathname)
  return {
    at: startedAt,
    method,
    url: pathname + search,
    operation: found?.operation,
    request: seenRequest(exchange, found, search.slice(1)),
    response: seenResponse(exchange, found?.operation)
  }
}

function seenRequest ({ request }: RecordedExchange, found: FoundOperation | undefined, query: string): SeenMessage {
  const headers = headersOf(request)
  if (found === undefined) return { headers, body: parsedBody(request, headers), violations: [] }
  const { body } = request
  const reading = validatorOf(found.operation)({ path: found.path, query, headers, body })
  const violations = reading.kind === 'valid' ? [] : reading.violations
  // What is not documented is shown too.
  const value = reading.parts.body ?? parsedBody(request, headers)
  return { headers: reading.parts.headers, body: value, violations: told(violations, request) }
}

function validatorOf (operation: Operation): RequestValidator {
  let validator = validators.get(operation)
  if (validator === undefined) {
    validator = createRequestValidator(operation)
    validators.set(operation, validator)
  }
  return validator
}

function seenResponse ({ response }: RecordedExchange, operation: Operation | undefined): SeenExchange['response'] {
  const { body: bytes, status } = response
  const headers = headersOf(response)
  const declared = operation && findResponse(operation, status)?.content
  const body = parsedBody(response, headers, declared)
  if (operation === undefined) return { status, headers, body, violations: [] }
  const mediaType = mediaTypeOf(statedType(headers) ?? '')
  // The validator parses these itself.
  const content = isXml(mediaType) || isSequence(mediaType) ? bytes?.toString() : bytes
  const validated = bytes?.length === 0 ? undefined : content
  const violations = responseValidatorOf(operation)({ status, headers, body: validated })
  // A file, such as a list in CSV, may be empty.
  const isFile = bytes === undefined && mediaType !== '' && !isJson(mediaType) && !isXml(mediaType)
  return { status, headers, body, violations: told(violations, { ...response, ...isFile && { isBodyLeftOut: true } }) }
}

/** Returns headers by their names in lower case. */
function headersOf ({ headers }: RecordedMessage): Record<string, string> {
  const byName: Record<string, string> = {}
  for (const [written, value] of headers) {
    const name = written.toLowerCase()
    const known = Object.hasOwn(byName, name) ? byName[name] : undefined
    byName[name] = known === undefined ? value : `${known}, ${value}`
  }
  return byName
}

function parsedBody (
  { body }: RecordedMessage,
  headers: Headers,
  declared: Parameters<typeof findMediaType>[0] = []
): unknown {
  if (body === undefined || body.length === 0) return undefined
  const type = statedType(headers) ?? 'application/octet-stream'
  const reading = parseBody(body, type, findMediaType(declared, type))
  return reading.kind === 'value' ? reading.value : undefined
}

/** Of a body that the recording does not have, nothing can be told. */
function told (violations: readonly Violation[], { isBodyLeftOut }: RecordedMessage): readonly Violation[] {
  return isBodyLeftOut === true ? violations.filter(({ in: part }) => part !== 'body') : violations
}
