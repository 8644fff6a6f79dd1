import { InvalidResource } from '../errors.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Settings, LifecycleChoice } from '../worlds/settings.ts'
import { startProgress } from './progress.ts'
import type { ResourceType, Scope } from './scope.ts'
import { listSeedViolations } from './seed.ts'
import type { ResourceDraft } from '../worlds/resource-verbs.ts'

/** What a resource is created with. */
export interface NewMembers {
  /** Left out where it gets one of its type. */
  readonly id: string | undefined
  readonly members: Readonly<Record<string, unknown>> | undefined
  readonly hidden: Readonly<Record<string, unknown>> | undefined
}

/** A resource as it is before it has been put into its world, at the beginning of its way. */
export function createResourceDraft (type: ResourceType, { hidden = {}, id, members = {} }: NewMembers, scope: Scope): ResourceDraft {
  const { now, lifecycleChoice, world } = scope
  return {
    type: type.id,
    id,
    created: now,
    members,
    hidden,
    files: world.settings.resources[type.id]?.files,
    progress: startProgress(type, lifecycleChoice === undefined ? world.settings : onWay(lifecycleChoice, type, world.settings), now),
    makeId: () => freeId(type, scope)
  }
}

/** The id that a request gives; `undefined` where it gives none. Throws `InvalidResource` for one that the type cannot have. */
export function toId (value: unknown, type: ResourceType): string | undefined {
  if (value === undefined || value === null) return undefined
  const id = String(value)
  const violations = listSeedViolations(type, id, {})
  if (violations.length > 0) throw withViolations(InvalidResource, violations)
  return id
}

/** The settings of a world with what was chosen for one resource above them. */
function onWay (lifecycleChoice: LifecycleChoice, { id }: ResourceType, settings: Settings): Settings {
  const own = settings.resources[id]
  const chosen = { ...own, ...lifecycleChoice, ...(own?.durations ?? lifecycleChoice.durations) !== undefined && { durations: { ...own?.durations, ...lifecycleChoice.durations } } }
  return { ...settings, resources: { ...settings.resources, [id]: chosen } }
}

/** An id that nothing has yet: ids can be seeded too. */
function freeId (type: ResourceType, { world }: Scope): string {
  for (;;) {
    const id = type.makeId(world)
    if (world.store.get(type.id, id) === undefined) return id
  }
}
