import { InvalidResource } from '../errors.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Settings, LifecycleChoice } from '../worlds/settings.ts'
import { startProgress } from './progress.ts'
import type { ResourceType, Scope } from './scope.ts'
import { rowsOf } from './rows-of.ts'
import { listSeedViolations } from './seed.ts'
import type { ResourceDraft } from '../worlds/resource-verbs.ts'

/** The id and the members of a new resource. */
export interface NewMembers {
  /** `undefined` where its type makes one. */
  readonly id: string | undefined
  readonly members: Readonly<Record<string, unknown>> | undefined
  readonly hidden: Readonly<Record<string, unknown>> | undefined
}

/** Creates the draft of a resource, at the start of its lifecycle. */
export function createResourceDraft (
  type: ResourceType,
  { hidden = {}, id, members = {} }: NewMembers,
  scope: Scope
): ResourceDraft {
  const { now, lifecycleChoice, world } = scope
  const draft = {
    type: type.id,
    id,
    created: now,
    members,
    hidden,
    files: world.settings.resources[type.id]?.files,
    progress: startProgress(
      type,
      lifecycleChoice === undefined ? world.settings : onWay(lifecycleChoice, type, world.settings),
      now
    )
  }
  return { ...draft, rows: rowsOf(draft, type, scope), makeId: () => freeId(type, scope) }
}

/**
 * Returns the id that a request gives, or `undefined` where it gives none. Throws `InvalidResource` for one
 * that the type cannot have.
 */
export function toId (value: unknown, type: ResourceType): string | undefined {
  if (value === undefined || value === null) return undefined
  const id = String(value)
  const violations = listSeedViolations(type, id, {})
  if (violations.length > 0) throw withViolations(InvalidResource, violations)
  return id
}

/** Returns the settings of a world with the lifecycle that was chosen for one resource. */
function onWay (lifecycleChoice: LifecycleChoice, { id }: ResourceType, settings: Settings): Settings {
  const own = settings.resources[id]
  const chosen = {
    ...own,
    ...lifecycleChoice,
    ...(own?.durations ?? lifecycleChoice.durations) !== undefined &&
      { durations: { ...own?.durations, ...lifecycleChoice.durations } }
  }
  return { ...settings, resources: { ...settings.resources, [id]: chosen } }
}

/** Makes an id that no resource has yet: seeded ones may have any. */
function freeId (type: ResourceType, { world }: Scope): string {
  for (;;) {
    const id = type.makeId(world)
    if (world.store.get(type.id, id) === undefined) return id
  }
}
