import type { Operation } from '../contract/contract.ts'
import type { ApiResponse, Headers, SourceName } from '../messages/message.ts'
import { findResponse } from '../validation/response-validator.ts'
import { compileHeaders } from './compile-headers.ts'
import { DeclarationRefused, compileAll, compileEach } from './declaration.ts'
import type { Declaration, Declared } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { Language, OperationLanguage } from './language.ts'
import type { Evaluate, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'
import { openFile } from './open-files.ts'
import { showStatus } from './shown-status.ts'
import { subjectIn } from './subject-in.ts'
import type { Vocabulary } from './vocabulary.ts'
import { REPLY_WORDS } from '../vocabulary/reply-words.ts'
import { FILE_BODY } from '../vocabulary/template-words.ts'

export type MakeReply = (scope: Scope) => ApiResponse

export interface ReplyUse {
  readonly language: Language
  readonly vocabulary: Vocabulary
  /** The operation that it responds to; without one, its status and example are not checked. */
  readonly operation?: Operation
  readonly source: SourceName
}

const NO_HEADERS: Headers = {}

/** Compiles a reply, or the name of one of the document's `x-standin.replies`. */
export function compileReply (declaration: Declaration, given: ReplyUse): MakeReply {
  const use = { ...given, vocabulary: { ...given.vocabulary, isShown: true } }
  if (typeof declaration.value === 'string') {
    return compileReply(replyNamed(declaration, use.language), inCommon(use))
  }
  const declared = declaration.membersOf(REPLY_WORDS)
  const { status, headers, body, byStatus } = compileEach({
    status: () => compileStatus(declared.status ?? declaration, use),
    headers: () => declared.headers && compileHeaders(declared.headers, use.vocabulary, use.operation?.method),
    body: () => compileBody(declared, Number(declared.status?.value), use),
    byStatus: () => declared.while && compileByStatus(declared.while, use)
  })
  const make: MakeReply = scope => {
    const made = headers?.(scope)
    return {
      status,
      headers: made?.headers ?? NO_HEADERS,
      headerFlaws: made?.headerFlaws,
      body: body({ ...scope, statusCode: status }),
      source: use.source
    }
  }
  if (byStatus === undefined) return make
  return scope => {
    const subject = subjectIn(scope)
    showStatus(subject, scope)
    return (byStatus.get(subject?.position.status ?? '') ?? make)(scope)
  }
}

/** Compiles the replies that take the place of another while the resource is in a status, by that status. */
function compileByStatus (declaration: Declaration, use: ReplyUse): ReadonlyMap<string, MakeReply> {
  const { heads, known } = use.vocabulary
  if (!heads.has('status')) {
    declaration.refuse('there is no status here: find or create a resource whose type declares "lifecycles"')
  }
  const statuses = known.status?.names
  return new Map(compileAll(declaration.entries(), ([status, reply]) => {
    if (statuses !== undefined && !statuses.includes(status)) reply.refuseWord('status', status, statuses)
    return [status, compileReply(reply, use)] as const
  }))
}

/** Compiles the reply of an operation by its simulation. */
export function compileSimulatedReply (
  declaration: Declaration,
  language: OperationLanguage,
  vocabulary: Vocabulary = vocabularyOf(language)
): MakeReply {
  return compileReply(declaration, { language, operation: language.operation, vocabulary, source: 'simulation' })
}

function replyNamed (declaration: Declaration, { replies, usedReplies }: Language): Declaration {
  const name = declaration.text()
  const reply = replies.get(name)
  if (reply === undefined) return declaration.refuseWord('reply', name, [...replies.keys()])
  usedReplies.add(name)
  if (typeof reply.value === 'string') return reply.refuse('must be a reply, not the name of another')
  return reply
}

/** Returns the use of a reply that several operations share: it may name the parameters of any of them. */
function inCommon (use: ReplyUse): ReplyUse {
  return { ...use, vocabulary: { ...use.vocabulary, operations: use.language.operations } }
}

function compileStatus (declaration: Declaration, { operation }: ReplyUse): number {
  const status = declaration.integer(200)
  if (status > 599) declaration.refuse(`${status} is no status of a response: it must be from 200 to 599`)
  if (operation !== undefined && findResponse(operation, status) === undefined) {
    const list = operation.responses.map(({ status }) => status).join(', ')
    declaration.refuse(`the operation ${operation.id} documents no status ${status} (it has ${list})`)
  }
  return status
}

function compileBody (
  { body, example }: Declared,
  status: number,
  { operation, vocabulary }: ReplyUse
): Evaluate {
  if (example !== undefined) {
    if (body !== undefined) example.refuse('give either a body or an example, not both')
    return compileExample(example, status, operation)
  }
  if (body === undefined) return () => undefined
  return compileBodyTemplate(body, vocabulary)
}

/** Compiles a body: a template, or a file of the resource. */
export function compileBodyTemplate (body: Declaration, vocabulary: Vocabulary): Evaluate {
  return isFile(body.value) ? compileFileBody(body, vocabulary) : compileTemplate(body, vocabulary)
}

function compileExample (declaration: Declaration, status: number, operation: Operation | undefined): Evaluate {
  if (operation === undefined) {
    return declaration.refuse(
      'no example can be named here, where the operation is not known: give a body'
    )
  }
  const response = findResponse(operation, status)
  // The status is reported already.
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
  const { $file } = declaration.membersOf(FILE_BODY)
  const index = $file?.integer(0) ?? 0
  if (!heads.has('files')) {
    declaration.refuse(
      'there is no file to send here: find or create a resource whose type declares "files"'
    )
  }
  const { names = [], what = '' } = known.files ?? {}
  if (names.length > 0 && !names.includes(String(index))) {
    $file?.refuse(`there is no such ${what} (known: ${names.join(', ')})`)
  }
  return scope => {
    const subject = subjectIn(scope)
    if (subject === undefined) return undefined
    scope.touched.fileOf = subject.type.id
    return openFile(index, subject, scope)
  }
}
