import { ResourcesFull } from '../errors.ts'
import { BoundedMap } from './bounded-map.ts'
import { Deliveries } from './deliveries.ts'
import type { Delivery } from './delivery.ts'
import type { Exchange } from './exchange.ts'
import { IndexedResources } from './indexed-resources.ts'
import { Oldest } from './oldest.ts'
import { OperationStubs } from './operation-stubs.ts'
import type { Resource } from './resource.ts'
import { Ring } from './ring.ts'
import type { NewResource, Guard, Insertion, ResourceChange, ResourceIndex, Seek, Store, StoredStub, Taken, Usage, Window } from './store.ts'

export interface MemoryStoreOptions {
  readonly indexes: readonly ResourceIndex[]
  readonly maxResources: number
  readonly maxExchanges: number
}

/** Keeps a world's state in this process. */
export class MemoryStore implements Store {
  readonly #maxResources: number
  readonly #byType = new Map<string, Map<string, Resource | 'absent'>>()
  #indexed: IndexedResources
  readonly #numbers = new Map<string, number>()
  readonly #windows: Map<string, { used: number, reset: number }>
  readonly #memories: Map<string, unknown>
  readonly #stubs = new Map<string, StoredStub>()
  readonly #stubsOf = new Map<string, OperationStubs>()
  readonly #exchanges: Ring<Exchange>
  readonly #deliveries: Deliveries
  /** What requests have created, oldest first: the first to go when room is needed. What was seeded stays. */
  readonly #createdByRequests = new Set<Resource>()
  readonly #oldest = new Oldest<Resource>(this.#createdByRequests)
  #size = 0
  #created = 0
  #dropped = 0

  constructor ({ indexes, maxResources, maxExchanges }: MemoryStoreOptions) {
    this.#maxResources = maxResources
    this.#windows = new BoundedMap(maxResources)
    this.#memories = new BoundedMap(maxResources)
    this.#indexed = new IndexedResources(indexes)
    this.#exchanges = new Ring(maxExchanges)
    this.#deliveries = new Deliveries(maxExchanges)
  }

