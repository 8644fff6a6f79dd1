/** A resource as a handler sees it, at the moment at which it was read. */
export interface ModuleResource {
  /** As the document calls it: `Report`. */
  readonly type: string
  readonly id: string
  /** `undefined` for a type without lifecycles. */
  readonly status: string | undefined
  /** When it was created, in milliseconds since 1970. */
  readonly created: number
  /** As clients see it. */
  readonly shown: Readonly<Record<string, unknown>>
  /** The members that it was created with, as they are now. */
  readonly members: Readonly<Record<string, unknown>>
  readonly hidden: Readonly<Record<string, unknown>>
}

/** Options of a new resource. */
export interface CreateOptions {
  /** Its id; the type makes one where it is left out. */
  readonly id?: string | number
  /** Members that are kept but never shown. */
  readonly hidden?: Readonly<Record<string, unknown>>
  /** The lifecycle that it follows; that of the world's settings where it is left out. */
  readonly lifecycle?: string
  /** The status that it starts with; the first of its lifecycle where it is left out. */
  readonly status?: string
}

/** The id of a resource; numbers stand for their texts. */
export type Id = string | number

/** Members of a resource. */
export type Members = Readonly<Record<string, unknown>>

/**
 * The world of a request, for a handler to read and change. Types have their names under `x-standin.resources`.
 */
export interface ModuleWorld {
  readonly name: string
  /** The world's time, in milliseconds since 1970. */
  now (): number
  /** Returns a new UUID, the same at every run with the same seed. */
  uuid (): string
  /** Returns a number from 0, and less than 1, the same at every run with the same seed. */
  random (): number
  get (type: string, id: Id): ModuleResource | undefined
  /**
   * Lists the resources of a type whose members, shown or hidden, equal all values of `where`; oldest first.
   */
  list (type: string, where?: Members): ModuleResource[]
  /** Creates a resource. Throws `ResourceTaken` where its id is taken. */
  create (type: string, members?: Members, options?: CreateOptions): ModuleResource
  /** Replaces the members of a resource; returns `undefined` where there is no such resource. */
  update (type: string, id: Id, members: Members): ModuleResource | undefined
  /**
   * Merges members into those of a resource (RFC 7396); returns `undefined` where there is no such resource.
   */
  patch (type: string, id: Id, members: Members): ModuleResource | undefined
  /**
   * Puts a resource into a status, from which it goes on; returns `undefined` where there is no such resource.
   */
  setStatus (type: string, id: Id, status: string): ModuleResource | undefined
  /** Returns whether there was one. */
  delete (type: string, id: Id): boolean
}
