import type { Contract } from '../contract/contract.ts'
import { isObject } from '../contract/is-object.ts'

/** The members that the operations of a document give to the resources of a type that they create. */
export interface KnownMembers {
  readonly shown: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

/** Lists, by type, the members that a document's creations set. A type that no operation creates is not there: what is seeded may have any. */
export function listKnownMembers ({ operations }: Contract): Map<string, KnownMembers> {
  const creations = operations.flatMap(({ definition }) => {
    const { type, members, hidden } = toObject(toObject(toObject(definition)['x-standin']).create)
    return typeof type === 'string' ? [{ type, shown: namesOf(members), hidden: namesOf(hidden) }] : []
  })
  return new Map([...Map.groupBy(creations, ({ type }) => type)].map(([type, ofType]) => [type, {
    shown: new Set(ofType.flatMap(({ shown }) => shown)),
    hidden: new Set(ofType.flatMap(({ hidden }) => hidden))
  }]))
}

function namesOf (members: unknown): string[] {
  return Object.keys(toObject(members)).map(name => name.replace(/^\$\$/, '$'))
}

function toObject (value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}
