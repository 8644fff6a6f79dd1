import type { Resource } from './resource.ts'

/**
 * The resources of a world. Data: each `Resource`, the order in which they were inserted, which of them a
 * request created, the ids that are `absent`, the number of the latest resource, and how many were dropped.
 * Indexes follow from the resources and the declarations.
 */
export interface ResourceVerbs {
  /**
   * Inserts a resource for a request, unless the id that it asks for is taken or a guard refuses it. Past the
   * bound, the oldest resource that a request created is dropped; throws `ResourcesFull` where there is none.
   * Changes: the new resource, the latest number, and the dropped resource.
   */
  insert (draft: ResourceDraft, guards: readonly Guard[]): Insertion
  /**
   * Puts a new resource in the place of any with its id, for a test. It is never dropped to make room; the same
   * bound holds. Changes: the new resource, the replaced one, and the latest number.
   */
  seed (seed: ResourceSeed): SeededResource
  /**
   * Puts a resource back as it was, with its number, in the place of any with its id. Changes: that resource.
   */
  put (resource: Resource): void
  /**
   * Changes a resource in one step. `change` is pure and returns the members to replace, or `undefined` to
   * change nothing. Returns the resource, or `undefined` where there is none or nothing was changed. Changes:
   * the returned members of that resource.
   */
  update (type: string, id: string, change: (resource: Resource) => ResourceChange | undefined): Resource | undefined
  /** Deletes a resource, and remembers that its id is absent. Returns the resource. Changes: its id. */
  delete (type: string, id: string): Resource | undefined
  /** Forgets a resource, or that its id is absent. Returns the resource. Changes: its id. */
  forget (type: string, id: string): Resource | undefined
  /**
   * Forgets all resources and absent ids of other types than these. Returns the resources. Changes: their ids.
   */
  retainTypes (types: ReadonlySet<string>): readonly Resource[]
  /** Keeps resources under other indexes from now on. Changes no data. */
  reindex (indexes: readonly ResourceIndex[]): void

  /**
   * Returns the resource with an id, `absent` where it was deleted, `undefined` where nothing is known of the
   * id.
   */
  get (type: string, id: string): Resource | 'absent' | undefined
  /** Lists the resources of a type, oldest first; of all types where none is given. */
  list (type?: string): readonly Resource[]
  /** Returns how many resources there are. */
  resourceCount (): number
  /** Lists the resources under a key of an index, oldest first. */
  listBy (index: ResourceIndex, key: string): readonly Resource[]
  /** Returns how many more ids there is room for. */
  room (): number
  /** Returns how many resources were dropped to make room. */
  droppedResources (): number
}

/** A resource to insert. Its store numbers it, and asks `makeId` for an id where it has none. */
export type ResourceDraft = Omit<Resource, 'id' | 'number'> & { readonly id?: string, readonly makeId: () => string }

/** A resource to seed. Its store numbers it. */
export type ResourceSeed = Omit<Resource, 'number'>

export interface SeededResource {
  readonly resource: Resource
  /** The resource that had its id before. */
  readonly replaced: Resource | undefined
}

/** The changes of a resource; members that are left out stay. */
export type ResourceChange = Partial<Pick<Resource, 'members' | 'hidden' | 'progress'>>

/** Resources of a type by the values of some of their members. */
export interface ResourceIndex {
  /** Unique among the indexes of a server. */
  readonly id: string
  readonly type: string
  /** Names of members, visible or hidden. */
  readonly names: readonly string[]
}

/** Allows at most `max` resources under a key to count. */
export interface Guard {
  readonly index: ResourceIndex
  readonly key: string
  readonly max: number
  /** Returns `gone` for a resource that can never count again. Pure: it reads the resource only. */
  weigh (resource: Resource): 'counts' | 'may-count' | 'gone'
}

export type Insertion =
  | { readonly kind: 'inserted', readonly resource: Resource }
  | { readonly kind: 'taken', readonly resource: Resource }
  | { readonly kind: 'refused', readonly guard: Guard, readonly counted: readonly Resource[] }
