import { hash } from 'node:crypto'
import type { ApiResponse, Headers } from '../messages/message.ts'
import { keyOf } from '../worlds/indexed-resources.ts'
import { compileHeaders } from './compile-headers.ts'
import type { MakeHeaders } from './compile-headers.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { Evaluate, Scope } from './scope.ts'
import { compileTemplate } from './template.ts'
import { IDEMPOTENT } from '../vocabulary/step-words.ts'

/** Responds to a request, or returns `undefined` to leave it to the next source. */
export type Run = (scope: Scope) => ApiResponse | undefined

/** How an operation treats a key that it was given before. */
interface Idempotency {
  readonly memory: string
  readonly key: Evaluate
  /** How long a key is remembered, in milliseconds; `undefined` for good. */
  readonly forMs: number | undefined
  /** The reply to another request with the same key. */
  readonly conflict: MakeReply | undefined
  /** The reply while the response to the first request is still due. */
  readonly inFlight: MakeReply | undefined
  /** The headers that mark a response as a replay. */
  readonly replayed: MakeHeaders | undefined
}

/** The reply that is remembered for a key. */
interface Remembered {
  readonly response: ApiResponse | undefined
  /** When the first request came, in milliseconds since 1970. */
  readonly at: number
  /** A digest of the first request; `undefined` where no other is refused. */
  readonly digest: string | undefined
}

/**
 * Compiles `idempotent`, as Stripe and the draft of the Idempotency-Key header have it
 * (draft-ietf-httpapi-idempotency-key-header-07). Returns a function that responds to the same key in a world with the
 * same response again, and does nothing else.
 */
export function compileIdempotent (declaration: Declaration, language: OperationLanguage): (run: Run) => Run {
  const declared = declaration.membersOf(IDEMPOTENT)
  const { by, conflict, inFlight, memory, replayed } = declared
  const vocabulary = vocabularyOf(language)
  const idempotency = compileEach({
    memory: () => `${language.api}.${memory?.text() ?? language.operation.name}`,
    key: () => compileTemplate(by ?? declaration, vocabulary),
    forMs: () => declared.for?.duration(),
    conflict: () => conflict && compileSimulatedReply(conflict, language),
    inFlight: () => inFlight && compileSimulatedReply(inFlight, language),
    replayed: () => replayed && compileHeaders(replayed, vocabulary, language.operation.method)
  })
  return run => scope => respondOnce(idempotency, scope, run)
}

function respondOnce (idempotency: Idempotency, scope: Scope, run: Run): ApiResponse | undefined {
  const { conflict, forMs = Infinity, inFlight, memory } = idempotency
  const key = idempotency.key(scope)
  if (key === undefined || key === null) return run(scope)
  const { store, underWay } = scope.world
  const name = keyOf([key])
  const digest = conflict && digestOf(scope)
  const known = store.recall<Remembered>(memory, name)?.answer
  if (known !== undefined && scope.now < known.at + forMs) {
    if (conflict !== undefined && known.digest !== digest) return refuseBy('idempotent conflict', conflict, scope)
    if (inFlight !== undefined && underWay.has(known)) return refuseBy('idempotent in flight', inFlight, scope)
    scope.touched.apply('idempotent')
    return known.response && replay(known.response, idempotency.replayed?.(scope).headers)
  }
  const response = run(scope)
  const remembered = { response, at: scope.now, digest }
  store.remember(memory, name, remembered)
  return response && inFlight ? { ...response, awaited: remembered } : response
}

function refuseBy (rule: string, reply: MakeReply, scope: Scope): ApiResponse {
  scope.touched.apply(rule)
  return reply(scope)
}

function replay ({ resource, ...response }: ApiResponse, marks: Headers | undefined): ApiResponse {
  return marks === undefined ? response : { ...response, headers: { ...response.headers, ...marks } }
}

/** Returns a digest of what a request asks for: requests are equal where the JSON of their parts is. */
function digestOf ({ request: { body, operation, path, query } }: Scope): string {
  return hash('sha256', keyOf([operation?.id, path, query, body]), 'base64')
}
