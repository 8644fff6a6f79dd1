import type { SchemaReference } from '../contract/contract.ts'
import type { Problem } from '../documents/problem.ts'
import type { ResourceType } from '../simulation/scope.ts'

/** The resources of a type that every new world has. */
export interface TypeSeed {
  readonly type: ResourceType
  /** The schema of its resources as clients see them; `undefined` where no schema has the name of the type. */
  readonly schema: SchemaReference | undefined
  /** The items that are given. */
  readonly items: readonly SeedItem[]
  /** How many more are generated from the schema. */
  readonly count: number
  /** The place at which it is declared. */
  readonly source: SeedSource
}

/** A resource as clients see it, and where it is given. */
export interface SeedItem {
  readonly value: Readonly<Record<string, unknown>>
  readonly source: SeedSource
}

/** Creates a problem where a seed is given. */
export type SeedSource = (message: string) => Problem
