import type { Contract, Operation } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'

/** The words of `x-standin` of an operation, as they are written. */
export interface DeclaredOperation {
  readonly operation: Operation
  /** The type of resource that it creates. */
  readonly creates: string | undefined
  readonly unique: DeclaredGuard | undefined
  readonly capacity: DeclaredGuard | undefined
  /** The expression of the key by which a request is recognized. */
  readonly idempotentBy: unknown
  /** Whether it refuses another request with the key of one before. */
  readonly hasConflicts: boolean
  /** The ids that must exist. */
  readonly requires: readonly DeclaredNeed[]
  /** The resource that it finds. */
  readonly find: (DeclaredNeed & { readonly where: JsonObject, readonly isMany: boolean }) | undefined
  readonly changes: boolean
  readonly deletes: boolean
}

/** The words of `unique` or of `capacity`. */
export interface DeclaredGuard {
  readonly where: JsonObject
  readonly max: number
  readonly reuses: boolean
}

/** A resource of a type that an expression of the request names. */
export interface DeclaredNeed {
  readonly type: string
  readonly id: unknown
}

/** The words of a type of resource, as they are written. */
export interface DeclaredType {
  /** `mews.Export` */
  readonly id: string
  readonly name: string
  /** Whether its ids need not be created. */
  readonly isAssumed: boolean
  readonly statusMember: string | undefined
  readonly running: readonly string[]
  /** The statuses of each lifecycle, by name; the last one of each has no duration. */
  readonly lifecycles: ReadonlyMap<string, readonly DeclaredStage[]>
}

export interface DeclaredStage {
  readonly status: string
  readonly ms: number | undefined
}

/** A limit of requests, by its name in settings: `mews.requests`. */
export interface DeclaredLimit {
  readonly name: string
  readonly operations: readonly string[] | undefined
}

/** All that a document declares under `x-standin`, as it is written. */
export interface DeclaredApi {
  readonly contract: Contract
  readonly operations: readonly DeclaredOperation[]
  readonly types: ReadonlyMap<string, DeclaredType>
  readonly limits: readonly DeclaredLimit[]
  /** The expressions of credentials that no security scheme can name, by name. */
  readonly credentials: Readonly<Record<string, unknown>>
}
