import type { Operation, SecurityScheme } from '../contract/contract.ts'
import { takesMediaType } from '../messages/find-media-type.ts'
import { mediaTypeOf } from '../messages/media-type.ts'
import { parseCookies } from '../messages/parse-cookies.ts'
import type { Violation } from '../schemas/violation.ts'
import { createRequestValidator } from '../validation/request-validator.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { PactFinding } from './pact-finding.ts'
import type { ReadInteraction } from './read-pact.ts'

/** Headers of HTTP itself, which no contract declares (OpenAPI 3.1.1, Parameter Object, `name`, among others). */
const OF_HTTP = new Set([
  'accept', 'accept-charset', 'accept-encoding', 'accept-language', 'authorization', 'cache-control', 'connection',
  'content-length', 'content-type', 'cookie', 'date', 'expect', 'forwarded', 'from', 'host', 'if-match',
  'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since', 'max-forwards', 'origin', 'pragma',
  'proxy-authorization', 'range', 'referer', 'te', 'upgrade', 'user-agent', 'via', 'warning'
])

type ReadRequest = ReadInteraction['request']

/**
 * Lists where the request of an interaction breaks its contract. `path` has the values of the path parameters. A
 * request that is answered with an error may be wrong on purpose, so that only what it accepts is looked at.
 */
export function checkRequest (
  { request, response }: ReadInteraction,
  operation: Operation,
  path: Readonly<Record<string, string>>
): PactFinding[] {
  if (response.status >= 400) return checkAccept(request, operation, response.status)
  const findings = listViolations(request, operation, path)
  return [
    ...findings,
    ...checkContentType(request, operation),
    ...checkAccept(request, operation, response.status),
    ...checkSecurity(request, operation),
    ...checkUnknown(request, operation)
  ]
}

function listViolations (request: ReadRequest, operation: Operation, path: Readonly<Record<string, string>>) {
  const { body, headers, query } = request
  const { body: declared, security } = operation
  const isRead = declared?.content.some(({ name }) => takesMediaType(name, mediaTypeOf(body?.contentType ?? '')))
  const sent = isRead === true ? body : undefined
  const raw = { path, query, headers: { ...headers, ...sent && { 'content-type': sent.contentType } } }
  const reading = createRequestValidator(operation)({ ...raw, body: sent?.bytes })
  const violations = reading.kind === 'valid' ? [] : reading.violations
  // A media type that is not declared is told as such, and credentials by what requires them.
  const isOther = (violation: Violation): boolean => {
    return !(body !== undefined && sent === undefined && violation.in === 'body') && !isCredential(violation, security)
  }
  return violations.filter(isOther).map(toFinding)
}

function isCredential (violation: Violation, security: Operation['security']): boolean {
  const name = violation.pointer.slice(1).toLowerCase()
  return violation.in === 'header' && security.flat().some(scheme => nameOf(scheme).toLowerCase() === name)
}

function toFinding (violation: Violation): PactFinding {
  const { in: part, message } = violation
  switch (part) {
    case 'path': return { code: 'request.path-or-method.unknown', message }
    case 'query': return { code: 'request.query.incompatible', message }
    case 'body': return { code: 'request.body.incompatible', message }
    default: return { code: 'request.header.incompatible', message }
  }
}

function checkContentType ({ body, headers }: ReadRequest, { body: declared }: Operation): PactFinding[] {
  const given = headers['content-type']
  const names = declared?.content.map(({ name }) => name) ?? []
  if (names.length === 0) {
    const message = 'the request has a body, and the contract declares none'
    const findings: PactFinding[] = body === undefined ? [] : [{ code: 'request.body.unknown', message }]
    if (given === undefined) return findings
    const ofType = `the request has the content type ${given}, and the contract declares no body`
    return [...findings, { code: 'request.content-type.unknown', message: ofType }]
  }
  if (body === undefined) return []
  const type = mediaTypeOf(body.contentType)
  if (!names.some(name => takesMediaType(name, type))) {
    const message = `the content type must be ${names.join(' or ')}, but is ${type}`
    return [{ code: 'request.content-type.incompatible', message }]
  }
  if (given !== undefined) return []
  const message = `the request has a body and no content type; ${type} is assumed`
  return [{ code: 'request.content-type.missing', message }]
}

function checkAccept ({ headers: { accept } }: ReadRequest, operation: Operation, status: number): PactFinding[] {
  const produced = findResponse(operation, status)?.content.map(({ name }) => name) ?? []
  if (accept === undefined) return []
  const ranges = accept.split(',').map(mediaTypeOf)
  if (produced.length === 0) {
    if (ranges.includes('*/*')) return []
    const message = `the request accepts ${accept}, and the contract declares no body for ${status}`
    return [{ code: 'request.accept.unknown', message }]
  }
  const isProduced = (range: string): boolean => {
    return produced.some(name => takesMediaType(range, name) || takesMediaType(name, range))
  }
  if (ranges.some(isProduced)) return []
  const message = `the request accepts ${accept}, but the response is ${produced.join(' or ')}`
  return [{ code: 'request.accept.incompatible', message }]
}

function nameOf ({ definition }: SecurityScheme): string {
  return definition.type === 'apiKey' ? definition.name : 'authorization'
}

function checkSecurity (request: ReadRequest, { optionalSecurity = [], security }: Operation): PactFinding[] {
  if (security.length === 0 || optionalSecurity.length > 0) return []
  const isThere = (scheme: SecurityScheme): boolean => hasCredential(request, scheme)
  if (security.some(alternative => alternative.every(isThere))) return []
  const schemes = security.map(alternative => alternative.map(({ name }) => name).join(' and ')).join(', or ')
  return [{ code: 'request.authorization.missing', message: `the request needs credentials: ${schemes}` }]
}

function hasCredential ({ headers, query }: ReadRequest, { definition }: SecurityScheme): boolean {
  if (definition.type === 'mutualTLS' as string) return true
  if (definition.type !== 'apiKey') return headers.authorization !== undefined
  switch (definition.in) {
    case 'query': return new URLSearchParams(query).has(definition.name)
    case 'cookie': return definition.name in parseCookies(headers.cookie ?? '')
    default: return headers[definition.name.toLowerCase()] !== undefined
  }
}

function checkUnknown ({ headers, query }: ReadRequest, operation: Operation): PactFinding[] {
  const { credentials, parameters, querystring } = operation
  const findings: PactFinding[] = []
  for (const name of Object.keys(headers)) {
    const isKnown = OF_HTTP.has(name) || credentials.headers.has(name) ||
      parameters.some(parameter => parameter.in === 'header' && parameter.name.toLowerCase() === name)
    if (!isKnown) findings.push({ code: 'request.header.unknown', message: `the contract declares no header ${name}` })
  }
  for (const name of new Set(new URLSearchParams(query).keys())) {
    if (querystring !== undefined || credentials.query.has(name) || isDeclaredQuery(name, operation)) continue
    findings.push({ code: 'request.query.unknown', message: `the contract declares no query parameter ${name}` })
  }
  return findings
}

/** A parameter that is an object may have a name for each member (OpenAPI 3.1.1, Style Values). */
function isDeclaredQuery (name: string, { parameters }: Operation): boolean {
  const [plain] = name.split('[')
  return parameters.some(({ explode, in: place, name: declared, schema, style }) => {
    if (place !== 'query') return false
    const isSpread = style === 'form' && explode && schema?.definition.type === 'object'
    return declared === name || declared === plain || isSpread
  })
}