  insert (draft: NewResource, guards: readonly Guard[]): Insertion {
    const taken = draft.id === undefined ? undefined : this.get(draft.type, draft.id)
    if (typeof taken === 'object') return { kind: 'taken', resource: taken }
    for (const guard of guards) {
      const counted = this.#indexed.counted(guard)
      if (counted.length >= guard.max) return { kind: 'refused', guard, counted }
    }
    const { makeId, ...rest } = draft
    const resource: Resource = { ...rest, id: draft.id ?? makeId(), number: ++this.#created }
    this.put(resource)
    this.#createdByRequests.add(resource)
    return { kind: 'inserted', resource }
  }

  get (type: string, id: string): Resource | 'absent' | undefined {
    return this.#byType.get(type)?.get(id)
  }

  put (resource: Resource): void {
    const known = this.#ofType(resource.type)
    const replaced = known.get(resource.id)
    if (replaced === undefined) this.#makeRoom()
    if (typeof replaced === 'object') this.#forget(replaced)
    known.set(resource.id, resource)
    this.#indexed.add(resource)
  }

  update (type: string, id: string, change: (resource: Resource) => ResourceChange | undefined): Resource | undefined {
    const resource = this.get(type, id)
    if (typeof resource !== 'object') return undefined
    const changes = change(resource)
    if (changes === undefined) return undefined
    this.#indexed.remove(resource)
    Object.assign(resource, { shown: undefined }, changes)
    // Guards forget what has ended for good: adding it again lets them count it anew.
    this.#indexed.add(resource)
    return resource
  }

  delete (type: string, id: string): void {
    const known = this.#ofType(type)
    const deleted = known.get(id)
    if (deleted === undefined) this.#makeRoom()
    if (typeof deleted === 'object') this.#forget(deleted)
    known.set(id, 'absent')
  }

  forget (type: string, id: string): void {
    const known = this.#ofType(type)
    const forgotten = known.get(id)
    if (forgotten === undefined) return
    if (typeof forgotten === 'object') this.#forget(forgotten)
    known.delete(id)
    this.#size--
  }

  room (): number {
    return this.#maxResources - this.#size + this.#createdByRequests.size
  }

  list (type?: string): readonly Resource[] {
    const types = type === undefined ? [...this.#byType.values()] : [this.#byType.get(type) ?? new Map()]
    return types.flatMap(known => [...known.values()].filter(resource => resource !== 'absent'))
  }

  listBy (index: ResourceIndex, key: string): readonly Resource[] {
    return this.#indexed.list(index, key)
  }

  reindex (indexes: readonly ResourceIndex[]): void {
    this.#indexed = new IndexedResources(indexes)
    for (const resource of this.list()) this.#indexed.add(resource)
  }

  retainTypes (types: ReadonlySet<string>): readonly Resource[] {
    const others = [...this.#byType].filter(([type]) => !types.has(type))
    return others.flatMap(([type, known]) => {
      const resources = this.list(type)
      for (const id of known.keys()) this.forget(type, id)
      return resources
    })
  }

  nextNumber (type: string, from: number): number {
    const number = this.#numbers.get(type) ?? from
    this.#numbers.set(type, number + 1)
    return number
  }

  count (limit: string, key: string, window: Window, now: number): Usage {
    const usage = this.usage(limit, key, window, now)
    if (!usage.allowed) return usage
    const name = `${limit} ${key}`
    const reset = usage.reset ?? now + window.ms
    const used = window.max - usage.remaining + 1
    this.#windows.set(name, { used, reset })
    return { allowed: true, remaining: usage.remaining - 1, reset }
  }

  usage (limit: string, key: string, { max }: Window, now: number): Usage {
    const open = this.#windows.get(`${limit} ${key}`)
    if (open === undefined || open.reset <= now) return { allowed: max > 0, remaining: max, reset: undefined }
    return { allowed: open.used < max, remaining: Math.max(0, max - open.used), reset: open.reset }
  }

  remember<T> (memory: string, key: string, make: () => T): { first: boolean, answer: T } {
    const name = `${memory} ${key}`
    if (this.#memories.has(name)) return { first: false, answer: this.#memories.get(name) as T }  // one memory holds one kind of answer
    const answer = make()
    this.#memories.set(name, answer)
    return { first: true, answer }
  }

  addStub (stub: StoredStub): void {
    this.deleteStub(stub.id)
    this.#stubs.set(stub.id, stub)
    const ofOperation = this.#stubsOf.get(stub.operation) ?? new OperationStubs()
    this.#stubsOf.set(stub.operation, ofOperation)
    ofOperation.add(stub)
  }

  takeStub<T extends StoredStub> (operation: string, matches: (stub: T) => boolean, valueAt?: Seek['valueAt']): Taken<T> | undefined {
    // Whoever takes stubs also added them.
    const stub = this.#stubsOf.get(operation)?.take({ matches: stub => matches(stub as T), valueAt }) as T | undefined
    return stub && { stub, use: stub.used }
  }

  stubs (): readonly StoredStub[] {
    return [...this.#stubs.values()].reverse()
  }

  deleteStub (id: string): boolean {
    const stub = this.#stubs.get(id)
    if (stub === undefined) return false
    this.#stubsOf.get(stub.operation)?.remove(stub)
    return this.#stubs.delete(id)
  }

  deleteStubs (): void {
    this.#stubs.clear()
    this.#stubsOf.clear()
  }

  append (exchange: Exchange): void {
    this.#exchanges.push(exchange)
  }

  exchanges (): readonly Exchange[] {
    return this.#exchanges.toArray()
  }

  deleteExchanges (): void {
    this.#exchanges.clear()
  }

  droppedExchanges (): number {
    return this.#exchanges.dropped
  }

  droppedResources (): number {
    return this.#dropped
  }

  addDelivery (delivery: Delivery): Delivery | undefined {
    return this.#deliveries.add(delivery)
  }

  deliveries (): readonly Delivery[] {
    return this.#deliveries.list()
  }

  droppedDeliveries (): number {
    return this.#deliveries.dropped
  }

  #ofType (type: string): Map<string, Resource | 'absent'> {
    let known = this.#byType.get(type)
    if (known === undefined) this.#byType.set(type, known = new Map())
    return known
  }

  #forget (resource: Resource): void {
    this.#indexed.remove(resource)
    this.#createdByRequests.delete(resource)
  }

  #makeRoom (): void {
    if (this.#size < this.#maxResources) {
      this.#size++
      return
    }
    const oldest = this.#oldest.next()
    if (oldest === undefined) throw new ResourcesFull(String(this.#maxResources))
    this.#forget(oldest)
    this.#byType.get(oldest.type)?.delete(oldest.id)
    this.#dropped++
  }
}
