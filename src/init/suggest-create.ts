import type { Operation } from '../contract/contract.ts'
import { asyncReplies } from './async-replies.ts'
import { expressionFor, pathExpression } from './expression-for.ts'
import { CREATED } from './created-elsewhere.ts'
import { creationHeaders } from './creation-headers.ts'
import { givenMembers } from './given-members.ts'
import { idempotentBy } from './idempotent-by.ts'
import { pathParts } from './path-parts.ts'
import { refusal } from './refusal.ts'
import { withArticle } from './resource-name.ts'
import { successOf } from './success-of.ts'
import { leave, suggest } from './suggestion.ts'
import type { OperationSource, Suggestion } from './suggestion.ts'

/** Proposes an operation that creates a resource. */
export function suggestCreate (operation: Operation, source: OperationSource): Suggestion {
  const { model } = source
  const { id: parameter } = pathParts(operation)
  if (parameter !== undefined && operation.method === 'PUT') return suggestPut(operation, parameter, source)
  const { hidden: sentHidden, members, sent, strangers } = givenMembers(operation, model, 'create')
  const hidden = mergeHidden(hiddenParents(source), sentHidden)
  const isIdSent = model.idIsGiven && sent?.members.has(model.id?.name ?? '') === true
  const id = isIdSent ? model.id?.name : undefined
  const conflict = id === undefined
    ? undefined
    : refusal(operation, [409, 400, 422], `There is already ${withArticle(model.name)} with this ${id}`, source)
  const create = {
    type: model.name,
    ...id !== undefined && { id: expressionFor('$request.body', ...sent?.path ?? [], id) },
    ...members !== undefined && { members },
    ...hidden && { hidden },
    ...conflict && { else: conflict.reply }
  }
  const idempotent = idempotentBy(operation)
  const waiting = idempotent === undefined ? asyncReplies(operation, source) : undefined
  if (waiting !== undefined) {
    return suggest(operation, source, { action: 'create', steps: { create, async: waiting.async }, ...waiting.atEnd })
  }
  return suggest(operation, source, {
    action: 'create',
    steps: { ...idempotent && { idempotent }, create },
    success: successOf(operation, CREATED),
    responses: conflict?.responses,
    headers: creationHeaders(model),
    notes: strangersNote(strangers, model.name)
  })
}

/** Proposes a PUT that creates the resource that its path names, or replaces it. */
function suggestPut (operation: Operation, parameter: string, source: OperationSource): Suggestion {
  const { model } = source
  const { hidden: sentHidden, members } = givenMembers(operation, model, 'create')
  const id = pathExpression(parameter)
  const hidden = mergeHidden(hiddenParents(source), sentHidden)
  if (id === undefined || (members ?? sentHidden) === undefined) return leave(operation, noMembers(model.name))
  const update = { ...members !== undefined && { members }, ...hidden && { hidden } }
  const create = {
    type: model.name,
    id,
    ...members !== undefined && { members },
    ...hidden && { hidden },
    else: 'reuse'
  }
  return suggest(operation, source, {
    action: 'create',
    steps: { create, update },
    success: successOf(operation, ['200', '201', '202'])
  })
}

/** Returns the reason to leave out an operation whose body gives a resource nothing. */
export function noMembers (name: string): string {
  return `its body has no member that ${withArticle(name)} shows`
}

/** Returns the ids of the parents that the resource does not show. */
function hiddenParents ({ model: { parents } }: OperationSource): Record<string, string> | undefined {
  const hidden = parents
    .filter(({ isHidden }) => isHidden)
    .map(({ member, parameter }) => [member, pathExpression(parameter) ?? ''])
  return hidden.length === 0 ? undefined : Object.fromEntries(hidden)
}

function mergeHidden (...all: Array<Record<string, string> | undefined>): Record<string, string> | undefined {
  const hidden = Object.assign({}, ...all) as Record<string, string>  // all are of this type
  return Object.keys(hidden).length > 0 ? hidden : undefined
}

function strangersNote (strangers: readonly string[], name: string): string[] {
  if (strangers.length === 0) return []
  const reason = strangers.length === 1
    ? 'no such member, or another form of it'
    : 'no such members, or other forms of them'
  return [`${notStored(strangers)}: ${withArticle(name)} shows ${reason}.`]
}

/** Returns the beginning of a note on members of the body that are not stored. */
export function notStored (names: readonly string[]): string {
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
  return `It does not store ${list}`
}
