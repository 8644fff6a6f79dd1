import { ResourcesFull } from '../errors.ts'
import { IndexedResources } from './indexed-resources.ts'
import type { Evictable, Memory } from './memory.ts'
import { Oldest } from './oldest.ts'
import type { Guard, Insertion, ResourceChange, ResourceDraft, ResourceIndex } from './resource-verbs.ts'
import type { ResourceSeed, ResourceVerbs, SeededResource } from './resource-verbs.ts'
import type { Resource } from './resource.ts'
import type { Recorder } from './recorder.ts'
import { sizeOfValue } from './size-of-value.ts'
import type { StoreWatcher } from './world-watcher.ts'
import type { ResourcesSnapshot, SnapshotResource } from './snapshot.ts'
import type { Writable } from './writable.ts'

export interface MemoryResourcesOptions {
  readonly indexes: readonly ResourceIndex[]
  readonly maxResources: number
  readonly memory: Memory
}

/** A resource whose members only this file replaces. */
type StoredResource = Writable<Resource>

/** Keeps the resources of a world in this process. */
export class MemoryResources implements ResourceVerbs {
  readonly #max: number
  readonly #memory: Memory
  readonly #byType = new Map<string, Map<string, StoredResource | 'absent'>>()
  #indexed: IndexedResources
  /** Resources that requests created, oldest first. */
  readonly #createdByRequests = new Map<StoredResource, KeptResource>()
  readonly #oldest = new Oldest<StoredResource>(this.#createdByRequests)
  /** How many ids are known, present or absent. */
  #size = 0
  #latestNumber = 0
  #dropped = 0
  #hasEnded = false
  #watcher: StoreWatcher | undefined
  /** Is told of every change; `undefined` where nobody keeps them. */
  recorder: Recorder | undefined

  constructor ({ indexes, maxResources, memory }: MemoryResourcesOptions) {
    this.#max = maxResources
    this.#memory = memory
    this.#indexed = new IndexedResources(indexes)
  }

  /** Calls a watcher for each change from now on; `undefined` ends that. */
  watch (watcher: StoreWatcher | undefined): void {
    this.#watcher = watcher
  }

