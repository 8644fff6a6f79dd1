import type { MediaType, Operation, ResponseDefinition } from '../contract/contract.ts'
import { createBodyCheck as createValueCheck } from './body-check.ts'
import { createContentFinder } from './content-finder.ts'
import type { Content } from './content-finder.ts'
import { createHeaderCheck } from '../messages/header-check.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { FORM, isJson, isSequence, isXml, isXmlText, mediaTypeOf } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { parseBody } from '../messages/parse-body.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMissing, createViolation } from '../schemas/create-violation.ts'

/** What may be checked of an answer. */
export type AnswerParts = Pick<ApiResponse, 'status' | 'headers' | 'body' | 'validatedAs'>

/** Answers what is wrong with a response; nothing where it keeps to its contract. */
export type ResponseValidator = (response: AnswerParts) => readonly Violation[]

const BODY = { in: 'body', pointer: '' } as const

/** Finds what an operation declares for a status: the status itself, else its range, else `default`. */
export function findResponse ({ responses }: Operation, status: number): ResponseDefinition | undefined {
  const exact = String(status)
  const range = `${exact.charAt(0)}XX`
  return responses.find(response => response.status === exact) ??
    responses.find(response => response.status === range) ??
    responses.find(response => response.status === 'default')
}

/** Makes a validator of an operation's responses: status, headers, content type and body. */
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
    const violation = createViolation({ in: 'status', pointer: '' }, { rule: 'status', expected: `be one that ${operation.name} documents (${known})` }, status)
    return () => [violation]
  }
  const checkHeaders = definition.headers.map(header => createHeaderCheck(header))
  const checkBody = createBodyCheck(definition, operation.method === 'HEAD' || status === 204 || status === 304)
  return response => {
    const violations = new ViolationList()
    for (const check of checkHeaders) check(response.headers, violations)
    checkBody(response, violations)
    return violations.list()
  }
}

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
    const contentType = contentTypeOf(headers, body, content)
    const found = findContent(contentType)
    if (found === undefined) {
      const expected = `be ${content.map(mediaType => mediaType.name).join(' or ')}`
      violations.add(createViolation({ in: 'header', pointer: '/content-type' }, { rule: 'mediaType', expected }, contentType))
      return
    }
    if (found.declared === validatedAs || isOpaque(body)) return
    checkContent(body, found, violations)
  }
}

/** Whether a body fits what is declared of a media type. */
export function fitsMediaType (body: unknown, declared: MediaType): boolean {
  const violations = new ViolationList()
  checkContent(body, { contentType: declared.name, declared, check: createValueCheck(declared, 'response') }, violations)
  return violations.isEmpty
}

function checkContent (body: unknown, content: Content, violations: ViolationList): void {
  if (typeof body === 'string' && isWritten(body, mediaTypeOf(content.contentType))) checkText(body, content, violations)
  else content.check(body, violations)
}

/** Whether a text is a body as it is written already: an XML text that stands for an object, for one. */
function isWritten (text: string, mediaType: string): boolean {
  return isXml(mediaType) ? isXmlText(text) : isSequence(mediaType) || mediaType === FORM
}

function checkText (text: string, { check, contentType, declared }: Content, violations: ViolationList): void {
  const reading = parseBody(Buffer.from(text), mediaTypeOf(contentType), declared)
  for (const violation of reading.violations) violations.add(violation)
  if (reading.kind === 'value') check(reading.value, violations, reading.titles)
}

/** What the answer says it is; without a word of its own, what it will be written as. */
function contentTypeOf (headers: AnswerParts['headers'], body: unknown, content: readonly MediaType[]): string {
  const stated = headers['content-type']
  if (stated !== undefined) return stated
  if (isFileContent(body)) return body.mediaType
  if (body instanceof Uint8Array) return 'application/octet-stream'
  return content.find(({ name }) => isJson(name))?.name ?? (typeof body === 'string' ? 'text/plain' : 'application/json')
}

/** Bytes and files are held to their media type only. */
function isOpaque (body: unknown): boolean {
  return body instanceof Uint8Array || isFileContent(body)
}
