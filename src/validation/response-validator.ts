import type { HeaderDefinition, MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { isFramingHeader, WRITTEN_BY_SERVER } from '../contract/is-framing-header.ts'
import { isHeaderName } from '../contract/to-header-text.ts'
import { createBodyCheck as createValueCheck } from './body-check.ts'
import { createContentFinder } from './content-finder.ts'
import type { Content } from './content-finder.ts'
import { carriersOf } from '../messages/carriers-of.ts'
import { createHeaderCheck } from '../messages/header-check.ts'
import { isCorsHeader } from '../messages/is-cors-header.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import {
  FORM, contentTypeOf, isJson, isMultipart, isSequence, isXml, isXmlText, mediaTypeOf
} from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { parseBody } from '../messages/parse-body.ts'
import { withBoundaryOf } from '../messages/write-multipart.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { BODY, createMissing, createViolation } from '../schemas/create-violation.ts'

/** The parts of a response that can be validated. */
export type AnswerParts = Pick<ApiResponse, 'status' | 'headers' | 'body' | 'validatedAs'>

/** Returns the violations of a response; none where it matches its contract. */
export type ResponseValidator = (response: AnswerParts) => readonly Violation[]

/**
 * Finds the response that an operation declares for a status: that of the status itself, else of
 * its range, else `default`.
 */
export function findResponse ({ responses }: Operation, status: number): ResponseDefinition | undefined {
  const exact = String(status)
  const range = `${exact.charAt(0)}XX`
  return responses.find(response => response.status === exact) ??
    responses.find(response => response.status === range) ??
    responses.find(response => response.status === 'default')
}

const known = new WeakMap<Operation, ResponseValidator>()

/** Returns the validator of an operation's responses; the same each time. */
export function responseValidatorOf (operation: Operation): ResponseValidator {
  let validate = known.get(operation)
  if (validate === undefined) {
    validate = createResponseValidator(operation)
    known.set(operation, validate)
  }
  return validate
}

/**
 * Creates the validator of an operation's responses: their status, headers, content type and body.
 */
export function createResponseValidator (operation: Operation): ResponseValidator {
  const validators = new Map<number, ResponseValidator>()
  return response => {
    let validate = validators.get(response.status)
    if (validate === undefined) {
      validate = createStatusValidator(operation, response.status)
      validators.set(response.status, validate)
    }
    return validate(response)
  }
}

function createStatusValidator (operation: Operation, status: number): ResponseValidator {
  const definition = findResponse(operation, status)
  if (definition === undefined) {
    const known = operation.responses.map(response => response.status).join(', ')
    const expected = `be one that ${operation.name} documents (${known})`
    const violation = createViolation({ in: 'status', pointer: '' }, { rule: 'status', expected }, status)
    return () => [violation]
  }
  const checkHeaders = checkedHeaders(definition, operation).map(header => createHeaderCheck(asWritten(header)))
  const checkBody = createBodyCheck(definition, operation.method === 'HEAD' || isBodilessStatus(status))
  return response => {
    const violations = new ViolationList()
    for (const check of checkHeaders) check(response.headers, violations)
    checkBody(response, violations)
    return violations.list()
  }
}

/** Returns the headers that are checked: a name once, and neither what HTTP cannot carry nor what the server writes. */
function checkedHeaders ({ headers }: ResponseDefinition, { method }: Operation): HeaderDefinition[] {
  return headers.filter(({ name }) => {
    if (!isHeaderName(name) || (isFramingHeader(name, method) && WRITTEN_BY_SERVER.has(name))) return false
    return headers.filter(other => other.name === name).length === 1
  })
}

/** Returns a header as it is required here: those for browsers are added when a response is written. */
function asWritten (header: HeaderDefinition): HeaderDefinition {
  return isCorsHeader(header.name) ? { ...header, required: false } : header
}

const CONTENT_TYPE = { in: 'header', pointer: '/content-type' } as const

type Check = (response: AnswerParts, violations: ViolationList) => void

function createBodyCheck ({ content }: ResponseDefinition, isBodiless: boolean): Check {
  const findContent = createContentFinder(content, { direction: 'response' })
  return ({ headers, body, validatedAs }, violations) => {
    if (body === undefined) {
      if (content.length > 0 && !isBodiless) violations.add(createMissing(BODY))
      return
    }
    if (content.length === 0) {
      violations.add(createViolation(BODY, { rule: 'body', expected: 'be empty' }, body))
      return
    }
    const contentType = writtenTypeOf(headers, body, content)
    const found = findContent(contentType)
    if (found === undefined) {
      const expected = `be ${content.map(mediaType => mediaType.name).join(' or ')}`
      violations.add(createViolation(CONTENT_TYPE, { rule: 'mediaType', expected }, contentType))
      return
    }
    if (found.declared === validatedAs) return
    if (body instanceof Uint8Array && isJson(mediaTypeOf(contentType))) checkBytes(Buffer.from(body), found, violations)
    if (isOpaque(body)) return
    checkContent(body, found, violations)
  }
}

/** Returns whether a body fits the schema of a media type. */
export function fitsMediaType (body: unknown, declared: MediaType): boolean {
  const violations = new ViolationList()
  const check = createValueCheck(declared, 'response')
  checkContent(body, { contentType: declared.name, declared, check }, violations)
  return violations.isEmpty
}

function checkContent (body: unknown, content: Content, violations: ViolationList): void {
  const isText = typeof body === 'string' && isWritten(body, content.contentType)
  if (isText) checkBytes(Buffer.from(body), content, violations)
  else content.check(body, violations)
}

/**
 * Returns whether a string is a body in its media type already, such as XML, rather than a value to
 * be written.
 */
function isWritten (text: string, contentType: string): boolean {
  if (isMultipart(contentType)) return withBoundaryOf(Buffer.from(text), contentType) !== undefined
  const mediaType = mediaTypeOf(contentType)
  return isXml(mediaType) ? isXmlText(text) : isSequence(mediaType) || mediaType === FORM
}

function checkBytes (
  bytes: Buffer,
  { check, contentType, declared }: Content,
  violations: ViolationList
): void {
  const type = isMultipart(contentType) ? withBoundaryOf(bytes, contentType) : mediaTypeOf(contentType)
  const reading = parseBody(bytes, type ?? contentType, declared)
  violations.addAll(reading)
  if (reading.kind === 'value') check(reading.value, violations, reading.titles)
}

/** Returns the content type of a response; without the header, that in which it will be written. */
function writtenTypeOf (
  headers: AnswerParts['headers'],
  body: unknown,
  content: readonly MediaType[]
): string {
  const stated = contentTypeOf(headers)
  if (stated !== undefined) return stated
  if (isFileContent(body)) return body.mediaType
  const carriers = carriersOf(body, content)
  const chosen = carriers.find(({ name }) => isJson(name)) ?? carriers[0]
  return chosen?.name ?? (body instanceof Uint8Array ? 'application/octet-stream' : 'application/json')
}

/** Returns whether a body is bytes or a file: only their media type is validated, unless they are JSON. */
function isOpaque (body: unknown): boolean {
  return body instanceof Uint8Array || isFileContent(body)
}
