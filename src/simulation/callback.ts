import type { CallbackDefinition } from '../contract/contract.ts'
import { compileMessage } from './compile-message.ts'
import type { DeclaredMessage } from './compile-message.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileTemplate } from './template.ts'
import type { Evaluate, ResourceType } from './scope.ts'
import { CALLBACK_WORDS } from '../vocabulary/message-words.ts'

/** A callback of an operation, which is sent for the resource that the operation created or reused. */
export interface DeclaredCallback extends DeclaredMessage {
  /** `webadmit.runExport/exportFileReady` */
  readonly id: string
  /** Unique among the callbacks of its document. */
  readonly key: string
  readonly definition: CallbackDefinition
  /** The type of the resources that its operation creates. */
  readonly type: ResourceType
  /** Gives its URL; `undefined` or an empty text where the request names none. */
  readonly url: Evaluate
  /** The statuses at which it is sent, once for each. */
  readonly when: ReadonlySet<string>
}

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
  const declared = declaration.membersOf(CALLBACK_WORDS)
  const { when } = declared
  const compiled = compileEach({
    url: () => compileTemplate(expression, vocabularyOf(language)),
    when: () => new Set(when?.words('status', [...type.statuses])),
    message: () =>
      compileMessage(declared, vocabularyOf(language, { resource: type }, 'event'), definition.method)
  })
  if (compiled.when.size === 0) {
    when?.refuse(`name at least one status, or it is never sent (known: ${[...type.statuses].join(', ')})`)
  }
  const id = `${language.operation.id}/${definition.name}`
  const key = `${definition.method} ${id} ${definition.expression}`
  const { message, url } = compiled
  return { id, key, definition, type, url, when: compiled.when, ...message }
}
