import type { PathMatching } from '../contract/path-matching.ts'
import { Answers } from './answers.ts'
import { Clock } from './clock.ts'
import { Deliveries } from './deliveries.ts'
import type { WatchEvicted } from './deliveries.ts'
import type { Delivery, DeliveryChange } from './delivery.ts'
import type { Exchange } from './exchange.ts'
import { Exchanges } from './exchanges.ts'
import { LimitUses } from './limit-uses.ts'
import type { LimitUse, Usage } from './limit-verbs.ts'
import { Memory } from './memory.ts'
import { MemoryResources } from './memory-resources.ts'
import { MemoryStubs } from './memory-stubs.ts'
import { Random } from './random.ts'
import type { Guard, Insertion, ResourceChange, ResourceDraft, ResourceIndex } from './resource-verbs.ts'
import type { ResourceSeed, SeededResource } from './resource-verbs.ts'
import type { Resource } from './resource.ts'
import type { Recorder } from './recorder.ts'
import type { RunningScenario, Scenario } from './scenario.ts'
import { sizeOfValue } from './size-of-value.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'
import type { Seek, StoredStub, Taken } from './stub-verbs.ts'
import type { Snapshot } from './snapshot.ts'
import type { StoreWatcher } from './world-watcher.ts'
import type { Remembered } from './remembered.ts'

export interface MemoryStoreOptions {
  /** All that is random follows from it. */
  readonly seed: string
  /** When the clock starts, in milliseconds since 1970; the real time where it is left out. */
  readonly startsAt: number | undefined
  readonly indexes: readonly ResourceIndex[]
  readonly maxResources: number
  readonly maxExchanges: number
  /**
   * How paths match the routes of stubs.
   * @default as they are written
   */
  readonly paths?: PathMatching
  /**
   * The memory of all worlds.
   * @default memory without a bound
   */
  readonly memory?: Memory
}

/** How many things are kept that could be made again. */
const MOST_KEPT = 10_000

/** Keeps a world's state in this process. */
export class MemoryStore implements Store {
  readonly clock: Clock
  readonly random: Random
  readonly #memory: Memory
  readonly #resources: MemoryResources
  readonly #limits: LimitUses
  readonly #stubs: MemoryStubs
  readonly #scenarios = new Map<string, Scenario>()
  #runningScenarios: readonly RunningScenario[] = []
  #settings = DEFAULT_SETTINGS
  readonly #counters = new Map<string, number>()
  readonly #answers: Answers
  readonly #kept: Answers
  readonly #exchanges: Exchanges
  readonly #deliveries: Deliveries
  #watcher: StoreWatcher | undefined
  recorder: Recorder | undefined

  constructor (options: MemoryStoreOptions) {
    const { indexes, maxExchanges, maxResources, memory = new Memory(), paths, seed, startsAt } = options
    this.#memory = memory
    this.clock = new Clock(startsAt)
    this.random = new Random(seed)
    this.#stubs = new MemoryStubs(seed, paths)
    this.#resources = new MemoryResources({ indexes, maxResources, memory })
    this.#limits = new LimitUses(maxResources)
    this.#answers = new Answers(maxResources, memory)
    this.#kept = new Answers(MOST_KEPT, memory, 'history')
    this.#exchanges = new Exchanges(maxExchanges, memory)
    this.#deliveries = new Deliveries(maxExchanges, memory)
  }

  insert (draft: ResourceDraft, guards: readonly Guard[]): Insertion {
    return this.#resources.insert(draft, guards)
  }

  seed (seed: ResourceSeed): SeededResource {
    return this.#resources.seed(seed)
  }

  put (resource: Resource): void {
    this.#resources.put(resource)
  }

  update (type: string, id: string, change: (resource: Resource) => ResourceChange | undefined): Resource | undefined {
    return this.#resources.update(type, id, change)
  }

  delete (type: string, id: string): Resource | undefined {
    return this.#resources.delete(type, id)
  }

  forget (type: string, id: string): Resource | undefined {
    return this.#resources.forget(type, id)
  }

  retainTypes (types: ReadonlySet<string>): readonly Resource[] {
    return this.#resources.retainTypes(types)
  }

  reindex (indexes: readonly ResourceIndex[]): void {
    this.#resources.reindex(indexes)
  }

  get (type: string, id: string): Resource | 'absent' | undefined {
    return this.#resources.get(type, id)
  }

  list (type?: string): readonly Resource[] {
    return this.#resources.list(type)
  }

  resourceCount (): number {
    return this.#resources.resourceCount()
  }

  listBy (index: ResourceIndex, key: string): readonly Resource[] {
    return this.#resources.listBy(index, key)
  }

  room (): number {
    return this.#resources.room()
  }

  droppedResources (): number {
    return this.#resources.droppedResources()
  }

  count (uses: readonly LimitUse[], now: number): readonly Usage[] {
    return this.#limits.count(uses, now)
  }

  usage (use: LimitUse, now: number): Usage {
    return this.#limits.usage(use, now)
  }

  addStub (stub: StoredStub): void {
    this.#stubs.addStub(stub)
  }

  takeStub<T extends StoredStub> (
    operations: readonly string[], matches: (stub: T) => boolean, valueAt?: Seek['valueAt']
  ): Taken<T> | undefined {
    return this.#stubs.takeStub(operations, matches, valueAt)
  }

  deleteStub (id: string): boolean {
    return this.#stubs.deleteStub(id)
  }

  deleteStubs (): void {
    this.#stubs.deleteStubs()
  }

  getStub (id: string): StoredStub | undefined {
    return this.#stubs.getStub(id)
  }

  stubs (): readonly StoredStub[] {
    return this.#stubs.stubs()
  }

