import type { Operation } from '../contract/contract.ts'
import { waitHeaders } from './creation-headers.ts'
import { findMany, findOne } from './find-one.ts'
import { givenMembers, storedMembers } from './given-members.ts'
import { readByStatus } from './read-by-status.ts'
import { isDocumented, refusalReply } from './refusal.ts'
import { inWords, plural } from './resource-name.ts'
import { noMembers, notStored, suggestCreate } from './suggest-create.ts'
import { suggestDownload } from './suggest-download.ts'
import { leave, suggest } from './suggestion.ts'
import type { OperationSource, Suggestion } from './suggestion.ts'

/** Proposes the operations of a collection, in the order in which a resource meets them. */
export function suggestOperations (source: OperationSource): Suggestion[] {
  const { collection } = source.model
  const { cancels, creates, delete: deletes, downloads, list, patch, read, update, views } = collection
  const suggestions = creates.map(operation => suggestCreate(operation, source))
  if (read !== undefined) suggestions.push(suggestRead(read, source))
  for (const operation of views) suggestions.push(suggestRead(operation, source))
  if (list !== undefined) suggestions.push(suggestList(list, source))
  for (const operation of downloads) suggestions.push(suggestDownload(operation, source))
  if (update !== undefined) suggestions.push(suggestChange(update, 'update', source))
  if (patch !== undefined) suggestions.push(suggestChange(patch, 'patch', source))
  for (const operation of cancels) suggestions.push(suggestCancel(operation, source))
  if (deletes !== undefined) suggestions.push(suggestDelete(deletes, source))
  return suggestions
}

function suggestRead (operation: Operation, source: OperationSource): Suggestion {
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  return suggest(operation, source, {
    action: 'read',
    steps: { find: found.find },
    headers: waitHeaders(source.model),
    byStatus: readByStatus(operation, source),
    responses: found.responses
  })
}

function suggestList (operation: Operation, source: OperationSource): Suggestion {
  const found = findMany(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  return suggest(operation, source, { action: 'list', steps: { find: found.find }, paging: found.paging })
}

function suggestChange (operation: Operation, action: 'update' | 'patch', source: OperationSource): Suggestion {
  const { model } = source
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  const word = action === 'update' && isPartial(operation, source) ? 'patch' : action
  const { hidden, members, strangers } = givenMembers(operation, model, word)
  if ((members ?? hidden) === undefined) return leave(operation, noMembers(model.name))
  const notes = strangers.length === 0 ? [] : [`${notStored(strangers)}.`]
  if (word !== action) notes.push('Its body may leave out required members: what it has is merged, and the rest stays.')
  return suggest(operation, source, {
    action,
    steps: { find: found.find, [word]: { ...members !== undefined && { members }, ...hidden && { hidden } } },
    responses: found.responses,
    notes
  })
}

/** Returns whether an update may leave out members that are required and were stored on creation. */
function isPartial (operation: Operation, { model }: OperationSource): boolean {
  const stored = storedMembers(model)
  const { names, sent } = givenMembers(operation, model, 'update')
  const isSent = (name: string) => names.includes(name) && sent?.members.get(name)?.required === true
  return [...model.members.values()].some(({ name, required }) => required && stored.has(name) && !isSent(name))
}

/** Proposes to end a job by its status for it. The document does not say what it means to cancel anything else. */
function suggestCancel (operation: Operation, source: OperationSource): Suggestion {
  const { job, name } = source.model
  const [status] = job?.statuses.cancelled ?? []
  if (job === undefined || status === undefined) {
    return leave(operation, `${plural(name)} have no status for cancelled ones`)
  }
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  const text = `The ${inWords(name)} has already ended`
  const whileRunning = isDocumented(operation, 409) && {
    while: [...job.statuses.waiting, ...job.statuses.running],
    else: refusalReply(operation, 409, text, source.samples)
  }
  return suggest(operation, source, {
    action: 'cancel',
    steps: { find: found.find, patch: { status, ...whileRunning } },
    responses: found.responses
  })
}

/** Proposes a DELETE. It cancels a job when its text says so, the job has a status for it, and nothing else cancels. */
function suggestDelete (operation: Operation, source: OperationSource): Suggestion {
  const { collection: { cancels }, job } = source.model
  const { description, operationId, summary } = operation.definition
  const mentionsCancel = /cancel|abort|stop/i.test([operationId, summary, description].join(' '))
  const canCancel = job !== undefined && job.statuses.cancelled.length > 0 && cancels.length === 0
  if (canCancel && mentionsCancel) return suggestCancel(operation, source)
  const found = findOne(operation, source)
  if (typeof found === 'string') return leave(operation, found)
  return suggest(operation, source, {
    action: 'delete',
    steps: { find: found.find, delete: true },
    responses: found.responses
  })
}
