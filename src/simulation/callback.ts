import type { CallbackDefinition } from '../contract/contract.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileTemplate } from './template.ts'
import type { Evaluate, ResourceType } from './scope.ts'

/** A callback of an operation, as it is fired for the resource that the operation created or used again. */
export interface DeclaredCallback {
  /** `webadmit.runExport/exportFileReady` */
  readonly id: string
  /** Tells it from all others of its document. */
  readonly key: string
  readonly definition: CallbackDefinition
  /** Of the resources that its operation creates. */
  readonly type: ResourceType
  /** Where it goes; `undefined` or nothing where the request names no URL. */
  readonly url: Evaluate
  /** It is sent when the resource comes to one of these. */
  readonly when: ReadonlySet<string>
  readonly body: Evaluate
  /** The pauses before each further attempt, in milliseconds. */
  readonly retriesMs: readonly number[]
}

/** The pauses where none are declared. */
export const DEFAULT_RETRIES_MS = [1_000, 5_000, 25_000]

interface CallbackContext {
  readonly definition: CallbackDefinition
  /** Of the resources that its operation creates. */
  readonly type: ResourceType
  readonly language: OperationLanguage
}

/** Reads `x-standin` of the operation in an OpenAPI callback. */
export function compileCallback (declaration: Declaration, expression: Declaration, { definition, language, type }: CallbackContext): DeclaredCallback {
  const { when, body, retries } = declaration.members(['when', 'body', 'retries'], ['when'])
  const compiled = compileEach({
    url: () => compileTemplate(expression, vocabularyOf(language)),
    when: () => new Set(when?.words('status', [...type.statuses])),
    body: () => body === undefined ? () => undefined : compileTemplate(body, vocabularyOf(language, { resource: type })),
    retriesMs: () => retries === undefined ? DEFAULT_RETRIES_MS : compileAll(retries.list(), pause => pause.duration())
  })
  if (compiled.when.size === 0) when?.refuse(`name at least one status, or it is never sent (known: ${[...type.statuses].join(', ')})`)
  const id = `${language.operation.id}/${definition.name}`
  return { id, key: `${definition.method} ${id} ${definition.expression}`, definition, type, ...compiled }
}
