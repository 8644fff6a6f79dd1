import type { Callbacks } from '../callbacks/callbacks.ts'
import { listDeclaredCallbacks } from '../callbacks/declared-callbacks.ts'
import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { parseJsonPointer } from '../documents/json-pointer.ts'
import { InvalidStub } from '../errors.ts'
import { parseKeptStub } from '../scenarios/parse-kept-stub.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import type { ParseStub } from '../scenarios/parse-stub.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { Violation } from '../schemas/violation.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ResourceTypes } from '../simulation/scope.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import { migrateResources } from './migrate-resources.ts'

/** A part of a world's state that other definitions have no place for. */
export interface Dropped {
  /** The kind of state; for `status`, the resource is kept and starts its lifecycle again. */
  readonly kind: 'stub' | 'resource' | 'status' | 'callback' | 'setting'
  /** The owner that it belonged to: an operation, a resource type, a callback, or the path of a setting. */
  readonly of: string
  /** The name of the world. */
  readonly world: string
  /** Why it was dropped, where what it belonged to is still declared. */
  readonly reason?: string
}

/** The definitions that worlds are moved to. */
export interface MigrationTarget {
  readonly contracts: readonly Contract[]
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  readonly types: ResourceTypes
  readonly rowFiles: RowFiles
}

/** The things that a part of a migration dropped, in a world that the caller knows. */
type DroppedHere = Omit<Dropped, 'world'>

type CheckSettings = (settings: Settings) => readonly Violation[]

/**
 * Returns a function that moves the state of a world to other definitions, and returns what was dropped because it no
 * longer belongs to anything.
 */
export function createMigration (target: MigrationTarget): (world: World, callbacks: Callbacks) => Dropped[] {
  const operations = target.contracts.flatMap(contract => contract.operations)
  const parseStub = createStubParser(operations, target.simulations, target.rowFiles.folder)
  const checkSettings = createSettingsCheck(target)
  return (world, callbacks) => {
    const { forgotten, restarted } = migrateResources(world, target.types)
    const dropped: DroppedHere[] = [
      ...forgotten.map(({ type }) => ({ kind: 'resource', of: type } as const)),
      ...restarted.map(({ type }) => ({ kind: 'status', of: type } as const)),
      ...migrateStubs(world, parseStub),
      ...migrateSettings(world, checkSettings),
      ...migrateCallbacks(callbacks, target)
    ]
    return dropped.map(one => ({ ...one, world: world.name }))
  }
}

/**
 * Parses the stubs of a world again, in their order and with their remaining uses, and drops those that are
 * no longer valid.
 */
function migrateStubs ({ store }: World, parseStub: ParseStub): DroppedHere[] {
  const dropped: DroppedHere[] = []
  // A cast: the store holds only what the parser made.
  const stubs = store.stubs().toReversed() as Stub[]
  store.deleteStubs()
  for (const stub of stubs) {
    try {
      store.addStub(parseKeptStub(stub, parseStub))
    } catch (error) {
      if (!(error instanceof InvalidStub)) throw error
      dropped.push({ kind: 'stub', of: stub.operation, reason: error.message })
    }
  }
  return dropped
}

/** Removes the settings of a world that name something that is no longer declared. */
function migrateSettings (world: World, check: CheckSettings): DroppedHere[] {
  if (world.settings === DEFAULT_SETTINGS) return []
  const violations = check(world.settings)
  let kept: unknown = world.settings
  for (const { pointer } of violations) kept = without(kept, parseJsonPointer(pointer) ?? [])
  // A cast: a violation is inside a member of the settings, so that each of these stays.
  world.store.putSettings(kept as Settings)
  return violations.map(({ message, pointer }) => ({ kind: 'setting', of: pointer.slice(1), reason: message }))
}

/** Returns a copy of a value without the member at a path. */
function without (value: unknown, [name, ...names]: readonly string[]): unknown {
  if (!isObject(value) || name === undefined || !Object.hasOwn(value, name)) return value
  const { [name]: member, ...others } = value
  return names.length === 0 ? others : { ...value, [name]: without(member, names) }
}

/**
 * Moves the callbacks that wait to what is declared of them now, and cancels those that are no longer
 * declared.
 */
function migrateCallbacks (callbacks: Callbacks, { rowFiles, simulations }: MigrationTarget): DroppedHere[] {
  const declared = listDeclaredCallbacks(simulations, rowFiles)
  const cancelled = callbacks.rebind(({ key }) => declared.find(({ callback }) => callback.key === key))
  return cancelled.map(({ callback }) => ({ kind: 'callback', of: callback }))
}
