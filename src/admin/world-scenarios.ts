import { ResourcesFull } from '../errors.ts'
import type { ParseStub } from '../scenarios/parse-stub.ts'
import type { ParameterValues } from '../scenarios/scenario-parameters.ts'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.ts'
import { removeResource, seedResource } from '../simulation/seed.ts'
import type { Course, Resource } from '../worlds/resource.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import type { ReadyScenario, ReadySeed } from './check-scenario.ts'
import { moveClock } from './clock.ts'
import { mergePatch, undoPatch } from '../simulation/merge-patch.ts'

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
  readonly course: Course | undefined
}

/** A scenario that can be started at once. */
type StartableScenario = ReadyScenario & Pick<Scenario, 'name' | 'document'>

/** The scenarios of one world: those that a test put, and those that run. */
export class WorldScenarios {
  /** Those that a test put, by name. */
  readonly own = new Map<string, Scenario>()
  readonly #world: World
  #running: readonly RunningScenario[] = []

  constructor (world: World) {
    this.#world = world
  }

  /** The earliest first. */
  get running (): readonly RunningScenario[] {
    return this.#running
  }

  /** Starts a scenario in the place of those that run, or beside them. One that cannot be started changes nothing: all of it is checked before anything is done. */
  async start (ready: StartableScenario, { add, parseStub }: { readonly add: boolean, readonly parseStub: ParseStub }): Promise<RunningScenario> {
    const { clock: { mode }, store } = this.#world
    // Those that go make room, too; to count on it is not worth the trouble.
    const isNew = ready.seeds.filter(({ id, type }) => store.get(type.id, id) === undefined)
    if (isNew.length > store.room()) throw new ResourcesFull(String(store.list().length))
    if (ready.clock !== undefined) await moveClock(this.#world, { mode, ...ready.clock })

    if (!add) this.stop()
    const before = this.#world.settings
    this.#world.settings = { ...DEFAULT_SETTINGS, ...mergePatch(before, ready.settings) as Settings }  // as has been checked
    const seeded = ready.seeds.map(seed => this.#seed(seed))
    const stubs = ready.stubs.map((stub, index) => {
      const id = String(store.nextNumber('stubs', 1))
      store.addStub(parseStub(stub, id, `/stubs/${index}`))
      return id
    })
    const running: RunningScenario = { ...ready, stubs, settings: { patch: ready.settings, before }, seeded }
    this.#running = [...this.#running, running]
    return running
  }

  /** Takes back what those that run have put, the latest first, but for what has been changed since; the clock stays. */
  stop (): void {
    const { store } = this.#world
    for (const { seeded, settings: { before, patch }, stubs } of this.#running.toReversed()) {
      this.#world.settings = undoPatch(this.#world.settings, patch, before) as Settings  // what was there before is settings, too
      for (const id of stubs) store.deleteStub(id)
      for (const seed of seeded.toReversed()) this.#takeBack(seed)
    }
    this.#running = []
  }

  #seed ({ id, seed, type }: ReadySeed): Seeded {
    const { store } = this.#world
    const before = store.get(type.id, id)
    const course = typeof before === 'object' ? before.course : undefined
    if (seed === null) removeResource(type, id, this.#world)
    else seedResource(type, id, seed, this.#world)
    return { id, seed, type, put: store.get(type.id, id), before, course }
  }

  #takeBack ({ before, course, id, put, type }: Seeded): void {
    const { store } = this.#world
    if (store.get(type.id, id) !== put) return
    removeResource(type, id, this.#world)
    store.forget(type.id, id)
    if (before === 'absent') store.delete(type.id, id)
    if (typeof before !== 'object' || course === undefined) return
    before.course = course
    store.put(before)
    this.#world.moved(before)
  }
}
