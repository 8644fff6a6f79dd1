import type { Settings, Way } from '../worlds/settings.ts'
import type { Insertion } from '../worlds/store.ts'
import { startCourse } from './course.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { compileGuard, guardFor, secondsUntilFree } from './guards.ts'
import type { GuardedReply } from './guards.ts'
import { typeNamed, vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import type { ResourceType } from './resource-type.ts'
import type { Scope } from './scope.ts'
import type { Step } from './step.ts'
import { subjectOf } from './subject.ts'
import { compileObject } from './template.ts'

interface CreateDeclarations {
  readonly create: Declaration
  readonly unique: Declaration | undefined
  readonly capacity: Declaration | undefined
}

/** Reads `create` with the `unique` and the `capacity` that guard it: all of them are one atomic step. */
export function compileCreate ({ create, unique, capacity }: CreateDeclarations, language: OperationLanguage): Step {
  const declared = create.members(['type', 'members', 'hidden'], ['type'])
  const type = typeNamed(declared.type ?? create, language)
  const { hidden, members, ...guards } = compileEach({
    members: () => compileMembers(declared.members, type, language),
    hidden: () => compileMembers(declared.hidden, type, language),
    unique: () => unique && compileGuard(unique, 'unique', type, language),
    capacity: () => capacity && compileGuard(capacity, 'capacity', type, language)
  })
  const guarded = [guards.unique, guards.capacity].filter(guard => guard !== undefined)

  return scope => {
    const { now, world } = scope
    const inForce = guarded.map(({ guard }) => guardFor(guard, scope))
    const insertion = world.store.insert({
      type: type.id,
      created: now,
      members: members(scope),
      hidden: hidden(scope),
      files: world.settings.resources[type.id]?.files,
      course: startCourse(type, scope.way === undefined ? world.settings : onWay(scope.way, type, world.settings), now),
      makeId: () => freeId(type, scope)
    }, inForce)
    if (insertion.kind === 'inserted') return { ...scope, subject: subjectOf(insertion.resource, type, now) }
    return refusedBy(guarded[inForce.indexOf(insertion.guard)], insertion, scope)
  }
}

function compileMembers (declaration: Declaration | undefined, type: ResourceType, language: OperationLanguage): (scope: Scope) => Record<string, unknown> {
  if (declaration === undefined) return () => ({})
  const { idMember, statusMember } = type
  const own = declaration.entries().find(([name]) => name === idMember || name === statusMember)
  own?.[1].refuse(`"${own[0]}" is given to each ${type.id} by its type, as its ${own[0] === idMember ? 'id' : 'status'}`)
  return compileObject(declaration, vocabularyOf(language))
}

/** The settings of a world with what was chosen for one resource above them. */
function onWay (way: Way, { id }: ResourceType, settings: Settings): Settings {
  const own = settings.resources[id]
  const chosen = { ...own, ...way, ...(own?.durations ?? way.durations) !== undefined && { durations: { ...own?.durations, ...way.durations } } }
  return { ...settings, resources: { ...settings.resources, [id]: chosen } }
}

function refusedBy ({ guard, otherwise }: GuardedReply, { counted }: Extract<Insertion, { kind: 'refused' }>, scope: Scope): ReturnType<Step> {
  const inTheWay = counted.at(-1)
  const conflict = inTheWay && subjectOf(inTheWay, guard.type, scope.now)
  if (otherwise === 'reuse') return { ...scope, subject: conflict }
  return { reply: otherwise({ ...scope, conflict, retryAfter: secondsUntilFree(guard, counted, scope.now) }) }
}

/** An id that nothing has yet: ids can be seeded too. */
function freeId (type: ResourceType, { world }: Scope): string {
  for (;;) {
    const id = type.makeId(world)
    if (world.store.get(type.id, id) === undefined) return id
  }
}
