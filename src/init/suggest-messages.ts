import type { CallbackDefinition, Operation, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isJson } from '../messages/media-type.ts'
import { eventStatuses, listWords } from './event-statuses.ts'
import { followSchema, listMembers } from './member.ts'
import { replyBody } from './reply-body.ts'
import { inWords } from './resource-name.ts'
import { plainName } from './role-of.ts'
import { leave } from './suggestion.ts'
import type { LeftOut, OperationSource } from './suggestion.ts'
import { typeOf } from './types-of.ts'

/** A callback or a webhook with the `x-standin` that is proposed for it. */
export interface ProposedMessage {
  readonly kind: 'message'
  /** How it is called where it is left out, and the name of its deliveries. */
  readonly address: LeftOut['operation']
  readonly definition: CallbackDefinition
  /** The operation that creates the resource; `undefined` for a webhook. */
  readonly operation: Operation | undefined
  readonly declaration: JsonObject
}

type MessageSuggestion = ProposedMessage | LeftOut

/** Matches expressions of URLs that a request names. */
export const URL_OF_REQUEST = /\{?\$request\.(body#|query\.|header\.)([^}]+)\}?/

/** Proposes the callbacks of the operations that create a resource. */
export function suggestCallbacks (source: OperationSource): MessageSuggestion[] {
  const { collection: { creates }, job } = source.model
  return creates.flatMap(operation => operation.callbacks.map(definition => {
    const { expression, method, name } = definition
    const id = `${operation.id}/${name}`
    const address = { id, method, name: id, path: `${name}, a callback of ${operation.method} ${operation.path}` }
    if (job === undefined) return leave(address, 'callbacks are sent at statuses, and it has none of a job')
    if (!URL_OF_REQUEST.test(expression)) return leave(address, `no request names its URL (${expression})`)
    const named = eventStatuses(name, job)
    const body = messageBody(definition, named, source)
    // What the body has a word for is what it is sent for.
    const when = chosenStatuses(body) ?? named
    return { kind: 'message', address, definition, operation, declaration: { when, ...body } } as const
  }))
}

/** Proposes the webhooks that tell of a resource. */
export function suggestWebhooks (webhooks: readonly CallbackDefinition[], source: OperationSource): ProposedMessage[] {
  const { job, name: type } = source.model
  return webhooks.filter(webhook => isAbout(webhook, source)).map(definition => {
    const { method, name } = definition
    const id = `${source.api}.${name}`
    const on = eventOf(name)
    const when = job === undefined || on === 'created' || on === 'deleted' ? [] : eventStatuses(name, job)
    const body = messageBody(definition, when, source)
    const atStatus = { when: chosenStatuses(body) ?? when }
    const declaration = {
      of: type,
      ...when.length > 0 ? atStatus : { on: on === undefined ? ['created', 'changed'] : [on] },
      ...body
    }
    const address = { id, method, name: id, path: `${name}, a webhook` }
    return { kind: 'message', address, definition, operation: undefined, declaration }
  })
}

function messageBody (definition: CallbackDefinition, when: readonly string[], source: OperationSource): JsonObject {
  const schema = bodySchema(definition)
  if (schema === undefined) return {}
  const event = { name: definition.name, job: source.model.job, when }
  return { body: replyBody(schema, { ...source, event }) }
}

/** Returns the statuses by which a template chooses; `undefined` for one that does not. */
function chosenStatuses (template: unknown): readonly string[] | undefined {
  if (!isObject(template)) return undefined
  if (template.$choose === '$status' && isObject(template.of)) return Object.keys(template.of)
  return Object.values(template).map(chosenStatuses).find(statuses => statuses !== undefined)
}

function bodySchema ({ body }: CallbackDefinition): SchemaReference | undefined {
  const content = body?.content ?? []
  return (content.find(({ name }) => isJson(name)) ?? content[0])?.schema
}

/** Returns whether a webhook tells of a type: its body has the resource, or its id where the name has the type's. */
function isAbout (webhook: CallbackDefinition, { model }: OperationSource): boolean {
  const schema = bodySchema(webhook)
  if (schema === undefined || typeOf(schema) !== 'object') return false
  const { collection, id, name } = model
  const members = [...listMembers(schema).values()]
  const isItem = (one: SchemaReference) => followSchema(one).pointer === followSchema(collection.item).pointer
  if (isItem(schema) || members.some(member => isItem(member.schema))) return true
  const words = listWords(webhook.name).join(' ')
  const ids = [id?.name, collection.id, `${name}Id`].filter(one => one !== undefined).map(plainName)
  const hasId = members.some(member => ids.includes(plainName(member.name)) && plainName(member.name) !== 'id')
  return hasId && words.includes(inWords(name))
}

const EVENTS = {
  created: /^(created|added|new|registered|opened|submitted)$/,
  deleted: /^(deleted|removed|destroyed)$/,
  changed: /^(updated|changed|modified|edited)$/
} as const

/** Returns the event of a request that the name of a webhook ends in. */
function eventOf (name: string): keyof typeof EVENTS | undefined {
  const last = listWords(name).at(-1) ?? ''
  const [event] = Object.entries(EVENTS).find(([, words]) => words.test(last)) ?? []
  return event as keyof typeof EVENTS | undefined  // the keys of EVENTS
}
