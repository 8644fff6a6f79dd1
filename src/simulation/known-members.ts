import type { Contract } from '../contract/contract.ts'
import { isObject } from '../contract/is-object.ts'

/** The members that the operations of a document give to the resources of a type that they create. */
export interface KnownMembers {
  readonly shown: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

const WORDS = ['type', 'members', 'hidden']

/**
 * Lists, by type, the members that a document's creations set. A type that no operation creates is not there: what is
 * seeded may have any. Nothing is known where a creation has a mistake in it.
 */
export function listKnownMembers ({ document, operations }: Contract): Map<string, KnownMembers> {
  const types = toObject(toObject(toObject(document)['x-standin']).resources)
  const creations = operations.flatMap(({ definition }) => {
    const { create } = toObject(toObject(definition)['x-standin'])
    return create === undefined ? [] : [toObject(create)]
  })
  if (creations.some(create => !isSound(create, types))) return new Map()
  const known = creations.map(({ hidden, members, type }) => ({ type: String(type), shown: namesOf(members), hidden: namesOf(hidden) }))
  return new Map([...Map.groupBy(known, ({ type }) => type)].map(([type, ofType]) => [type, {
    shown: new Set(ofType.flatMap(({ shown }) => shown)),
    hidden: new Set(ofType.flatMap(({ hidden }) => hidden))
  }]))
}

function isSound (create: Readonly<Record<string, unknown>>, types: object): boolean {
  const { hidden = {}, members = {}, type } = create
  return Object.keys(create).every(word => WORDS.includes(word)) && String(type) in types && isObject(members) && isObject(hidden)
}

function namesOf (members: unknown): string[] {
  return Object.keys(toObject(members)).map(name => name.replace(/^\$\$/, '$'))
}

function toObject (value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}
