import { ResourcesFull } from '../errors.ts'
import type { ParseStub } from './parse-stub.ts'
import type { ParameterValues } from './scenario-parameters.ts'
import type { Scenario, ScenarioDocument } from './scenario.ts'
import { mergePatch, undoPatch } from '../simulation/merge-patch.ts'
import { removeResource, seedResource } from '../simulation/seed.ts'
import type { Progress, Resource } from '../worlds/resource.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import type { ReadyScenario, ReadySeed } from './scenario-check.ts'
import { moveClock } from '../worlds/move-clock.ts'

/** A scenario that runs, with what it takes to stop it. */
export interface RunningScenario {
  readonly name: string
  readonly document: ScenarioDocument
  readonly parameters: ParameterValues
  /** The ids of its stubs. */
  readonly stubs: readonly string[]
  readonly settings: { readonly patch: object, readonly before: Settings }
  readonly seeded: readonly Seeded[]
}

/** What was seeded, and what was in its place. */
interface Seeded extends ReadySeed {
  readonly put: Resource | 'absent' | undefined
  readonly before: Resource | 'absent' | undefined
  readonly progress: Progress | undefined
}

/** A scenario that can be started at once. */
type StartableScenario = ReadyScenario & Pick<Scenario, 'name' | 'document'>

/** The scenarios of one world. */
export interface WorldScenarios {
  /** Those that a test put, by name. */
  readonly own: Map<string, Scenario>
  /** The earliest first. */
  running: readonly RunningScenario[]
}

export interface RunOptions {
  readonly world: World
  readonly scenarios: WorldScenarios
  /** Whether those that run go on. */
  readonly add: boolean
  readonly parseStub: ParseStub
}

/** Starts a scenario in the place of those that run, or beside them. One that cannot be started changes nothing: all of it is checked before anything is done. */
export async function runScenario (ready: StartableScenario, { add, parseStub, scenarios, world }: RunOptions): Promise<RunningScenario> {
  const { clock: { mode }, store } = world
  // Those that go make room, too; to count on it is not worth the trouble.
  const isNew = ready.seeds.filter(({ id, type }) => store.get(type.id, id) === undefined)
  if (isNew.length > store.room()) throw new ResourcesFull(String(store.list().length))
  if (ready.clock !== undefined) await moveClock(world, { mode, ...ready.clock })

  if (!add) endScenarios(world, scenarios)
  const before = world.settings
  world.settings = { ...DEFAULT_SETTINGS, ...mergePatch(before, ready.settings) as Settings }  // as has been checked
  const seeded = ready.seeds.map(seed => seedOne(seed, world))
  const stubs = ready.stubs.map((stub, index) => {
    const id = String(store.nextNumber('stubs', 1))
    store.addStub(parseStub(stub, id, `/stubs/${index}`))
    return id
  })
  const running: RunningScenario = { ...ready, stubs, settings: { patch: ready.settings, before }, seeded }
  scenarios.running = [...scenarios.running, running]
  return running
}

/** Takes back what the scenarios that run have put, the latest first, but for what has been changed since; the clock stays. */
export function endScenarios (world: World, scenarios: WorldScenarios): void {
  for (const { seeded, settings: { before, patch }, stubs } of scenarios.running.toReversed()) {
    world.settings = undoPatch(world.settings, patch, before) as Settings  // what was there before is settings, too
    for (const id of stubs) world.store.deleteStub(id)
    for (const seed of seeded.toReversed()) takeBack(seed, world)
  }
  scenarios.running = []
}

function seedOne ({ id, seed, type }: ReadySeed, world: World): Seeded {
  const before = world.store.get(type.id, id)
  const progress = typeof before === 'object' ? before.progress : undefined
  if (seed === null) removeResource(type, id, world)
  else seedResource(type, id, seed, world)
  return { id, seed, type, put: world.store.get(type.id, id), before, progress }
}

function takeBack ({ before, progress, id, put, type }: Seeded, world: World): void {
  const { store } = world
  if (store.get(type.id, id) !== put) return
  removeResource(type, id, world)
  store.forget(type.id, id)
  if (before === 'absent') store.delete(type.id, id)
  if (typeof before !== 'object' || progress === undefined) return
  before.progress = progress
  store.put(before)
  world.moved(before)
}
