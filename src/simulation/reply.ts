import type { Operation } from '../contract/contract.ts'
import type { ApiResponse, SourceName } from '../messages/message.ts'
import { findResponse } from '../validation/response-validator.ts'
import { DeclarationRefused, compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import type { Language } from './language.ts'
import type { Evaluate, Scope } from './scope.ts'
import { compileTemplate, toText } from './template.ts'
import { openFiles } from './open-files.ts'
import { subjectIn } from './subject-in.ts'
import type { Vocabulary } from './vocabulary.ts'

export type MakeReply = (scope: Scope) => ApiResponse

export interface ReplyUse {
  readonly language: Language
  readonly vocabulary: Vocabulary
  /** The operation that it answers; without one, its status and example go unchecked. */
  readonly operation?: Operation
  readonly source: SourceName
}

/** Reads a reply, or the name of one of the document's `x-standin.replies`. */
export function compileReply (declaration: Declaration, use: ReplyUse): MakeReply {
  if (typeof declaration.value === 'string') return compileReply(replyNamed(declaration, use.language), inCommon(use))
  const declared = declaration.members(['status', 'headers', 'body', 'example'], ['status'])
  const { status, headers, body } = compileEach({
    status: () => compileStatus(declared.status ?? declaration, use),
    headers: () => declared.headers === undefined ? () => ({}) : compileHeaders(declared.headers, use.vocabulary),
    body: () => compileBody(declared, Number(declared.status?.value), use)
  })
  return scope => ({ status, headers: headers(scope), body: body({ ...scope, statusCode: status }), source: use.source })
}

/** Reads headers; one whose value is undefined is left out. Their names are given in lower case, as all names of headers are here. */
export function compileHeaders (declaration: Declaration, vocabulary: Vocabulary): (scope: Scope) => Record<string, string> {
  const headers = compileAll(declaration.entries(), ([name, header]) => {
    if (!HEADER_NAME.test(name)) header.refuse(`"${name}" cannot be the name of a header`)
    return { name: name.toLowerCase(), value: header.value, evaluate: compileTemplate(header, vocabulary) }
  })
  // Most say the same in every answer.
  const fixed = Object.fromEntries(headers.filter(({ value }) => isFixed(value)).map(({ name, value }) => [name, headerText(value)]))
  const made = headers.filter(({ value }) => !isFixed(value))
  return scope => {
    const values: Record<string, string> = { ...fixed }
    for (const { evaluate, name } of made) {
      const value = evaluate(scope)
      if (value !== undefined) values[name] = headerText(value)
    }
    return values
  }
}

function isFixed (value: unknown): boolean {
  return !toText(value).includes('$')
}

/** A token of RFC 9110 section 5.6.2; one that begins with a dollar sign was meant for something else. */
const HEADER_NAME = /^(?!\$)[!#$%&'*+.^_`|~\w-]+$/

/** A value as a header can carry it (RFC 9110 section 5.5); what a request says may hold anything. */
function headerText (value: unknown): string {
  return toText(value).replace(/[^\t\x20-\x7e]+/g, '?')
}

function replyNamed (declaration: Declaration, { replies, usedReplies }: Language): Declaration {
  const name = declaration.text()
  const reply = replies.get(name)
  if (reply === undefined) return declaration.refuseWord('reply', name, [...replies.keys()])
  usedReplies.add(name)
  if (typeof reply.value === 'string') return reply.refuse('must be a reply, not the name of another')
  return reply
}

/** A reply that several operations may give can speak of the requests of any. */
function inCommon (use: ReplyUse): ReplyUse {
  return { ...use, vocabulary: { ...use.vocabulary, operations: use.language.operations } }
}

function compileStatus (declaration: Declaration, { operation }: ReplyUse): number {
  const status = declaration.integer(200)
  if (status > 599) declaration.refuse(`${status} is no status of an answer: it must be from 200 to 599`)
  if (operation !== undefined && findResponse(operation, status) === undefined) {
    declaration.refuse(`the operation ${operation.id} documents no status ${status} (it has ${operation.responses.map(({ status }) => status).join(', ')})`)
  }
  return status
}

type ReplyMembers = ReturnType<Declaration['members']>

function compileBody ({ body, example }: ReplyMembers, status: number, { operation, vocabulary }: ReplyUse): Evaluate {
  if (example !== undefined) {
    if (body !== undefined) example.refuse('give either a body or an example, not both')
    return compileExample(example, status, operation)
  }
  if (body === undefined) return () => undefined
  return compileBodyTemplate(body, vocabulary)
}

/** Reads a body: a template, or a file of the resource. */
export function compileBodyTemplate (body: Declaration, vocabulary: Vocabulary): Evaluate {
  return isFile(body.value) ? compileFileBody(body, vocabulary) : compileTemplate(body, vocabulary)
}

function compileExample (declaration: Declaration, status: number, operation: Operation | undefined): Evaluate {
  if (operation === undefined) return declaration.refuse('no example can be named here, where it is not known which operation is answered: give a body')
  const response = findResponse(operation, status)
  // The status has been refused already.
  if (response === undefined) throw new DeclarationRefused()
  const examples = response.content.flatMap(({ examples }) => examples)
  const name = declaration.word(`example of ${operation.id} ${status}`, examples.map(({ name }) => name))
  const value = examples.find(example => example.name === name)?.value
  return () => value
}

function isFile (value: unknown): boolean {
  return typeof value === 'object' && value !== null && '$file' in value
}

function compileFileBody (declaration: Declaration, { heads, known }: Vocabulary): Evaluate {
  const { $file } = declaration.members(['$file'])
  const index = $file?.integer(0) ?? 0
  if (!heads.has('files')) declaration.refuse('there is no file here that could be sent: find or create a resource whose type declares "files"')
  const { names = [], what = '' } = known.files ?? {}
  if (names.length > 0 && !names.includes(String(index))) $file?.refuse(`there is no such ${what} (known: ${names.join(', ')})`)
  return scope => {
    const subject = subjectIn(scope)
    return subject && openFiles(subject, scope)[index]
  }
}
