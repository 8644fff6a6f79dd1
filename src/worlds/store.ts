import type { Exchange } from './exchange.ts'
import type { Delivery } from './delivery.ts'
import type { Resource } from './resource.ts'

/**
 * All of a world's state. Every verb is atomic: what must be decided and written together is one call,
 * so that an engine which several processes share can take this one's place.
 */
export interface Store {
  /**
   * Inserts a resource unless the id that it asks for is taken, or one of the guards is against it. Past the bound, the oldest that a request created goes;
   * throws `ResourcesFull` where there is none.
   */
  insert (draft: NewResource, guards: readonly Guard[]): Insertion
  /** The resource with an id, `absent` where it was deleted, `undefined` where nothing was ever said of it. */
  get (type: string, id: string): Resource | 'absent' | undefined
  /** Puts a resource in the place of any with its id. The same bound holds. */
  put (resource: Resource): void
  /**
   * Changes a resource in its place by what is made of it as it is now; `undefined` where there is none, or where nothing is
   * to be changed.
   */
  update (type: string, id: string, change: (resource: Resource) => ResourceChange | undefined): Resource | undefined
  /** Deletes a resource, and remembers that its id does not exist. */
  delete (type: string, id: string): void
  /** Forgets a resource, or that there is none: nothing was ever said of its id. */
  forget (type: string, id: string): void
  /** How many more ids can be spoken of before there is no room left. */
  room (): number
  /** Every resource of a type, oldest first; of all types where none is given. */
  list (type?: string): readonly Resource[]
  /** The resources under a key of an index, oldest first. */
  listBy (index: ResourceIndex, key: string): readonly Resource[]
  /** Keeps resources under other indexes from now on. */
  reindex (indexes: readonly ResourceIndex[]): void
  /** Forgets all that was said of other types than these; answers the resources that there were. */
  retainTypes (types: ReadonlySet<string>): readonly Resource[]
  /** The next of the whole numbers that count up from `from`, for a type. */
  nextNumber (type: string, from: number): number
  /** How many resources were dropped to make room. */
  droppedResources (): number

  /** Counts one more use of a key within a window, and tells what is left. */
  count (limit: string, key: string, window: Window, now: number): Usage
  /** The same without counting. */
  usage (limit: string, key: string, window: Window, now: number): Usage
  /** The first answer that was made for a key; makes it where there is none. */
  remember<T> (memory: string, key: string, make: () => T): { readonly first: boolean, readonly answer: T }

  addStub (stub: StoredStub): void
  /**
   * The first stub of an operation that matches and has a use left, by priority and then the latest; takes that use,
   * and counts the request for every stub that answers only some calls.
   */
  takeStub<T extends StoredStub> (operation: string, matches: (stub: T) => boolean, valueAt?: Seek['valueAt']): Taken<T> | undefined
  /** Every stub, latest first. */
  stubs (): readonly StoredStub[]
  /** Tells whether there was one. */
  deleteStub (id: string): boolean
  deleteStubs (): void

  append (exchange: Exchange): void
  /** The latest exchanges, oldest first. */
  exchanges (): readonly Exchange[]
  deleteExchanges (): void
  /** How many exchanges were dropped to make room. */
  droppedExchanges (): number

  /** Adds a callback. Answers the one that had to go to make room: the oldest that waits for nothing, or else the oldest. */
  addDelivery (delivery: Delivery): Delivery | undefined
  /** Every callback, oldest first. */
  deliveries (): readonly Delivery[]
  /** How many callbacks were dropped to make room. */
  droppedDeliveries (): number
}

/** A resource to be inserted: its number is the store's to give, and its id where it asks for none. */
export type NewResource = Omit<Resource, 'id' | 'number'> & { readonly id?: string, readonly makeId: () => string }

/** What is changed of a resource; what is left out stays. */
export type ResourceChange = Partial<Pick<Resource, 'members' | 'hidden' | 'progress'>>

/** Resources of a type by the values of some of their members. */
export interface ResourceIndex {
  /** Unique among the indexes of a server. */
  readonly id: string
  readonly type: string
  /** Names of members, visible or hidden. */
  readonly names: readonly string[]
}

/** At most `max` resources under a key may count; a resource that never can again is `gone`. */
export interface Guard {
  readonly index: ResourceIndex
  readonly key: string
  readonly max: number
  weigh (resource: Resource): 'counts' | 'may-count' | 'gone'
}

export type Insertion =
  | { readonly kind: 'inserted', readonly resource: Resource }
  | { readonly kind: 'taken', readonly resource: Resource }
  | { readonly kind: 'refused', readonly guard: Guard, readonly counted: readonly Resource[] }

/** A limit's window: `max` uses within `ms` milliseconds of the first. */
export interface Window {
  readonly max: number
  readonly ms: number
}

export interface Usage {
  readonly allowed: boolean
  readonly remaining: number
  /** When the window ends, in milliseconds since 1970; `undefined` where none has begun. */
  readonly reset: number | undefined
}

/** A request that looks for its stub. */
export interface Seek {
  readonly matches: (stub: StoredStub) => boolean
  /** The value that the request has at the place of a key, `undefined` where it has none. Without this, every stub is asked. */
  readonly valueAt?: (place: string) => string | undefined
}

/** A stub of which a use was taken. */
export interface Taken<T extends StoredStub> {
  readonly stub: T
  /** Which of its uses, from 1. */
  readonly use: number
}

/** What the store must know of a stub. */
export interface StoredStub {
  readonly id: string
  readonly operation: string
  /** Higher goes first; 0 where it is left out. */
  readonly priority?: number
  /** Which of the requests that match it answers, counted from 1; all where it is left out. */
  readonly calls?: { readonly from: number, readonly to: number }
  /** A value without which no request can match: a short cut to the stubs that are worth asking. */
  readonly key?: { readonly place: string, readonly value: string }
  /** How many requests it answers; any number where it is left out. */
  readonly times?: number
  /** How many it has answered. */
  used: number
  /** How many it has counted, where it answers only some calls. */
  called?: number
}
