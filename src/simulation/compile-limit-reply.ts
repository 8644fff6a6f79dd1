import type { Operation } from '../contract/contract.ts'
import { findResponse } from '../validation/response-validator.ts'
import { DeclarationRefused, compileAll } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { Language } from './language.ts'
import type { Limit } from './limit.ts'
import type { LimitDeclaration } from './list-limits.ts'
import { compileReply } from './reply.ts'
import type { MakeReply } from './reply.ts'

/** A limit with the reply to what exceeds it. */
export interface LimitWithReply {
  readonly limit: Limit
  /** `undefined` where the document declares none. */
  readonly reply: MakeReply | undefined
}

type LimitFor = (operation: Operation) => LimitWithReply | undefined

/** The status where no reply is declared. */
const TOO_MANY_REQUESTS = 429

/** How many operations a warning names. */
const MAX_NAMED = 5

/**
 * Compiles the reply to what exceeds a limit, for each operation that it counts. An operation that does not document
 * the status is warned of: its refusals are marked as they are sent. Returns the limit with its reply for an operation,
 * or `undefined` for one that it does not count.
 */
export function compileLimitReply ({ declaration, name, owner }: LimitDeclaration, language: Language): LimitFor {
  const { else: otherwise } = declaration.parts()
  const limit = language.limits.get(name)
  // Mistakes of the limit itself are reported already.
  if (limit === undefined) throw new DeclarationRefused()
  const { operations } = limit.declared
  const warn = (place: Declaration, status: number): void => {
    const undocumented = operations.filter(operation => findResponse(operation, status) === undefined)
    if (undocumented.length > 0) language.warn(place.pointer, warningOf(undocumented, status))
  }
  if (otherwise === undefined) {
    warn(declaration, TOO_MANY_REQUESTS)
    return operation => operations.includes(operation) ? { limit, reply: undefined } : undefined
  }
  const spoken = owner === undefined ? language : { ...language, operation: owner }
  const use = { language, vocabulary: vocabularyOf(spoken, {}, 'retryAfter'), source: 'simulation' } as const
  const inGeneral = compileReply(otherwise, use)
  const status = statusOf(otherwise, language)
  warn(otherwise, status)
  const replies = new Map<Operation, MakeReply>(compileAll(operations, operation => {
    const isDocumented = findResponse(operation, status) !== undefined
    return [operation, isDocumented ? compileReply(otherwise, { ...use, operation }) : inGeneral]
  }))
  return operation => {
    const reply = replies.get(operation)
    return reply && { limit, reply }
  }
}

/** Returns the status of a reply, which is compiled already. */
function statusOf (reply: Declaration, { replies }: Language): number {
  const declared = typeof reply.value === 'string' ? replies.get(reply.value) : reply
  return Number(declared?.parts().status?.value)
}

function warningOf (operations: readonly Operation[], status: number): string {
  const named = operations.slice(0, MAX_NAMED).map(({ id }) => id).join(', ')
  const more = operations.length > MAX_NAMED ? `, and ${operations.length - MAX_NAMED} more` : ''
  return `no status ${status} is documented by ${named}${more}: it is sent with X-Standin-Violation`
}