  stubCount (): number {
    return this.#stubs.stubCount()
  }

  routesAt (method: string, path: string): readonly string[] {
    return this.#stubs.routesAt(method, path)
  }

  putScenario (scenario: Scenario): boolean {
    const isNew = !this.#scenarios.has(scenario.name)
    this.#scenarios.set(scenario.name, scenario)
    this.recorder?.changed('scenarios', scenario.name, scenario)
    return isNew
  }

  deleteScenario (name: string): boolean {
    this.recorder?.changed('scenarios', name, undefined)
    return this.#scenarios.delete(name)
  }

  addRunningScenario (running: RunningScenario): void {
    this.#runningScenarios = [...this.#runningScenarios, running]
    this.recorder?.changed('runningScenarios', '', this.#runningScenarios)
  }

  deleteRunningScenarios (): void {
    this.#runningScenarios = []
    this.recorder?.changed('runningScenarios', '', undefined)
  }

  scenarios (): ReadonlyMap<string, Scenario> {
    return this.#scenarios
  }

  runningScenarios (): readonly RunningScenario[] {
    return this.#runningScenarios
  }

  get settings (): Settings {
    return this.#settings
  }

  putSettings (settings: Settings): void {
    this.#settings = settings
    this.recorder?.changed('settings', '', settings)
  }

  nextNumber (counter: string, from: number): number {
    const latest = this.#counters.get(counter)
    const number = latest === undefined ? from : latest + 1
    this.#counters.set(counter, number)
    this.recorder?.changed('counters', counter, number)
    return number
  }

  latestNumber (counter: string): number | undefined {
    return this.#counters.get(counter)
  }

  recall<T> (memory: string, key: string): Remembered<T> | undefined {
    // A cast: one memory holds one kind of answer.
    return this.#answers.get(`${memory} ${key}`) as Remembered<T> | undefined
  }

  remember (memory: string, key: string, answer: unknown): void {
    this.#answers.set(`${memory} ${key}`, answer)
  }

  droppedAnswers (): number {
    return this.#answers.dropped
  }

  kept (key: string): unknown {
    return this.#kept.get(key)?.answer
  }

  keep (key: string, made: object, bytes: number): void {
    this.#kept.set(key, made, bytes)
  }

  append (exchange: Exchange, bytes = 0): void {
    this.#exchanges.append(exchange, bytes)
    this.#watcher?.exchangeEnded(exchange)
  }

  deleteExchanges (): void {
    this.#exchanges.clear()
  }

  exchanges (): readonly Exchange[] {
    return this.#exchanges.list()
  }

  droppedExchanges (): number {
    return this.#exchanges.dropped
  }

  watchDeliveries (evicted: WatchEvicted): void {
    this.#deliveries.watch(evicted)
  }

  addDelivery (delivery: Delivery, bytes = 0): void {
    this.#watcher?.deliveryChanged(delivery, undefined)
    this.#deliveries.add(delivery, bytes)
  }

  updateDelivery (delivery: Delivery, change: DeliveryChange): void {
    const before = this.#watcher && { ...delivery }
    this.#deliveries.update(delivery, change)
    this.#watcher?.deliveryChanged(delivery, before)
  }

  deliveries (): readonly Delivery[] {
    return this.#deliveries.list()
  }

  droppedDeliveries (): number {
    return this.#deliveries.dropped
  }

  watch (watcher: StoreWatcher | undefined): void {
    this.#watcher = watcher
    this.#resources.watch(watcher)
  }

  recordTo (recorder: Recorder | undefined): void {
    this.recorder = recorder
    this.#limits.recordTo(recorder)
    const parts = [this.#stubs, this.#resources, this.#answers, this.#exchanges, this.#deliveries]
    for (const part of parts) part.recorder = recorder
  }

  get latestResource (): number {
    return this.#resources.latestNumber
  }

  snapshot (): Snapshot {
    return {
      now: this.clock.now(),
      clockMode: this.clock.mode,
      random: this.random.state,
      settings: this.#settings,
      counters: [...this.#counters],
      resources: this.#resources.snapshot(),
      limits: this.#limits.snapshot(),
      stubs: this.stubs().toReversed(),
      scenarios: [...this.#scenarios.values()],
      runningScenarios: this.#runningScenarios,
      answers: this.#answers.list(),
      deliveries: this.deliveries(),
      exchanges: this.exchanges()
    }
  }

  restore (snapshot: Snapshot): void {
    this.#resources.restore(snapshot.resources)
    this.random.restore(snapshot.random)
    this.#settings = snapshot.settings
    for (const [counter, latest] of snapshot.counters) this.#counters.set(counter, latest)
    this.#limits.restore(snapshot.limits)
    for (const stub of snapshot.stubs) this.addStub(stub)
    for (const scenario of snapshot.scenarios) this.putScenario(scenario)
    this.#runningScenarios = snapshot.runningScenarios
    for (const [key, answer] of snapshot.answers) this.#answers.set(key, answer)
    for (const delivery of snapshot.deliveries) this.addDelivery({ ...delivery })
    for (const exchange of snapshot.exchanges) this.append(exchange, sizeOfValue(exchange))
    this.#switchClock(snapshot)
  }

  #switchClock ({ clockMode, now }: Snapshot): void {
    this.clock.freeze(now)
    if (clockMode === 'running') this.clock.run()
  }

  bytes (): number {
    return this.#parts.reduce((sum, part) => sum + this.#memory.bytesOf(part.items()), 0)
  }

  end (): void {
    for (const part of this.#parts) part.end()
  }

  /** Returns what the memory of all worlds counts. */
  get #parts () {
    return [this.#exchanges, this.#answers, this.#kept, this.#deliveries, this.#resources]
  }
}
