import type { MediaType, Operation, RequestBody } from '../contract/contract.ts'
import { createContentFinder } from './content-finder.ts'
import type { Content } from './content-finder.ts'
import { hideCredentials } from './hide-credentials.ts'
import { createParametersReader } from './parameters-reader.ts'
import { parseBody } from '../messages/parse-body.ts'
import type { RawRequest, RequestParts } from '../messages/request-parts.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { BODY, createMissing } from '../schemas/create-violation.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'
import { canDecode } from '../messages/charset.ts'

/**
 * A validated request: its parts as far as they could be read, and the violations for which it is
 * rejected.
 */
export type RequestReading =
  | { readonly kind: 'valid', readonly parts: RequestParts }
  | { readonly kind: RejectionKind, readonly parts: RequestParts, readonly violations: readonly Violation[] }

type RejectionKind = 'malformed' | 'invalid' | 'unsupportedMediaType'

/** Validates a request, and returns all of its violations together. */
export type RequestValidator = (raw: RawRequest) => RequestReading

/** Creates the validator of an operation's requests. */
export function createRequestValidator (operation: Operation): RequestValidator {
  const readParameters = createParametersReader(operation)
  const readBody = operation.body === undefined ? undefined : createBodyReader(operation.body)
  return raw => {
    const violations = new ViolationList()
    const { path, query, headers, cookies } = readParameters(raw, violations)
    const { value, problem } = readBody?.(raw, violations) ?? NO_BODY
    const parts = { path, query, headers, cookies, body: value, rawBody: raw.body }
    if (violations.isEmpty) return { kind: 'valid', parts }
    return { kind: problem ?? 'invalid', parts, violations: hideCredentials(violations.list(), operation.credentials) }
  }
}

interface BodyResult {
  readonly value: unknown
  readonly problem: RejectionKind | undefined
}

const NO_BODY: BodyResult = { value: undefined, problem: undefined }

type BodyReader = (raw: RawRequest, violations: ViolationList) => BodyResult

function createBodyReader (body: RequestBody): BodyReader {
  const findContent = createContentFinder(body.content, { direction: 'request', canRead: canDecode })
  return ({ headers, body: bytes }, violations) => {
    if (bytes === undefined || bytes.length === 0) {
      if (body.required) violations.add(createMissing(BODY))
      return NO_BODY
    }
    const header = headers['content-type']
    // "the recipient MAY assume a media type of application/octet-stream" (RFC 9110, section 8.3).
    const found = findContent(typeof header === 'string' ? header : 'application/octet-stream')
    if (found === undefined) {
      violations.add(createUnsupported(body.content, header))
      return { value: undefined, problem: 'unsupportedMediaType' }
    }
    return readBody(bytes, found, violations)
  }
}

function readBody (
  bytes: Buffer,
  { check, contentType, declared }: Content,
  violations: ViolationList
): BodyResult {
  const reading = parseBody(bytes, contentType, declared)
  violations.addAll(reading)
  if (reading.kind === 'malformed') return { value: undefined, problem: 'malformed' }
  check(reading.value, violations, reading.titles)
  return { value: reading.value, problem: undefined }
}

function createUnsupported (content: readonly MediaType[], header: string | string[] | undefined): Violation {
  const isUndecodable = typeof header === 'string' && !canDecode(header)
  const expected = isUndecodable
    ? 'name the charset utf-8 or iso-8859-1'
    : `be ${content.map(writtenMediaType).join(' or ')}`
  const location = { in: 'header', pointer: '/content-type', rule: 'mediaType', expected } as const
  if (header === undefined) return { ...location, message: `header /content-type must ${expected}, but is missing` }
  const actual = JSON.stringify(String(header).slice(0, 60))
  return { ...location, actual, message: `header /content-type must ${expected}, but is ${actual}` }
}
