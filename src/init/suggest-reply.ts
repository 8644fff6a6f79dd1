import type { Operation } from '../contract/contract.ts'
import { replyBody } from './reply-body.ts'
import type { BodySource } from './reply-body.ts'
import { exampleOf } from './samples.ts'
import { successOf } from './success-of.ts'
import type { Success } from './success-of.ts'
import { leave } from './suggestion.ts'
import type { Deed, OperationSource, Suggestion } from './suggestion.ts'

type Json = Record<string, unknown>

export interface ReplyParts {
  readonly success?: Success | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly paging?: BodySource['paging']
  readonly responses?: Json | undefined
  readonly notes?: readonly string[]
}

/** Proposes steps for an operation with the answer that follows them, in the form that it documents. */
export function suggestReply (operation: Operation, source: OperationSource, action: Deed, steps: Json, { headers = {}, notes = [], paging, responses, success = successOf(operation) }: ReplyParts): Suggestion {
  if (success === undefined) return undocumented(operation, source, action, steps, { responses, notes })
  const { hasBody, response, schema, status } = success
  if (hasBody && schema === undefined) return leave(operation, `it does not answer with JSON that a schema describes (${response.content.map(({ name }) => name).join(', ')})`)
  const documented = Object.fromEntries(Object.entries(headers).filter(([name]) => response.headers.some(header => header.name === name.toLowerCase())))
  const body = schema === undefined || status === 204 ? undefined : replyBody(schema, { ...source, example: exampleOf(operation), ...paging && { paging } })
  const answer = { status, ...Object.keys(documented).length > 0 && { headers: documented }, ...body !== undefined && { body } }
  return { kind: 'proposed', action, operation, declaration: { ...steps, reply: answer }, responses, notes }
}

/** An operation that documents failures only: the overlay adds a success, with the thing where it is known how it is shown. */
function undocumented (operation: Operation, { isSwagger, thing }: OperationSource, action: Deed, steps: Json, { notes = [], responses }: ReplyParts): Suggestion {
  if (action === 'read' || action === 'list') return leave(operation, 'it documents no success')
  const status = { create: 201, delete: 204 }[action as string] ?? 200
  const [, name] = /^\/components\/schemas\/([^/]+)$/.exec(thing.collection.item.pointer) ?? []
  const shows = name !== undefined && action !== 'delete'
  const schema = { $ref: `#/${isSwagger ? 'definitions' : 'components/schemas'}/${name ?? ''}` }
  const content = isSwagger ? { schema } : { content: { 'application/json': { schema } } }
  return {
    kind: 'proposed',
    action,
    operation,
    declaration: { ...steps, reply: { status, ...shows && { body: '$resource' } } },
    responses: { ...responses, [status]: { description: 'It is done.', ...shows && content } },
    notes
  }
}
