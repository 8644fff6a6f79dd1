import type { Operation } from '../contract/contract.ts'
import type { ApiResponse } from '../messages/message.ts'
import { compileHeaders } from './compile-headers.ts'
import type { MakeHeaders } from './compile-headers.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration, Declared } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { Language } from './language.ts'
import { compileLimitReply } from './compile-limit-reply.ts'
import type { LimitWithReply } from './compile-limit-reply.ts'
import type { LimitDeclaration } from './list-limits.ts'
import { compileReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { Evaluate, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'
import { REFUSALS } from '../vocabulary/root-words.ts'
import type { RefusalKind } from '../vocabulary/root-words.ts'

/** The declarations of a document for its API as a whole, compiled. */
export interface ApiReplies {
  /** The headers of every response of the API; `undefined` where none are declared. */
  readonly headers: MakeHeaders | undefined
  /** Returns whether the document declares a reply for a refusal. */
  has (refusal: RefusalKind): boolean
  /** Returns the declared response for a refusal; `undefined` where none is declared. */
  refuse (refusal: RefusalKind, scope: Scope): ApiResponse | undefined
  /** Credentials at places that OpenAPI's security schemes cannot name. */
  readonly credentials: ReadonlyMap<string, Evaluate>
  /** Returns the limits that count the requests to an operation. */
  limitsOf (operation: Operation): DeclaredLimits
}

/** The limits of an operation, each with its reply. */
export type DeclaredLimits = readonly LimitWithReply[]

/** Compiles the `x-standin` at the root of a document, except its resources and replies, and all its limits. */
export function compileApiReplies (
  declared: Declared,
  limits: readonly LimitDeclaration[],
  language: Language
): ApiReplies {
  const compiled = compileEach({
    headers: () => declared.headers && compileHeaders(declared.headers, vocabularyOf(language)),
    refusals: () => compileAll(declared.refusals?.entries() ?? [], ([name, reply]) => {
      const refusal = REFUSALS.find(known => known === name)
      if (refusal === undefined) return reply.refuseWord('refusal', name, REFUSALS)
      return [refusal, compileRefusal(refusal, reply, language, declared.credentials !== undefined)] as const
    }),
    credentials: () =>
      compileAll(declared.credentials?.entries() ?? [], ([name, value]) =>
        [name, compileTemplate(value, vocabularyOf(language))] as const),
    limits: () => compileAll(limits, limit => compileLimitReply(limit, language))
  })
  const refusals = new Map(compiled.refusals)
  return {
    headers: compiled.headers,
    has: refusal => refusals.has(refusal),
    refuse: (refusal, scope) => refusals.get(refusal)?.(scope),
    credentials: new Map(compiled.credentials),
    limitsOf: operation => compiled.limits.flatMap(limitFor => limitFor(operation) ?? [])
  }
}

function compileRefusal (
  refusal: RefusalKind,
  reply: Declaration,
  language: Language,
  hasCredentials: boolean
): MakeReply {
  const vocabulary = vocabularyOf(language, {}, 'violations')
  // An operation must document the status of its refusal, or the refusal would violate the contract.
  const refused = language.operations.filter(operation => mayBeRefused(operation, refusal, hasCredentials))
  const [inGeneral] = compileAll(
    [undefined, ...refused],
    operation => compileReply(reply, { language, vocabulary, operation, source: 'refusal' })
  )
  return inGeneral ?? reply.refuse('is no reply')
}

/** Returns whether requests to an operation can be refused in this way at all. */
function mayBeRefused (
  { body, parameters, responses, security }: Operation,
  refusal: RefusalKind,
  hasCredentials: boolean
): boolean {
  switch (refusal) {
    // The operation is not known yet: its status need not be in any list.
    case 'notFound':
    case 'methodNotAllowed':
      return false
    case 'malformed':
    case 'tooLarge':
    case 'unsupportedMediaType':
      return body !== undefined
    case 'invalid':
      return body !== undefined || parameters.length > 0
    case 'unauthorized':
      return hasCredentials || security.length > 0
    case 'forbidden':
      return security.some(schemes => schemes.some(({ scopes }) => scopes.length > 0))
    case 'notAcceptable':
      return responses.some(({ content, status }) =>
        (status.startsWith('2') || status === 'default') && content.length > 0)
  }
}
