import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { TemplateTooLarge } from '../errors.ts'
import { isObject } from '../documents/is-object.ts'
import type { Declaration } from '../simulation/declaration.ts'
import type { Scope } from '../simulation/scope.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Headers } from '../messages/message.ts'
import type { ProblemCollector } from './problem-collector.ts'
import { rawContentType } from './raw-body.ts'
import type { StubReply } from './stub.ts'
import type { ReplyCheck } from './stub-target.ts'

/** The operation and the response that a reply is validated against. */
interface CheckedReply {
  /** The name of the operation. */
  readonly id: string
  readonly check: ReplyCheck
  readonly collector: ProblemCollector
}

/**
 * Rejects a reply that breaks the contract. The values of its expressions are known only when it is
 * sent: an expression is rejected here only if its value for a sample request has a wrong type.
 */
export function checkReply (
  declaration: Declaration,
  reply: StubReply,
  { check, collector, id }: CheckedReply
): void {
  const { status = 200 } = reply
  const { body: declaredBody, headers: declaredHeaders } = declaration.parts()
  const open = declaredBody === undefined ? [] : listOpen(declaredBody.value, '')
  const openHeaders = Object.entries(declaredHeaders?.parts() ?? {})
    .filter(([, header]) => [header?.value].flat().some(isExpression))
    .map(([name]) => name.toLowerCase())
  const scope: Scope = { ...check.sample(), statusCode: status }
  const { body, headers } = fillSample(declaration, reply, { scope, status })

  const violations = check
    .validate({ status, headers, body })
    .filter(violation => {
      if (violation.in === 'header') return isCertainOfHeader(violation, openHeaders)
      if (violation.in !== 'body') return true
      return body !== undefined && isCertain(violation, open, body)
    })
  if (violations.length === 0) return
  const placed = violations.map(violation => ({
    ...violation,
    pointer: placeOf(violation, declaration, reply)
  }))
  collector.reject(
    declaration,
    `breaks the contract of ${id} (contract: "off" allows that)`,
    placed
  )
}

interface Sample {
  readonly scope: Scope
  readonly status: number
}

/** Fills in a reply for a sample request; rejects one that takes too much even so. */
function fillSample (declaration: Declaration, reply: StubReply, { scope, status }: Sample) {
  try {
    const headers = { ...rawHeaders(reply, scope, status), ...reply.headers?.(scope).headers }
    return { body: sampleBody(reply, scope), headers }
  } catch (error) {
    if (!(error instanceof TemplateTooLarge)) throw error
    return declaration.refuse(error.message)
  }
}

/** The largest file that is validated, in bytes. */
const LARGEST_FILE = 2 ** 20

/** Returns the body for a sample request: the bytes of a file too, unless it is large. */
function sampleBody ({ body, raw }: StubReply, scope: Scope): unknown {
  const content = raw?.open()
  if (content === undefined) return body?.(scope)
  const isWhole = Buffer.isBuffer(content) || content.size > LARGEST_FILE
  return isWhole ? content : Buffer.concat([...content.chunks()])
}

function rawHeaders ({ raw }: StubReply, { request: { operation } }: Scope, status: number): Headers {
  return raw === undefined || operation === undefined ? {} : { 'content-type': rawContentType(raw, operation, status) }
}

/** Returns whether a violation of a header holds for every request. Missing ones are filled in. */
function isCertainOfHeader ({ pointer, rule }: Violation, open: readonly string[]): boolean {
  return (
    rule !== 'required' &&
    !open.some(name => pointer === `/${name}` || pointer.startsWith(`/${name}/`))
  )
}

/** The rules that hold for an object whatever the values of its members are. */
const RULES_OF_MEMBERS = new Set(['required', 'additionalProperties', 'type'])

/** Returns whether a violation of the body holds for every request. */
function isCertain ({ pointer, rule }: Violation, open: readonly string[], body: unknown): boolean {
  if (open.some(place => pointer === place || pointer.startsWith(`${place}/`))) {
    return rule === 'type' && (getByPointer(body, pointer) ?? undefined) !== undefined
  }
  return RULES_OF_MEMBERS.has(rule) || !open.some(place => place.startsWith(`${pointer}/`))
}

/** Lists the places in a template whose values depend on the request, as JSON pointers. */
function listOpen (template: unknown, pointer: string): string[] {
  if (typeof template === 'string') return isExpression(template) ? [pointer] : []
  if (Array.isArray(template)) {
    const items = template.flatMap((item, index) => listOpen(item, `${pointer}/${index}`))
    // An undefined item is left out, which moves the items after it.
    return template.some(item => isExpression(item) || isOperator(item)) ? [pointer] : items
  }
  if (!isObject(template)) return []
  if (isOperator(template)) return [pointer]
  return Object.entries(template).flatMap(([name, member]) =>
    listOpen(member, `${pointer}/${escapePointer(name.replace(/^\$\$/, '$'))}`)
  )
}

function isExpression (value: unknown): boolean {
  return typeof value === 'string' && /^\$(?!\$)|\{\$/.test(value)
}

function isOperator (value: unknown): boolean {
  return isObject(value) && Object.keys(value).some(name => /^\$(?!\$)/.test(name))
}

/** Returns the pointer of a violation in the reply, with header names as they were given. */
function placeOf ({ in: part, pointer }: Violation, declaration: Declaration, { raw }: StubReply): string {
  if (part === 'status') return '/status'
  if (part === 'body' && raw !== undefined) return `/${raw.word}`
  if (part === 'body') return `/body${pointer}`
  const names = Object.keys(declaration.parts().headers?.parts() ?? {})
  const given = names.find(name => pointer === `/${name.toLowerCase()}`)
  return given === undefined ? `/headers${pointer}` : `/headers/${escapePointer(given)}`
}
