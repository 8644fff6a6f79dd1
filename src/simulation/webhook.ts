import type { CallbackDefinition } from '../contract/contract.ts'
import type { DeclaredCallback } from './callback.ts'
import { compileMessage } from './compile-message.ts'
import { compileAll, compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { Language } from './language.ts'
import { compileOptional } from './template.ts'
import type { Evaluate, ResourceType } from './scope.ts'
import { RESOURCE_EVENTS, WEBHOOK_WORDS } from '../vocabulary/message-words.ts'
import type { ResourceEvent } from '../vocabulary/message-words.ts'

/** A webhook, which is sent for the resources of a type. */
export interface DeclaredWebhook {
  /** `tally.reportReady` */
  readonly id: string
  readonly definition: CallbackDefinition
  readonly type: ResourceType
  /** The events at which it is sent at once. */
  readonly on: ReadonlySet<ResourceEvent>
  /** How it is sent at once. */
  readonly atOnce: DeclaredCallback
  /** How it is sent when a resource comes to a status: one for each status. */
  readonly atStatus: readonly DeclaredCallback[]
}

/**
 * Compiles `x-standin` of the operation of a webhook. Its URL is that of the world's settings, or else its
 * `url`.
 */
export function compileWebhook (
  definition: CallbackDefinition,
  declaration: Declaration,
  language: Language
): DeclaredWebhook {
  const declared = declaration.membersOf(WEBHOOK_WORDS)
  const { of, on, url, when } = declared
  if (of === undefined) return declaration.refuse('needs "of"')
  const type = typeNamed(of, language)
  if (when === undefined && on === undefined) {
    const list = RESOURCE_EVENTS.join(', ')
    declaration.refuse(`is never sent: say "when" it comes to which statuses, or "on" what (known: ${list})`)
  }
  const vocabulary = vocabularyOf(language, { resource: type })
  const compiled = compileEach({
    url: () => compileOptional(url, vocabulary),
    statuses: () => when?.words('status', [...type.statuses]) ?? [],
    on: () =>
      compileAll(on?.list() ?? [], item =>
        RESOURCE_EVENTS.find(kind => kind === item.value) ??
          item.refuseWord('event', item.text(), RESOURCE_EVENTS)),
    message: () => compileMessage(declared, vocabularyOf(language, { resource: type }, 'event'), definition.method)
  })
  const id = `${language.api}.${definition.name}`
  const whereTo: Evaluate = scope => scope.world.settings.webhooks[id] ?? compiled.url(scope)
  const callback = (statuses: readonly string[]): DeclaredCallback => ({
    id,
    key: `${definition.method} ${id} ${statuses.join()}`,
    definition,
    type,
    url: whereTo,
    when: new Set(statuses),
    ...compiled.message
  })
  return {
    id,
    definition,
    type,
    on: new Set(compiled.on),
    atOnce: callback([]),
    atStatus: [...new Set(compiled.statuses)].map(status => callback([status]))
  }
}
