import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { compileGuard, guardFor, secondsUntilFree } from './guard.ts'
import type { GuardedReply } from './guard.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileMembers } from './members.ts'
import { createResourceDraft, toId } from './resource-draft.ts'
import { compileSimulatedReply } from './reply.ts'
import type { MakeReply } from './reply.ts'
import type { RefusalReason, ResourceType, Scope, Step } from './scope.ts'
import { withSubject } from './subject-in.ts'
import { subjectOf } from './subject-of.ts'
import { compileTemplate } from './template.ts'
import type { Insertion } from '../worlds/resource-verbs.ts'
import { CREATE } from '../vocabulary/step-words.ts'

interface CreateDeclarations {
  readonly create: Declaration
  readonly unique: Declaration | undefined
  readonly capacity: Declaration | undefined
}

/** Compiles `create` with the `unique` and the `capacity` that guard it. All of them are one atomic step. */
export function compileCreate (
  { create, unique, capacity }: CreateDeclarations,
  language: OperationLanguage
): Step {
  const declared = create.membersOf(CREATE)
  const type = typeNamed(declared.type ?? create, language)
  const vocabulary = vocabularyOf(language)
  const { hidden, identity, members, ...guards } = compileEach({
    identity: () => compileIdentity(create, type, language),
    members: () => declared.members && compileMembers(declared.members, type, vocabulary),
    hidden: () => declared.hidden && compileMembers(declared.hidden, type, vocabulary),
    unique: () => unique && compileGuard(unique, 'unique', type, language),
    capacity: () => capacity && compileGuard(capacity, 'capacity', type, language)
  })
  const guarded = [guards.unique, guards.capacity].filter(guard => guard !== undefined)

  return scope => {
    const { now, world } = scope
    const inForce = guarded.map(({ guard }) => guardFor(guard, scope))
    const draft = createResourceDraft(
      type,
      { id: identity?.idFor(scope), members: members?.(scope), hidden: hidden?.(scope) },
      scope
    )
    const insertion = world.store.insert(draft, inForce)
    if (insertion.kind === 'inserted') {
      const subject = subjectOf(insertion.resource, type, now)
      scope.emit?.('created', subject, scope)
      return withSubject(scope, subject, 'created')
    }
    if (insertion.kind === 'taken') {
      const conflict = subjectOf(insertion.resource, type, now)
      scope.touched.apply('id')
      return inPlaceOf({ conflict, retryAfter: undefined }, identity?.otherwise, scope)
    }
    return refusedBy(guarded[inForce.indexOf(insertion.guard)], insertion, scope)
  }
}

/** The id that a request gives to the resource that it creates, and the reply where that is taken. */
interface Identity {
  /** Returns the id, or `undefined` where the request gives none. */
  readonly idFor: (scope: Scope) => string | undefined
  readonly otherwise: MakeReply | 'reuse'
}

function compileIdentity (
  create: Declaration,
  type: ResourceType,
  language: OperationLanguage
): Identity | undefined {
  const { else: otherwise, id } = create.parts()
  if (id === undefined) {
    return otherwise?.refuse('has no effect: only an "id" that the request gives can be taken')
  }
  if (otherwise === undefined) {
    return create.refuse('"else" is missing: the reply when the id is taken, or "reuse"')
  }
  const compiled = compileEach({
    value: () => compileTemplate(id, vocabularyOf(language)),
    otherwise: () =>
      otherwise.value === 'reuse'
        ? 'reuse' as const
        : compileSimulatedReply(otherwise, language, vocabularyOf(language, { conflict: type }))
  })
  return { otherwise: compiled.otherwise, idFor: scope => toId(compiled.value(scope), type) }
}

function refusedBy (
  { guard, kind, otherwise }: GuardedReply,
  { counted }: Extract<Insertion, { kind: 'refused' }>,
  scope: Scope
): ReturnType<Step> {
  scope.touched.apply(kind)
  const inTheWay = counted.at(-1)
  const conflict = inTheWay && subjectOf(inTheWay, guard.type, scope.now)
  return inPlaceOf({ conflict, retryAfter: secondsUntilFree(guard, counted, scope.now) }, otherwise, scope)
}

type Conflict = Omit<Extract<RefusalReason, { kind: 'conflict' }>, 'kind'>

/** Uses the resource in the way instead of a new one, or refuses the request. */
function inPlaceOf (
  { conflict, retryAfter }: Conflict,
  otherwise: MakeReply | 'reuse' = 'reuse',
  scope: Scope
): ReturnType<Step> {
  if (otherwise !== 'reuse') {
    return {
      reply: otherwise({ ...scope, reason: { kind: 'conflict', conflict, retryAfter } })
    }
  }
  return conflict === undefined ? { ...scope, found: undefined } : withSubject(scope, conflict)
}
