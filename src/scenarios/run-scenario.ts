import { ResourcesFull } from '../errors.ts'
import { mergePatch, undoPatch } from '../simulation/merge-patch.ts'
import { removeResource, seedResource } from '../simulation/seed.ts'
import { moveClock } from '../worlds/move-clock.ts'
import type { Resource } from '../worlds/resource.ts'
import type { RunningScenario, Scenario, SeededId } from '../worlds/scenario.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import { newStubId } from './new-stub-id.ts'
import type { ParseStub } from './parse-stub.ts'
import type { ReadyScenario, ReadySeed } from './scenario-check.ts'

/** A scenario that can be started at once. */
export type StartableScenario = ReadyScenario & Pick<Scenario, 'name' | 'document'>

export interface RunOptions {
  readonly world: World
  /** Whether running scenarios go on. */
  readonly add: boolean
  readonly parseStub: ParseStub
}

/**
 * Starts a scenario in place of the running ones, or in addition to them. A scenario that cannot be
 * started changes nothing.
 */
export async function runScenario (
  ready: StartableScenario,
  { add, parseStub, world }: RunOptions
): Promise<RunningScenario> {
  rejectWithoutRoom(ready, world)
  if (ready.clock !== undefined) await moveClock(world, { mode: world.clock.mode, ...ready.clock })

  if (!add) endScenarios(world)
  return applyScenario(ready, parseStub, world)
}

/** Starts a scenario in a new world, except for its clock. Throws `ResourcesFull`. */
export function beginWithScenario (
  ready: StartableScenario,
  parseStub: ParseStub,
  world: World
): void {
  rejectWithoutRoom(ready, world)
  applyScenario(ready, parseStub, world)
}

function rejectWithoutRoom ({ seeds }: ReadyScenario, { store }: World): void {
  // Room that ending scenarios would make is not counted.
  const created = seeds.filter(({ id, type }) => store.get(type.id, id) === undefined)
  if (created.length > store.room()) throw new ResourcesFull(String(store.list().length))
}

function applyScenario (
  ready: StartableScenario,
  parseStub: ParseStub,
  world: World
): RunningScenario {
  const { store } = world
  const { document, name, parameters, settings: patch } = ready
  const before = world.settings
  const changed = mergePatch(before, patch) as Settings // the scenario check has validated it
  store.putSettings({ ...DEFAULT_SETTINGS, ...changed })
  const seeded = ready.seeds.map(seed => seedOne(seed, world))
  const stubs = ready.stubs.map((stub, index) => {
    const id = newStubId(store)
    store.addStub(parseStub(stub, id, `/stubs/${index}`))
    return id
  })
  const running: RunningScenario = {
    name,
    document,
    parameters,
    stubs,
    settings: { patch, before },
    seeded
  }
  store.addRunningScenario(running)
  return running
}

/** Undoes the running scenarios, latest first, except for later changes. The clock stays. */
export function endScenarios (world: World): void {
  const { store } = world
  for (const { seeded, settings, stubs } of store.runningScenarios().toReversed()) {
    const { before, patch } = settings
    store.putSettings(undoPatch(world.settings, patch, before) as Settings) // undone, still settings
    world.observers.tellStubsEnd(world, stubs)
    for (const id of stubs) store.deleteStub(id)
    for (const seed of seeded.toReversed()) undoSeed(seed, world)
  }
  store.deleteRunningScenarios()
}

function seedOne ({ id, seed, type }: ReadySeed, world: World): SeededId {
  const known = world.store.get(type.id, id)
  const before = typeof known === 'object' ? { ...known } : known
  if (seed === null) removeResource(type.id, id, world)
  const put = seed === null ? 'absent' : seedResource(type, id, seed, world).number
  return { type: type.id, id, put, before }
}

function undoSeed ({ before, id, put, type }: SeededId, world: World): void {
  const { store } = world
  if (numberOf(store.get(type, id)) !== put) return
  removeResource(type, id, world)
  store.forget(type, id)
  if (before === 'absent') store.delete(type, id)
  if (typeof before === 'object') store.put(before)
}

function numberOf (known: Resource | 'absent' | undefined): number | 'absent' | undefined {
  return typeof known === 'object' ? known.number : known
}
