/** A resource as a handler sees it, as it is at that moment. */
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
  /** The members that it was given. */
  readonly members: Readonly<Record<string, unknown>>
  readonly hidden: Readonly<Record<string, unknown>>
}

/** What a resource is created with, beside its members. */
export interface CreateOptions {
  /** Its id; one of its type where it is left out. */
  readonly id?: string | number
  /** Members that are kept but never shown. */
  readonly hidden?: Readonly<Record<string, unknown>>
  /** The lifecycle that it takes; that of the world's settings where it is left out. */
  readonly lifecycle?: string
  /** The status that it begins with; the first of its lifecycle where it is left out. */
  readonly status?: string
}

type Id = string | number

type Members = Readonly<Record<string, unknown>>

/** The world of a request, for a handler to act in. Types are those under `x-standin.resources`, as the document calls them. */
export interface ModuleWorld {
  readonly name: string
  /** The world's time, in milliseconds since 1970. */
  now (): number
  /** A new UUID, the same at every run with the same seed. */
  uuid (): string
  /** A number from 0, and less than 1, the same at every run with the same seed. */
  random (): number
  get (type: string, id: Id): ModuleResource | undefined
  /** Every resource of a type, oldest first; those whose members, shown or hidden, equal all values of `where`. */
  list (type: string, where?: Members): ModuleResource[]
  /** Throws where the id is taken. */
  create (type: string, members?: Members, options?: CreateOptions): ModuleResource
  /** Puts other members in the place of those that it had; `undefined` where there is no such resource. */
  update (type: string, id: Id, members: Members): ModuleResource | undefined
  /** Merges members into those that it has (RFC 7396); `undefined` where there is no such resource. */
  patch (type: string, id: Id, members: Members): ModuleResource | undefined
  /** Puts it into a status, from which it goes on; `undefined` where there is no such resource. */
  setStatus (type: string, id: Id, status: string): ModuleResource | undefined
  /** Tells whether there was one. */
  delete (type: string, id: Id): boolean
}
