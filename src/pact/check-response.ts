import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { findMediaType, takesMediaType } from '../messages/find-media-type.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { Violation } from '../schemas/violation.ts'
import { findResponse, responseValidatorOf } from '../validation/response-validator.ts'
import type { PactFinding } from './pact-finding.ts'
import type { ReadInteraction } from './read-pact.ts'
import { SchemaView } from './schema-view.ts'

/** Headers of HTTP itself, which servers add; a contract need not declare them. */
const OF_HTTP = new Set([
  'accept-patch', 'accept-ranges', 'age', 'allow', 'alt-svc', 'cache-control', 'connection', 'content-disposition',
  'content-encoding', 'content-language', 'content-length', 'content-location', 'content-range', 'date', 'etag',
  'expires', 'last-modified', 'link', 'location', 'pragma', 'proxy-authenticate', 'refresh', 'retry-after', 'server',
  'set-cookie', 'strict-transport-security', 'trailer', 'transfer-encoding', 'upgrade', 'vary', 'via', 'warning',
  'www-authenticate', 'x-frame-options'
])

type ReadResponse = ReadInteraction['response']

/**
 * Lists where a response that a consumer expects breaks its contract. A consumer need not name all members, so that
 * `relaxed` is the operation of a contract that requires none.
 */
export function checkResponse (
  response: ReadResponse,
  operation: Operation,
  relaxed: Operation
): PactFinding[] {
  const definition = findResponse(operation, response.status)
  if (definition === undefined) {
    const known = operation.responses.map(({ status }) => status).join(', ')
    const message = `${operation.id} documents no response ${response.status}: there are ${known}`
    return [{ code: 'response.status.unknown', message }]
  }
  const isDefault = definition.status === 'default'
  const message = `${operation.id} documents ${response.status} by its default response only`
  return [
    ...isDefault ? [{ code: 'response.status.default' as const, message }] : [],
    ...checkHeaders(response, operation),
    ...checkBody(response, operation, relaxed)
  ]
}

function checkHeaders ({ headers, status }: ReadResponse, operation: Operation): PactFinding[] {
  const declared = findResponse(operation, status)?.headers.map(({ name }) => name) ?? []
  const findings: PactFinding[] = []
  for (const name of Object.keys(headers)) {
    if (name === 'content-type' || declared.includes(name) || name.startsWith('access-control-')) continue
    const code = OF_HTTP.has(name) ? 'response.header.undefined' : 'response.header.unknown'
    findings.push({ code, message: `the contract declares no response header ${name}` })
  }
  return findings
}

function checkBody ({ body, headers, status }: ReadResponse, operation: Operation, relaxed: Operation): PactFinding[] {
  const content = findResponse(operation, status)?.content ?? []
  const names = content.map(({ name }) => name)
  const given = headers['content-type']
  if (names.length === 0) {
    const findings: PactFinding[] = []
    if (body !== undefined) findings.push({ code: 'response.body.unknown', message: `${status} has no body` })
    if (given === undefined || operation.method === 'HEAD') return findings
    const message = `the response has the content type ${given}, and the contract declares no body`
    return [...findings, { code: 'response.content-type.unknown', message }]
  }
  const type = mediaTypeOf(given ?? body?.contentType ?? names[0] ?? '')
  if (!names.some(name => takesMediaType(name, type))) {
    const message = `the content type must be ${names.join(' or ')}, but is ${type}`
    return [{ code: 'response.content-type.incompatible', message }]
  }
  const violations = responseValidatorOf(relaxed)({
    status,
    headers: { ...headers, 'content-type': given ?? type },
    body: body === undefined ? undefined : bodyOf(body, type)
  })
  const found = violations.filter(({ in: part, rule }) => {
    return rule !== 'required' && (body !== undefined || part !== 'body')
  })
  if (body === undefined) return found.map(toFinding)
  const unknown = listUnknown(body.value, SchemaView.of(findMediaType(content, type)?.schema, body.value))
  const told = new Set(found.map(({ pointer }) => pointer))
  return [...found.map(toFinding), ...unknown.filter(pointer => !told.has(pointer)).map(toUnknown)]
}

function toUnknown (pointer: string): PactFinding {
  return { code: 'response.body.incompatible', message: `body ${pointer} is not in the contract` }
}

function bodyOf ({ bytes, value }: NonNullable<ReadResponse['body']>, type: string): unknown {
  if (isJson(type)) return value
  return value === undefined ? bytes : bytes.toString()
}

function toFinding ({ in: part, message }: Violation): PactFinding {
  return { code: part === 'body' ? 'response.body.incompatible' : 'response.header.incompatible', message }
}

/** Lists the members that no schema declares, though their object's members are declared. */
function listUnknown (value: unknown, view: SchemaView, pointer = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => listUnknown(item, view.item(index, item), `${pointer}/${index}`))
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${pointer}/${escapePointer(name)}`
    return view.declares(name) ? listUnknown(member, view.member(name, member), at) : [at]
  })
}
