import type { MediaType, Operation, RequestBody } from '../contract/contract.ts'
import { createContentFinder } from './content-finder.ts'
import type { Content } from './content-finder.ts'
import { createParametersReader } from './parameters-reader.ts'
import { parseBody } from '../messages/parse-body.ts'
import type { RawRequest, RequestParts } from '../messages/request-parts.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMissing } from '../schemas/create-violation.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'
import { canDecode } from '../messages/charset.ts'

/** A request held against its contract: what it says as far as it could be read, and why it is refused. */
export type RequestReading =
  | { readonly kind: 'valid', readonly parts: RequestParts }
  | { readonly kind: RefusalKind, readonly parts: RequestParts, readonly violations: readonly Violation[] }

type RefusalKind = 'malformed' | 'invalid' | 'unsupportedMediaType'

/** Makes a validator of an operation's requests. It finds all violations of a request together. */
export function createRequestValidator (operation: Operation): (raw: RawRequest) => RequestReading {
  const readParameters = createParametersReader(operation)
  const readBody = operation.body === undefined ? undefined : createBodyReader(operation.body)
  return raw => {
    const violations = new ViolationList()
    const { path, query, headers, cookies } = readParameters(raw, violations)
    const { value, problem } = readBody?.(raw, violations) ?? NO_BODY
    const parts = { path, query, headers, cookies, body: value }
    if (violations.isEmpty) return { kind: 'valid', parts }
    return { kind: problem ?? 'invalid', parts, violations: violations.list() }
  }
}

interface BodyResult {
  readonly value: unknown
  readonly problem: RefusalKind | undefined
}

const NO_BODY: BodyResult = { value: undefined, problem: undefined }
const BODY = { in: 'body', pointer: '' } as const

function createBodyReader (body: RequestBody): (raw: RawRequest, violations: ViolationList) => BodyResult {
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

function readBody (bytes: Buffer, { check, contentType, declared }: Content, violations: ViolationList): BodyResult {
  const reading = parseBody(bytes, contentType, declared)
  for (const violation of reading.violations) violations.add(violation)
  if (reading.kind === 'malformed') return { value: undefined, problem: 'malformed' }
  check(reading.value, violations, reading.titles)
  return { value: reading.value, problem: undefined }
}

function createUnsupported (content: readonly MediaType[], header: string | string[] | undefined): Violation {
  const expected = typeof header === 'string' && !canDecode(header) ? 'name no charset but utf-8 or iso-8859-1' : `be ${content.map(writtenMediaType).join(' or ')}`
  const location = { in: 'header', pointer: '/content-type', rule: 'mediaType', expected } as const
  if (header === undefined) return { ...location, message: `header /content-type must ${expected}, but is missing` }
  const actual = JSON.stringify(String(header).slice(0, 60))
  return { ...location, actual, message: `header /content-type must ${expected}, but is ${actual}` }
}
