import type { Operation, SchemaReference } from '../contract/contract.ts'

/** The operations of a document on one type of resource. */
export interface Collection {
  /** Its path without the names of parameters: `users/{}/orders`. */
  readonly key: string
  /** Its name in paths: `orders`. */
  readonly name: string
  /** The schema of one resource. */
  readonly item: SchemaReference
  /** The parameter that names one resource, in the path or the query of the operation that reads one. */
  readonly id: string | undefined
  /** Empty for resources that the document only lists: they are seeded. */
  readonly creates: readonly Operation[]
  readonly read: Operation | undefined
  /** Further operations that show one: `/exports/{id}/status`. */
  readonly views: readonly Operation[]
  readonly list: Operation | undefined
  readonly update: Operation | undefined
  readonly patch: Operation | undefined
  readonly delete: Operation | undefined
  readonly cancels: readonly Operation[]
  /** The operations that give a file of one. */
  readonly downloads: readonly Operation[]
}

/** A group of operations that is a collection, or looks like one and cannot be simulated. */
export type Finding =
  | { readonly kind: 'collection', readonly collection: Collection }
  | { readonly kind: 'none', readonly name: string, readonly reason: 'nothing creates' | 'nothing shows' | 'no object' }
