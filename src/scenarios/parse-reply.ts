import { exactJson } from '../exact-json.ts'
import { successStatus } from '../contract/success-response.ts'
import type { Operation } from '../contract/contract.ts'
import { compileHeaders } from '../simulation/compile-headers.ts'
import type { MakeHeaders } from '../simulation/compile-headers.ts'
import { compileAll, compileEach } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { compileBodyTemplate } from '../simulation/reply.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Trickle } from '../messages/message.ts'
import { parseBy, parseTime } from './parse-delay.ts'
import { parseRawBody, RAW_WORDS } from './raw-body.ts'
import type { StubReply } from './stub.ts'
import type { StubTarget } from './stub-target.ts'

export const REPLY_WORDS = ['status', 'headers', 'body', 'example', 'generated', ...RAW_WORDS, 'trickle']

/**
 * Parses the reply of a stub, without validating it against the contract. Its default status is the
 * operation's first success.
 */
export function parseReply (
  declaration: Declaration,
  { fixtures, id, operations, vocabulary }: Pick<StubTarget, 'fixtures' | 'id' | 'operations' | 'vocabulary'>
): StubReply {
  const { body, example, generated, headers, status: declared, trickle, ...others } = declaration.parts()
  const status = declared === undefined ? defaultStatus(operations) : parseStatus(declared)
  const raws = RAW_WORDS.map(word => ({ word, given: others[word] }))
  const bodies = [body, example, generated?.value === true ? generated : undefined, ...raws.map(({ given }) => given)]
  const compiled = compileEach({
    headers: () => headers && parseHeaders(headers, vocabulary, operations),
    body: () => body && compileBodyTemplate(body, { ...vocabulary, isShown: true }),
    example: () => example && parseExample(example, { id, status, operations }),
    generated: () => generated?.flag() ?? false,
    trickle: () => trickle && parseTrickle(trickle),
    raws: () => compileAll(raws, ({ given, word }) => given && parseRawBody(word, given, fixtures)),
    oneBody: () =>
      bodies.filter(given => given !== undefined).length > 1 &&
      declaration.refuse('can have only one of "body", "example", "generated", "raw", "base64" and "file"')
  })
  const raw = compiled.raws.find(one => one !== undefined)
  return {
    status,
    ...(raw !== undefined && { raw }),
    generated: compiled.generated,
    ...(compiled.headers !== undefined && { headers: compiled.headers }),
    ...(compiled.body !== undefined && { body: compiled.body }),
    ...(compiled.example !== undefined && { example: compiled.example }),
    ...(compiled.trickle !== undefined && { trickle: compiled.trickle })
  }
}

/** Returns the success of a single operation; each of several has its own. */
function defaultStatus ([operation, ...others]: readonly Operation[]): number | undefined {
  return operation === undefined || others.length > 0 ? undefined : successStatus(operation)
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
  operations: readonly Operation[]
): MakeHeaders {
  compileAll(declaration.entries(), ([, header]) => checkValue(header))
  const [method, ...others] = new Set(operations.map(operation => operation.method))
  return compileHeaders(declaration, vocabulary, others.length > 0 ? undefined : method)
}

function checkValue (header: Declaration): void {
  const values: unknown[] = [header.value].flat()
  const isText = values.length > 0 && values.every(value => typeof value !== 'object')
  if (!isText) header.refuse('must be text, or a list of texts, each of which is sent as a header of its own')
}

interface ExampleHolder extends Pick<StubTarget, 'id' | 'operations'> {
  readonly status: number | undefined
}

function parseExample (declaration: Declaration, { id, operations, status }: ExampleHolder): string {
  const content = operations.flatMap(operation => {
    return findResponse(operation, status ?? successStatus(operation))?.content ?? []
  })
  const names = content.flatMap(({ examples }) => examples.map(({ name }) => name))
  return declaration.word(`example of ${id}${status === undefined ? '' : ` ${status}`}`, [...new Set(names)])
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
