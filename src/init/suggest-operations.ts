import type { Operation } from '../contract/contract.ts'
import { CREATED } from './find-collections.ts'
import { findOne } from './find-one.ts'
import { givenMembers } from './given-members.ts'
import { pathParts } from './path-parts.ts'
import { isDocumented, refusal, refusalReply } from './refusal.ts'
import { selfLink } from './resource-type.ts'
import { successOf } from './success-of.ts'
import { suggestList } from './suggest-list.ts'
import { suggestReply } from './suggest-reply.ts'
import { leave } from './suggestion.ts'
import type { OperationSource, Suggestion } from './suggestion.ts'
import { expressionFor, pathExpression } from './expression-for.ts'
import { aThing, inWords, manyThings } from './thing-name.ts'

/** Proposes what the operations of a collection do, in the order in which a thing lives. */
export function suggestOperations (source: OperationSource): Suggestion[] {
  const { cancels, creates, delete: gone, list, patch, read, update } = source.thing.collection
  return [
    ...creates.map(operation => create(operation, source)),
    ...read === undefined ? [] : [byId(read, 'read', source)],
    ...list === undefined ? [] : [suggestList(list, source)],
    ...update === undefined ? [] : [byId(update, 'update', source)],
    ...patch === undefined ? [] : [byId(patch, 'patch', source)],
    ...cancels.map(operation => cancel(operation, source)),
    ...gone === undefined ? [] : [cancelOrDelete(gone, source)]
  ]
}

function create (operation: Operation, source: OperationSource): Suggestion {
  const { basePath, samples, thing } = source
  const { id: parameter } = pathParts(operation)
  if (parameter !== undefined) return put(operation, parameter, source)
  const { members, sent, strangers } = givenMembers(operation, thing, 'create')
  const hidden = hiddenParents(source)
  const idIsSent = thing.idIsGiven && thing.id !== undefined && sent?.members.has(thing.id.name) === true
  const conflict = idIsSent ? refusal(operation, [409, 400, 422], `There is ${aThing(thing.name)} with this ${thing.id?.name ?? 'id'} already`, samples) : undefined
  const declared = {
    type: thing.name,
    ...idIsSent && thing.id && { id: expressionFor('$request.body', ...sent?.path ?? [], thing.id.name) },
    ...members !== undefined && { members },
    ...hidden && { hidden },
    ...conflict && { else: conflict.reply }
  }
  const location = selfLink(thing, basePath)
  return suggestReply(operation, source, 'create', { create: declared }, {
    success: successOf(operation, CREATED),
    responses: conflict?.responses,
    headers: location === undefined ? {} : { Location: location },
    notes: strangers.length === 0 ? [] : [`It does not keep ${inARow(strangers)}: ${aThing(thing.name)} shows ${strangers.length === 1 ? 'no such member, or another form of it' : 'no such members, or other forms of them'}.`]
  })
}

/** Creates what the path names where it is not there yet, and replaces it where it is. */
function put (operation: Operation, parameter: string, source: OperationSource): Suggestion {
  const { members } = givenMembers(operation, source.thing, 'create')
  const id = pathExpression(parameter)
  const hidden = hiddenParents(source)
  if (id === undefined || members === undefined) return leave(operation, `its body has nothing that ${aThing(source.thing.name)} shows`)
  const declared = { type: source.thing.name, id, members, ...hidden && { hidden }, else: 'reuse' }
  return suggestReply(operation, source, 'create', { create: declared, update: { members } }, { success: successOf(operation, ['200', '201', '202']) })
}

/** The ids of the things above that it does not show. */
function hiddenParents ({ thing: { parents } }: OperationSource): Record<string, string> | undefined {
  const hidden = parents.flatMap(({ isHidden, member, parameter }) => isHidden ? [[member, pathExpression(parameter) ?? ''] as const] : [])
  return hidden.length === 0 ? undefined : Object.fromEntries(hidden)
}

function byId (operation: Operation, action: 'read' | 'update' | 'patch', source: OperationSource): Suggestion {
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  if (action === 'read') return suggestReply(operation, source, action, { find: found.find }, { responses: found.responses })
  const word = action === 'update' && isPartial(operation, source) ? 'patch' : action
  const { members, strangers } = givenMembers(operation, source.thing, word)
  if (members === undefined) return leave(operation, `its body has nothing that ${aThing(source.thing.name)} shows`)
  return suggestReply(operation, source, action, { find: found.find, [word]: { members } }, {
    responses: found.responses,
    notes: [
      ...strangers.length === 0 ? [] : [`It does not keep ${inARow(strangers)}.`],
      ...word === action ? [] : ['Its body need not hold all that there is: the members are merged, and what it does not name stays.']
    ]
  })
}

/** Whether an update may leave out what a thing needs, and was created with. */
function isPartial (operation: Operation, { thing }: OperationSource): boolean {
  const created = new Set(thing.collection.creates.flatMap(create => givenMembers(create, thing, 'create').names))
  const { names, sent } = givenMembers(operation, thing, 'update')
  return [...thing.members.values()].some(({ name, required }) => required && created.has(name) && !(names.includes(name) && sent?.members.get(name)?.required === true))
}

/** Ends a job by a status of its own; what is no job is not cancelled, as nothing is known of what that means. */
function cancel (operation: Operation, source: OperationSource): Suggestion {
  const { job, name } = source.thing
  const [status] = job?.statuses.cancelled ?? []
  if (job === undefined || status === undefined) return leave(operation, `${manyThings(name)} have no status for it`)
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  const running = [...job.statuses.waiting, ...job.statuses.running]
  const ended = isDocumented(operation, 409) ? { while: running, else: refusalReply(operation, 409, `The ${inWords(name)} has ended already`, source.samples) } : {}
  return suggestReply(operation, source, 'cancel', { find: found.find, patch: { status, ...ended } }, { responses: found.responses })
}

/** A job that can be cancelled and is only ended by DELETE is cancelled by it, where the document says so. */
function cancelOrDelete (operation: Operation, source: OperationSource): Suggestion {
  const { collection: { cancels }, job } = source.thing
  const { description, operationId, summary } = operation.definition
  const saysCancel = /cancel|abort|stop/i.test([operationId, summary, description].join(' '))
  if (job !== undefined && job.statuses.cancelled.length > 0 && cancels.length === 0 && saysCancel) return cancel(operation, source)
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  return suggestReply(operation, source, 'delete', { find: found.find, delete: true }, { responses: found.responses })
}

function inARow (names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
