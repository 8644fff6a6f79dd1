import type { Declaration } from './declaration.ts'
import { compileAll } from './declaration.ts'
import { SEED_COUNT } from '../vocabulary/resource-words.ts'

/** The resources of a type that every new world has. */
export interface DeclaredSeed {
  /** JSON pointer of the declaration. */
  readonly pointer: string
  /** Resources as clients see them, with the pointer of each. */
  readonly items: ReadonlyArray<{ readonly pointer: string, readonly value: Readonly<Record<string, unknown>> }>
  /** How many more are generated from the schema of the type. */
  readonly count: number
}

/** The most resources that are generated for a type. */
const MOST_GENERATED = 10_000

/** Compiles the `seed` of a type: a list of resources, or `{ count }` of generated ones. */
export function compileSeed (declaration: Declaration): DeclaredSeed {
  const { pointer, value } = declaration
  if (!Array.isArray(value)) return { pointer, items: [], count: compileCount(declaration) }
  const items = compileAll(declaration.list(), item => {
    item.entries()  // which refuses what is no object
    return { pointer: item.pointer, value: item.value as Readonly<Record<string, unknown>> }
  })
  return { pointer, items, count: 0 }
}

function compileCount (declaration: Declaration): number {
  const count = declaration.membersOf(SEED_COUNT).count?.integer(1) ?? 0
  if (count > MOST_GENERATED) declaration.refuse(`"count" must be at most ${MOST_GENERATED}`)
  return count
}