  insert (draft: ResourceDraft, guards: readonly Guard[]): Insertion {
    const taken = draft.id === undefined ? undefined : this.get(draft.type, draft.id)
    if (typeof taken === 'object') return { kind: 'taken', resource: taken }
    for (const guard of guards) {
      const counted = this.#indexed.counted(guard)
      if (counted.length >= guard.max) return { kind: 'refused', guard, counted }
    }
    const { makeId, ...rest } = draft
    const resource: StoredResource = { ...rest, id: draft.id ?? makeId(), number: ++this.#latestNumber }
    this.#hold(resource)
    this.#keep(resource)
    this.#record(resource)
    return { kind: 'inserted', resource }
  }

  seed (seed: ResourceSeed): SeededResource {
    const resource: StoredResource = { ...seed, number: this.#latestNumber + 1 }
    const replaced = this.#hold(resource)
    this.#latestNumber++
    this.#record(resource)
    return { resource, replaced }
  }

  put (resource: Resource): void {
    const own: StoredResource = { ...resource }
    this.#hold(own)
    this.#record(own)
  }

  update (type: string, id: string, change: (resource: Resource) => ResourceChange | undefined): Resource | undefined {
    const resource = this.#byType.get(type)?.get(id)
    if (typeof resource !== 'object') return undefined
    const changes = change(resource)
    if (changes === undefined) return undefined
    const { hidden = resource.hidden, members = resource.members, progress = resource.progress } = changes
    const hasOtherKeys = hidden !== resource.hidden || members !== resource.members
    if (hasOtherKeys) this.#indexed.remove(resource)
    resource.hidden = hidden
    resource.members = members
    resource.progress = progress
    // Indexes forget resources that can never count again: one that was moved may count anew.
    this.#indexed.add(resource)
    if (hasOtherKeys) this.#measure(resource)
    this.#watcher?.resourceChanged('changed', resource)
    this.#record(resource)
    return resource
  }

  delete (type: string, id: string): Resource | undefined {
    const known = this.#ofType(type)
    const deleted = known.get(id)
    if (deleted === undefined) this.#makeRoom()
    known.set(id, 'absent')
    this.recorder?.changed('resources', resourceKey(type, id), 'absent')
    return this.#end(deleted)
  }

  forget (type: string, id: string): Resource | undefined {
    const known = this.#byType.get(type)
    const forgotten = known?.get(id)
    if (forgotten === undefined) return undefined
    known?.delete(id)
    this.#size--
    this.recorder?.changed('resources', resourceKey(type, id), undefined)
    return this.#end(forgotten)
  }

  retainTypes (types: ReadonlySet<string>): readonly Resource[] {
    const forgotten: Resource[] = []
    for (const [type, known] of this.#byType) {
      if (types.has(type)) continue
      for (const id of known.keys()) {
        const resource = this.forget(type, id)
        if (resource !== undefined) forgotten.push(resource)
      }
    }
    return forgotten
  }

  reindex (indexes: readonly ResourceIndex[]): void {
    this.#indexed = new IndexedResources(indexes)
    for (const resource of this.list()) this.#indexed.add(resource)
  }

  snapshot (): ResourcesSnapshot {
    const items: SnapshotResource[] = []
    const absent: Array<Pick<Resource, 'type' | 'id'>> = []
    for (const [type, known] of this.#byType) {
      for (const [id, resource] of known) {
        if (resource === 'absent') absent.push({ type, id })
        else items.push({ resource, isCreated: this.#createdByRequests.has(resource) })
      }
    }
    return { items, absent, latest: this.#latestNumber }
  }

  /** Holds what a snapshot has, in a store that holds nothing yet. Throws `ResourcesFull`. */
  restore ({ absent, items, latest }: ResourcesSnapshot): void {
    if (items.length + absent.length > this.#max) throw new ResourcesFull(String(this.#max))
    const created: StoredResource[] = []
    for (const { isCreated, resource } of items) {
      const own: StoredResource = { ...resource }
      this.#hold(own)
      if (isCreated) created.push(own)
    }
    // They are dropped in the order of their numbers, whatever their types.
    for (const own of created.sort((a, b) => a.number - b.number)) this.#keep(own)
    for (const { id, type } of absent) this.delete(type, id)
    this.#latestNumber = latest
  }

  /** The number of the latest resource. */
  get latestNumber (): number {
    return this.#latestNumber
  }

  get (type: string, id: string): Resource | 'absent' | undefined {
    return this.#byType.get(type)?.get(id)
  }

  list (type?: string): readonly Resource[] {
    const types = type === undefined ? [...this.#byType.values()] : [this.#byType.get(type) ?? new Map()]
    return types.flatMap(known => [...known.values()].filter(resource => resource !== 'absent'))
  }

  resourceCount (): number {
    let count = 0
    for (const known of this.#byType.values()) {
      for (const resource of known.values()) if (resource !== 'absent') count++
    }
    return count
  }

  listBy (index: ResourceIndex, key: string): readonly Resource[] {
    return this.#indexed.list(index, key)
  }

  room (): number {
    return this.#max - this.#size + this.#createdByRequests.size
  }

  droppedResources (): number {
    return this.#dropped
  }

  /** Lists what takes memory: the resources that requests created. */
  items (): Iterable<Evictable> {
    return this.#createdByRequests.values()
  }

  /** Gives back the memory when the world ends. */
  end (): void {
    this.#hasEnded = true
    for (const kept of this.#createdByRequests.values()) this.#memory.remove(kept)
  }

  /** Evicts a resource that a request created. */
  evict (resource: StoredResource): void {
    this.#release(resource)
    this.#byType.get(resource.type)?.delete(resource.id)
    this.#size--
    this.#dropped++
    this.recorder?.changed('resources', resourceKey(resource.type, resource.id), undefined)
    this.#watcher?.resourceChanged('gone', resource)
  }

  #record (resource: StoredResource): void {
    if (this.recorder === undefined) return
    const isCreated = this.#createdByRequests.has(resource)
    this.recorder.changed('resources', resourceKey(resource.type, resource.id), { resource, isCreated })
  }

  #ofType (type: string): Map<string, StoredResource | 'absent'> {
    let known = this.#byType.get(type)
    if (known === undefined) this.#byType.set(type, known = new Map())
    return known
  }

  /** Holds a resource under its id. Returns the one that it replaces. */
  #hold (resource: StoredResource): Resource | undefined {
    const known = this.#ofType(resource.type)
    const replaced = known.get(resource.id)
    if (replaced === undefined) this.#makeRoom()
    const ended = this.#end(replaced)
    // One that comes after another was deleted is the latest.
    if (replaced === 'absent') this.#forgetAbsent(known, resource)
    known.set(resource.id, resource)
    this.#indexed.add(resource)
    this.#watcher?.resourceChanged('held', resource)
    return ended
  }

  #forgetAbsent (known: Map<string, unknown>, { id, type }: Resource): void {
    known.delete(id)
    this.recorder?.changed('resources', resourceKey(type, id), undefined)
  }

  /** Ends a resource that is no longer held, so that whoever waits for it sees that it is gone. */
  #end (resource: StoredResource | 'absent' | undefined): Resource | undefined {
    if (typeof resource !== 'object') return undefined
    this.#release(resource)
    resource.progress = { ...resource.progress, stages: [], stage: 0 }
    this.#watcher?.resourceChanged('gone', resource)
    return resource
  }

  #release (resource: StoredResource): void {
    this.#indexed.remove(resource)
    const kept = this.#createdByRequests.get(resource)
    if (kept === undefined) return
    this.#memory.remove(kept)
    this.#createdByRequests.delete(resource)
  }

  #keep (resource: StoredResource): void {
    const kept = new KeptResource(resource, this)
    this.#createdByRequests.set(resource, kept)
    if (!this.#hasEnded) this.#memory.add(kept)
  }

  /** Measures a resource again whose members have changed. */
  #measure (resource: StoredResource): void {
    const kept = this.#createdByRequests.get(resource)
    if (kept === undefined) return
    this.#memory.remove(kept)
    this.#keep(resource)
  }

  #makeRoom (): void {
    if (this.#size < this.#max) {
      this.#size++
      return
    }
    const oldest = this.#oldest.next()
    if (oldest === undefined) throw new ResourcesFull(String(this.#max))
    this.evict(oldest)
    this.#size++
  }
}

/** Returns the key of a resource among the parts of its world. */
export function resourceKey (type: string, id: string): string {
  return `${type} ${id}`
}

class KeptResource implements Evictable {
  readonly tier = 'resources'
  readonly bytes: number
  readonly #resource: StoredResource
  readonly #owner: MemoryResources

  constructor (resource: StoredResource, owner: MemoryResources) {
    const { hidden, members, rows = [] } = resource
    // The members of its rows are mostly those of other resources, which are still there.
    this.bytes = sizeOfValue([members, hidden]) + OVERHEAD * (1 + rows.length)
    this.#resource = resource
    this.#owner = owner
  }

  evict (): void {
    this.#owner.evict(this.#resource)
  }
}

/** The bytes of a resource beside its members: its progress, and its places in indexes. */
const OVERHEAD = 500
