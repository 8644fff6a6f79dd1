import type { Operation } from '../contract/contract.ts'
import type { ApiResponse } from '../messages/message.ts'
import { compileAsync } from './async.ts'
import type { AsyncReplies, Later } from './async.ts'
import { compileCallback } from './callback.ts'
import type { DeclaredCallback } from './callback.ts'
import { compileChange } from './change.ts'
import { compileCreate } from './create.ts'
import { DeclarationRefused, compileAll, compileEach } from './declaration.ts'
import type { Declaration, Declared } from './declaration.ts'
import { compileFind } from './find.ts'
import type { Find } from './find.ts'
import { compileIdempotent } from './idempotent.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileRemoval } from './removal.ts'
import type { Removal } from './removal.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import { compileRequires } from './requires.ts'
import type { ResourceType, Scope, Step } from './scope.ts'
import { subjectIn } from './subject-in.ts'
import type { Vocabulary } from './vocabulary.ts'
import { OPERATION_WORDS } from '../vocabulary/operation-words.ts'

/** The declarations of a document for one operation, compiled. */
export interface OperationSimulation {
  /** Responds, or returns `undefined` to leave the request to the next source. */
  respond (scope: Scope): ApiResponse | undefined
  /** Waits for the job of a request that it responded to; `undefined` where requests do not wait. */
  readonly later: Later | undefined
  readonly callbacks: readonly DeclaredCallback[]
  /** The type of the resources that it creates. */
  readonly creates: ResourceType | undefined
  /** How it finds one resource; `undefined` where it finds none or many. */
  readonly find: Find | undefined
}

const CHANGES = ['update', 'patch', 'delete']

/**
 * Compiles `x-standin` of an operation. Its steps run in a fixed order, whatever their order in the document.
 */
export function compileOperation (
  declaration: Declaration,
  language: OperationLanguage,
  callbacks: readonly CallbackDeclaration[]
): OperationSimulation {
  const declared = declaration.parts()
  const { capacity, create, delete: removed, find, idempotent, reply, requires, unique } = declared
  const compiled = compileEach({
    words: () => declaration.membersOf(OPERATION_WORDS),
    requires: () => requires && compileRequires(requires, language),
    find: () => find && compileFind(find, language, { isRead: !CHANGES.some(word => word in declared) }),
    guards: () =>
      compileAll(create === undefined ? [unique, capacity] : [], guard =>
        guard?.refuse('has no effect: there is no "create" beside it')),
    create: () => create && compileCreate({ create, unique, capacity }, language),
    change: () => compileChanges(declared, language),
    removal: () => removed && compileRemovalOf(removed, declared, language),
    reply: () => reply && compileSimulatedReply(reply, language, replyVocabulary(declared, language)),
    async: () => declared.async && compileAsyncOf(declared.async, declared, language),
    once: () => idempotent && compileIdempotent(idempotent, language),
    callbacks: () => compileAll(callbacks, callback => compileCallbackOf(callback, declared, language))
  })
  const steps = [
    compiled.requires,
    compiled.find?.step,
    compiled.create,
    ...compiled.change,
    compiled.removal?.step
  ].filter(step => step !== undefined)
  const run = (scope: Scope) =>
    runSteps(steps, scope, { answer: compiled.async?.atOnce ?? compiled.reply, remove: compiled.removal?.remove })
  return {
    respond: compiled.once === undefined ? run : compiled.once(run),
    later: compiled.async?.later,
    callbacks: compiled.callbacks,
    creates: create && typeOf(create, language),
    find: compiled.find?.peek && compiled.find
  }
}

/** Compiles `async` beside the reply for the end of the job. */
function compileAsyncOf (
  declaration: Declaration,
  declared: Declared,
  language: OperationLanguage
): AsyncReplies {
  const { create, idempotent, reply } = declared
  if (create === undefined) return declaration.refuse('there is no job to wait for: "create" one')
  if (reply === undefined) return declaration.refuse('needs a "reply" beside it, for when the job has ended')
  if (idempotent !== undefined) {
    return declaration.refuse('cannot be beside "idempotent": what it remembers is there at once')
  }
  const vocabulary = replyVocabulary(declared, language)
  return compileAsync(declaration, {
    language,
    reply: compileSimulatedReply(reply, language, vocabulary),
    type: typeOrRefused(create, language)
  })
}

