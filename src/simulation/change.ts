import { InvalidResource } from '../errors.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Progress, Resource } from '../worlds/resource.ts'
import { compileAllowed } from './allowed.ts'
import { progressFrom } from './progress.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import { compileMembers } from './members.ts'
import { mergeMembers } from './merge-patch.ts'
import { subjectIn, withSubject } from './subject-in.ts'
import { subjectOf } from './subject-of.ts'
import { compileTemplate } from './template.ts'
import type { Evaluate, ResourceType, Step } from './scope.ts'
import { positionOf } from './position.ts'
import { CHANGE } from '../vocabulary/step-words.ts'

/** How a resource is changed: `update` replaces its members, `patch` merges into them (RFC 7396). */
export type ChangeKind = 'update' | 'patch'

/** Compiles `update` or `patch` of the resource that was found. The whole change is one atomic step. */
export function compileChange (
  declaration: Declaration,
  kind: ChangeKind,
  type: ResourceType,
  language: OperationLanguage
): Step {
  const declared = declaration.membersOf(CHANGE)
  if (declared.members === undefined && declared.hidden === undefined && declared.status === undefined) {
    declaration.refuse('changes nothing: it needs "members", "hidden" or "status"')
  }
  const vocabulary = vocabularyOf(language, { resource: type })
  const { allowed, hidden, members, status } = compileEach({
    members: () => declared.members && compileMembers(declared.members, type, vocabulary),
    hidden: () => declared.hidden && compileMembers(declared.hidden, type, vocabulary),
    status: () =>
      declared.status &&
        compileStatus(declared.status, () => compileTemplate(declared.status ?? declaration, vocabulary), type),
    allowed: () => compileAllowed(declared, type, language)
  })

  const isPatch = kind === 'patch'

  return scope => {
    const { found, now, world } = scope
    const subject = subjectIn(scope)
    if (subject === undefined) return scope
    const given = { members: members?.(scope), hidden: hidden?.(scope), status: status?.(scope) }
    const { progress } = subject.resource
    const changed = world.store.update(type.id, subject.resource.id, resource => {
      if (!allowed.isAllowed(resource, now)) return undefined
      return {
        members: given.members && (isPatch ? mergeMembers(resource.members, given.members) : given.members),
        hidden: given.hidden && (isPatch ? mergeMembers(resource.hidden, given.hidden) : given.hidden),
        progress: given.status === undefined ? undefined : progressTo(resource, type, given.status, now)
      }
    })
    if (changed === undefined) {
      if (allowed.refuse === undefined) return scope
      scope.touched.apply(kind)
      return { reply: allowed.refuse(scope) }
    }
    if (changed.progress !== progress) world.moved(changed)
    const after = subjectOf(changed, type, now)
    if (found?.kind === 'created') return withSubject(scope, after, 'created')
    scope.emit?.('changed', after, scope)
    return withSubject(scope, after)
  }
}

/** Compiles a status: its name, or an expression for it. */
function compileStatus (
  declaration: Declaration,
  compile: () => Evaluate,
  { id, statuses }: ResourceType
): Evaluate {
  if (statuses.size === 0) declaration.refuse(`there are no statuses: ${id} declares no "lifecycles"`)
  if (!declaration.text().startsWith('$')) declaration.word('status', [...statuses])
  return compile()
}

/** Returns the progress from a status that a request names; `undefined` where the resource is there already. */
function progressTo (
  resource: Resource,
  type: ResourceType,
  status: unknown,
  now: number
): Progress | undefined {
  if (positionOf(resource, type, now).status === status) return undefined
  const progress = progressFrom(resource.progress, type, String(status), now)
  if (progress !== undefined) return progress
  const unknown = { what: `a status of ${type.id}`, word: String(status), known: type.statuses }
  throw withViolations(InvalidResource, [createUnknown({ in: 'body', pointer: '' }, unknown)])
}
