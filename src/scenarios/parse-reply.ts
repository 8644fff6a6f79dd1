import { exactJson } from '../exact-json.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import type { Operation } from '../contract/contract.ts'
import { compileHeaders } from '../simulation/compile-headers.ts'
import type { MakeHeaders } from '../simulation/compile-headers.ts'
import { compileAll, compileEach } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { compileBodyTemplate } from '../simulation/reply.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Trickle } from '../messages/message.ts'
import { parseBy, parseTime } from './parse-delay.ts'
import type { StubReply } from './stub.ts'
import type { StubTarget } from './stub-target.ts'

export const REPLY_WORDS = ['status', 'headers', 'body', 'example', 'generated', 'trickle']

/**
 * Parses the reply of a stub, without validating it against the contract. Its default status is the
 * operation's first success.
 */
export function parseReply (
  declaration: Declaration,
  { operation, vocabulary }: Pick<StubTarget, 'operation' | 'vocabulary'>
): StubReply {
  const { body, example, generated, headers, status: declared, trickle } = declaration.parts()
  const status = declared === undefined ? defaultStatus(operation) : parseStatus(declared)
  const bodies = [body, example, generated?.value === true ? generated : undefined].filter(
    given => given !== undefined
  )
  const compiled = compileEach({
    headers: () => headers && parseHeaders(headers, vocabulary, operation),
    body: () => body && compileBodyTemplate(body, vocabulary),
    example: () => example && parseExample(example, status, operation),
    generated: () => generated?.flag() ?? false,
    trickle: () => trickle && parseTrickle(trickle),
    oneBody: () =>
      bodies.length > 1 &&
      declaration.refuse('can have only one of "body", "example" and "generated"')
  })
  return {
    status,
    generated: compiled.generated,
    ...(compiled.headers !== undefined && { headers: compiled.headers }),
    ...(compiled.body !== undefined && { body: compiled.body }),
    ...(compiled.example !== undefined && { example: compiled.example }),
    ...(compiled.trickle !== undefined && { trickle: compiled.trickle })
  }
}

function defaultStatus (operation: Operation): number {
  const success = successResponse(operation)
  return success === undefined ? 200 : statusOf(success)
}

function parseStatus (declaration: Declaration): number {
  const { value } = declaration
  if (typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599) {
    return value
  }
  return declaration.refuse(
    `must be a whole number from 200 to 599, but is ${exactJson.stringify(value)}`
  )
}

function parseHeaders (
  declaration: Declaration,
  vocabulary: StubTarget['vocabulary'],
  { method }: Operation
): MakeHeaders {
  compileAll(declaration.entries(), ([, header]) => checkValue(header))
  return compileHeaders(declaration, vocabulary, method)
}

function checkValue (header: Declaration): void {
  const values: unknown[] = [header.value].flat()
  const isText = values.length > 0 && values.every(value => typeof value !== 'object')
  if (!isText) header.refuse('must be text, or a list of texts, each of which is sent as a header of its own')
}

function parseExample (declaration: Declaration, status: number, operation: Operation): string {
  const content = findResponse(operation, status)?.content ?? []
  const names = content.flatMap(({ examples }) => examples.map(({ name }) => name))
  return declaration.word(`example of ${operation.id} ${status}`, [...new Set(names)])
}

function parseTrickle (declaration: Declaration): Trickle {
  const { by, chunks, over } = declaration.members(['chunks', 'over', 'by'], ['chunks', 'over'])
  if (chunks === undefined || over === undefined) {
    return declaration.refuse('needs "chunks" and "over"')
  }
  return compileEach({
    chunks: () => chunks.integer(2),
    ms: () => parseTime(over),
    by: () => parseBy(by)
  })
}