/** The declarations of a callback: its `x-standin`, and the expression of its URL. */
export interface CallbackDeclaration {
  readonly definition: Operation['callbacks'][number]
  readonly declaration: Declaration
  readonly expression: Declaration
}

/** Returns the words of a reply: for the resource that was created or found, or for the resources. */
function replyVocabulary ({ create, find }: Declared, language: OperationLanguage): Vocabulary {
  const subject = create ?? (isMany(find) ? undefined : find)
  return vocabularyOf(
    language,
    subject && { resource: typeOf(subject, language) ?? 'unknown' },
    ...isMany(find) ? ['resources', 'page'] : []
  )
}

function compileChanges (declared: Declared, language: OperationLanguage): Step[] {
  const { patch, update } = declared
  if (update !== undefined) {
    patch?.refuse('cannot be beside "update": a resource is either replaced or merged into')
  }
  const kinds = [['update', update], ['patch', patch]] as const
  const steps = compileAll(kinds, ([kind, change]) => {
    return change && compileChange(change, kind, changedType(change, declared, language), language)
  })
  return steps.filter(step => step !== undefined)
}

function compileRemovalOf (removal: Declaration, declared: Declared, language: OperationLanguage): Removal {
  const { create, find } = declared
  const isOfMany = create === undefined && isMany(find)
  const type = isOfMany ? typeOrRefused(find, language) : changedType(removal, declared, language)
  return compileRemoval(removal, type, language)
}

/**
 * Returns the type of the one resource that a step changes: the one that was created or reused, or else found.
 */
function changedType (step: Declaration, { create, find }: Declared, language: OperationLanguage): ResourceType {
  if (create === undefined && (find === undefined || isMany(find))) {
    step.refuse('there is no resource to change: "find" one resource, or "create" it')
  }
  return typeOrRefused(create ?? find, language)
}

function typeOrRefused (step: Declaration | undefined, language: OperationLanguage): ResourceType {
  const type = step && typeOf(step, language)
  // The step that names the type reports its mistakes.
  if (type === undefined) throw new DeclarationRefused()
  return type
}

function isMany (find: Declaration | undefined): boolean {
  return Boolean(find?.parts().many?.value)
}

/** Returns the type that a step names; the step itself reports mistakes of it. */
function typeOf (step: Declaration, { types }: OperationLanguage): ResourceType | undefined {
  const { type } = step.parts()
  return types.get(String(type?.value))
}

interface EndContext {
  readonly answer: MakeReply | undefined
  readonly remove: Removal['remove'] | undefined
}

function runSteps (
  steps: readonly Step[],
  start: Scope,
  { answer, remove }: EndContext
): ApiResponse | undefined {
  let scope = start
  for (const step of steps) {
    const next = step(scope)
    if ('reply' in next) return next.reply
    scope = next
  }
  const response = answer?.(scope)
  remove?.(scope)
  const resource = subjectIn(scope)?.resource
  if (response === undefined || resource === undefined) return response
  return { ...response, resource: { type: resource.type, id: resource.id } }
}

function compileCallbackOf (
  { declaration, definition, expression }: CallbackDeclaration,
  { create, reply }: Declared,
  language: OperationLanguage
): DeclaredCallback {
  if (create === undefined || reply === undefined) {
    const { id } = language.operation
    return declaration.refuse(`is never sent: ${id} needs "create" and "reply" under x-standin`)
  }
  const type = typeOf(create, language)
  // Mistakes of the type are reported already.
  if (type === undefined) throw new DeclarationRefused()
  return compileCallback(declaration, expression, { definition, type, language })
}
