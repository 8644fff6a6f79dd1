import { isObject } from '../documents/is-object.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { seededGeneratorOf } from '../responses/generate-value.ts'
import type { TypeSeed } from './type-seed.ts'

type Members = Readonly<Record<string, unknown>>

/**
 * Generates the resources of a type that only their number is given of: the same ones at every start with the same
 * seed. Throws `InvalidDocument` where the type has no schema, or none that values can be generated for.
 */
export function listGenerated ({ count, schema, source, type }: TypeSeed, seed: number): Members[] {
  if (count === 0) return []
  const name = type.id.split('.').slice(1).join('.')
  if (schema === undefined) {
    const why = `components/schemas has no "${name}" to generate from: add it, or list the resources`
    throw createInvalidDocument([source(`in the seed of ${type.id}: ${why}`)])
  }
  const generate = seededGeneratorOf(schema, 'response')
  return Array.from({ length: count }, (_, index) => {
    const { fits, value } = generate({ seed: `${seed} seed of ${type.id} ${index}`, from: 'chance' })
    if (fits && isObject(value)) return withoutOwn(value, type)
    throw createInvalidDocument([source(`in the seed of ${type.id}: no object can be generated for its schema`)])
  })
}

/** Leaves out what the type itself makes, and a status that it does not have. */
function withoutOwn (value: Members, { declared, statusMember, statuses }: TypeSeed['type']): Members {
  return Object.fromEntries(Object.entries(value).filter(([name, member]) => {
    if (name === statusMember) return statuses.has(String(member))
    return !declared.has(name)
  }))
}
