import type { Operation } from '../contract/contract.ts'
import type { ApiResponse } from '../messages/message.ts'
import { DeclarationRefused, compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { Language } from './language.ts'
import { Limit } from './limit.ts'
import { compileHeaders, compileReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { Evaluate, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'

/** Why a request is refused before anything is asked what to answer. */
export const REFUSALS = ['malformed', 'invalid', 'unauthorized', 'forbidden', 'notFound', 'methodNotAllowed', 'notAcceptable', 'tooLarge', 'unsupportedMediaType'] as const

export type RefusalKind = (typeof REFUSALS)[number]

/** What a document declares of its API as a whole, compiled. */
export interface ApiReplies {
  /** Headers on every answer of the API, where there are any. */
  readonly headers: ((scope: Scope) => Record<string, string>) | undefined
  /** Whether the API has words of its own for a refusal. */
  has (refusal: RefusalKind): boolean
  /** How the API words a refusal; `undefined` for one that it has no words for. */
  refuse (refusal: RefusalKind, scope: Scope): ApiResponse | undefined
  /** Credentials that travel where OpenAPI's security schemes cannot say. */
  readonly credentials: ReadonlyMap<string, Evaluate>
  /** The limits, with how each is worded for an operation. */
  readonly limits: ReadonlyArray<{ readonly limit: Limit, readonly replyFor: (operation: Operation) => MakeReply }>
}

/** Reads the `x-standin` at the root of a document, but for its resources and replies. */
export function compileApiReplies (declared: Partial<Record<string, Declaration>>, language: Language): ApiReplies {
  const compiled = compileEach({
    headers: () => declared.headers && compileHeaders(declared.headers, vocabularyOf(language)),
    refusals: () => compileAll(declared.refusals?.entries() ?? [], ([name, reply]) => {
      const refusal = REFUSALS.find(known => known === name)
      if (refusal === undefined) return reply.refuseWord('refusal', name, REFUSALS)
      return [refusal, compileRefusal(refusal, reply, language, declared.credentials !== undefined)] as const
    }),
    credentials: () => compileAll(declared.credentials?.entries() ?? [], ([name, value]) => [name, compileTemplate(value, vocabularyOf(language))] as const),
    limits: () => compileAll(declared.limits?.entries() ?? [], ([name, limit]) => compileLimitReply(name, limit, language))
  })
  const refusals = new Map(compiled.refusals)
  return {
    headers: compiled.headers,
    has: refusal => refusals.has(refusal),
    refuse: (refusal, scope) => refusals.get(refusal)?.(scope),
    credentials: new Map(compiled.credentials),
    limits: compiled.limits
  }
}

function compileRefusal (refusal: RefusalKind, reply: Declaration, language: Language, hasCredentials: boolean): MakeReply {
  const vocabulary = vocabularyOf(language, {}, 'violations')
  // An operation must document the status with which its API refuses it, or the refusal would break the contract.
  const refused = language.operations.filter(operation => mayBeRefused(operation, refusal, hasCredentials))
  const [inGeneral] = compileAll([undefined, ...refused], operation => compileReply(reply, { language, vocabulary, operation, source: 'refusal' }))
  return inGeneral ?? reply.refuse('is no reply')
}

/** Tells whether requests to an operation can be refused for a reason at all. */
function mayBeRefused ({ body, parameters, responses, security }: Operation, refusal: RefusalKind, hasCredentials: boolean): boolean {
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
      return responses.some(({ content, status }) => (status.startsWith('2') || status === 'default') && content.length > 0)
  }
}

function compileLimitReply (name: string, declaration: Declaration, language: Language): ApiReplies['limits'][number] {
  const { else: otherwise } = declaration.parts()
  const limit = language.limits.get(name)
  // What is wrong with the limit itself has been reported.
  if (otherwise === undefined || limit === undefined) throw new DeclarationRefused()
  const vocabulary = vocabularyOf(language, {}, 'retryAfter')
  const replies = new Map(compileAll(language.operations, operation => [operation.id, compileReply(otherwise, { language, vocabulary, operation, source: 'simulation' })] as const))
  const inGeneral = compileReply(otherwise, { language, vocabulary, source: 'simulation' })
  return { limit, replyFor: ({ id }) => replies.get(id) ?? inGeneral }
}
