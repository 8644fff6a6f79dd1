import type { CallbackDefinition } from '../contract/contract.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileOptional, compileTemplate } from './template.ts'
import type { Evaluate, ResourceType } from './scope.ts'

/** A callback of an operation, which is sent for the resource that the operation created or reused. */
export interface DeclaredCallback {
  /** `webadmit.runExport/exportFileReady` */
  readonly id: string
  /** Unique among the callbacks of its document. */
  readonly key: string
  readonly definition: CallbackDefinition
  /** The type of the resources that its operation creates. */
  readonly type: ResourceType
  /** Gives its URL; `undefined` or an empty text where the request names none. */
  readonly url: Evaluate
  /** The statuses at which it is sent. */
  readonly when: ReadonlySet<string>
  readonly body: Evaluate
  /** The pauses before each further attempt, in milliseconds. */
  readonly retriesMs: readonly number[]
}

/** The pauses where none are declared, in milliseconds. */
export const DEFAULT_RETRIES_MS = [1_000, 5_000, 25_000]

interface CallbackContext {
  readonly definition: CallbackDefinition
  /** The type of the resources that its operation creates. */
  readonly type: ResourceType
  readonly language: OperationLanguage
}

/** Compiles `x-standin` of the operation in an OpenAPI callback. */
export function compileCallback (
  declaration: Declaration,
  expression: Declaration,
  { definition, language, type }: CallbackContext
): DeclaredCallback {
  const { when, body, retries } = declaration.members(['when', 'body', 'retries'], ['when'])
  const compiled = compileEach({
    url: () => compileTemplate(expression, vocabularyOf(language)),
    when: () => new Set(when?.words('status', [...type.statuses])),
    body: () => compileOptional(body, vocabularyOf(language, { resource: type })),
    retriesMs: () =>
      retries === undefined ? DEFAULT_RETRIES_MS : compileAll(retries.list(), pause => pause.duration())
  })
  if (compiled.when.size === 0) {
    when?.refuse(`name at least one status, or it is never sent (known: ${[...type.statuses].join(', ')})`)
  }
  const id = `${language.operation.id}/${definition.name}`
  return { id, key: `${definition.method} ${id} ${definition.expression}`, definition, type, ...compiled }
}
