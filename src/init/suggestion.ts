import type { Operation } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { replyBody } from './reply-body.ts'
import type { BodySource } from './reply-body.ts'
import { exampleOf, successOf } from './success-of.ts'
import type { Success } from './success-of.ts'

export type Action = 'create' | 'read' | 'list' | 'update' | 'patch' | 'cancel' | 'delete' | 'download'

/** An operation with the `x-standin` that is proposed for it. */
export interface ProposedOperation {
  readonly kind: 'proposed'
  readonly action: Action
  readonly operation: Operation
  /** Its `x-standin`. */
  readonly declaration: JsonObject
  /** The responses that the overlay adds to the document. */
  readonly responses: JsonObject | undefined
  /** Remarks for the reader of the overlay, a sentence each. */
  readonly notes: readonly string[]
}

/** An operation that is left as it is, with the reason. */
export interface LeftOut {
  readonly kind: 'left out'
  readonly operation: Pick<Operation, 'id' | 'method' | 'name' | 'path'>
  readonly reason: string
}

export type Suggestion = ProposedOperation | LeftOut

/** The sources of the suggestions for a collection's operations. */
export interface OperationSource extends Omit<BodySource, 'event' | 'example' | 'paging'> {
  /** The name of the document's API. */
  readonly api: string
  /** Whether the document is Swagger 2.0, so that the overlay has to add to it in that form. */
  readonly isSwagger: boolean
}

/** The steps of a suggestion beside the reply. */
export interface SuggestedSteps {
  readonly action: Action
  /** The steps of `x-standin` before `reply`. */
  readonly steps: JsonObject
  readonly success?: Success | undefined
  /** Templates of headers, which are sent when the document declares them. */
  readonly headers?: Readonly<Record<string, string>>
  readonly paging?: BodySource['paging']
  /** Replies that take the place of the usual one, by status of the resource. */
  readonly byStatus?: JsonObject | undefined
  readonly responses?: JsonObject | undefined
  readonly notes?: readonly string[]
}

/** Leaves an operation as it is. */
export function leave (operation: LeftOut['operation'], reason: string): LeftOut {
  return { kind: 'left out', operation, reason }
}

/** Proposes steps for an operation, and a reply in the form that the operation documents. */
export function suggest (operation: Operation, source: OperationSource, suggested: SuggestedSteps): Suggestion {
  const { action, byStatus, notes = [], responses, steps, success = successOf(operation) } = suggested
  if (success === undefined) return suggestSuccess(operation, source, suggested)
  const { hasBody, response, schema } = success
  if (hasBody && schema === undefined) {
    const types = response.content.map(({ name }) => name).join(', ')
    return leave(operation, `its response is not JSON with a schema (${types})`)
  }
  const usual = replyOf(success, operation, source, suggested)
  const reply = byStatus === undefined ? usual : { ...usual, while: byStatus }
  return { kind: 'proposed', action, operation, declaration: { ...steps, reply }, responses, notes }
}

/** Returns the reply of an operation in the form that a response documents, with those headers that it declares. */
export function replyOf (
  { response, schema, status }: Success,
  operation: Operation,
  source: OperationSource,
  { headers = {}, paging }: Pick<SuggestedSteps, 'headers' | 'paging'>
): JsonObject {
  const declared = new Set(response.headers.map(({ name }) => name))
  const sent = Object.entries(headers).filter(([name]) => declared.has(name.toLowerCase()))
  const body = schema === undefined || status === 204
    ? undefined
    : replyBody(schema, { ...source, example: exampleOf(operation), ...paging && { paging } })
  return {
    status,
    ...sent.length > 0 && { headers: Object.fromEntries(sent) },
    ...body !== undefined && { body }
  }
}

const ADDED_STATUSES: Readonly<Partial<Record<Action, number>>> = { create: 201, delete: 204 }

/** Proposes a success that the overlay adds, for an operation that documents failures only. */
function suggestSuccess (
  operation: Operation,
  { isSwagger, model }: OperationSource,
  suggested: SuggestedSteps
): Suggestion {
  const { action, notes = [], responses, steps } = suggested
  if (action === 'read' || action === 'list') return leave(operation, 'it documents no success')
  const status = ADDED_STATUSES[action] ?? 200
  const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(model.collection.item.pointer) ?? []
  const showsResource = name !== undefined && action !== 'delete'
  const schema = { $ref: `#/${isSwagger ? 'definitions' : 'components/schemas'}/${name ?? ''}` }
  const content = isSwagger ? { schema } : { content: { 'application/json': { schema } } }
  return {
    kind: 'proposed',
    action,
    operation,
    declaration: { ...steps, reply: { status, ...showsResource && { body: '$resource' } } },
    responses: { ...responses, [status]: { description: 'Success.', ...showsResource && content } },
    notes
  }
}
