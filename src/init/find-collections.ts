import type { Contract, Operation, SchemaReference } from '../contract/contract.ts'
import { baseKey, collectionName, pathParts } from './path-parts.ts'
import { plainName } from './role-of.ts'
import { listMembers } from './member.ts'
import { successOf, unwrapItem, unwrapList } from './success-of.ts'
import { typeOf } from './types-of.ts'

/** The operations of a document that have to do with things of one kind: what creates them, and what is done with them. */
export interface Collection {
  /** `users/{}/orders` */
  readonly key: string
  /** What its paths call it: `orders`. */
  readonly name: string
  /** How one of its things is shown. */
  readonly item: SchemaReference
  /** The parameter of the path that names one of them. */
  readonly id: string | undefined
  readonly creates: readonly Operation[]
  readonly read: Operation | undefined
  readonly list: Operation | undefined
  readonly update: Operation | undefined
  readonly patch: Operation | undefined
  readonly delete: Operation | undefined
  readonly cancels: readonly Operation[]
}

/** What may be made of a group of operations, or why nothing. */
export type Finding =
  | { readonly kind: 'collection', readonly collection: Collection }
  | { readonly kind: 'none', readonly name: string, readonly reason: 'nothing creates' | 'nothing shows' | 'no object' }

const CREATES = [undefined, 'create', 'add', 'new', 'start', 'run', 'submit']
const LISTS = [undefined, 'list', 'all', 'get']
const UPDATES = [undefined, 'update', 'edit']
const DELETES = [undefined, 'delete', 'remove']
const CANCELS = ['cancel', 'abort', 'stop', 'terminate']

/** The statuses with which creations are answered, the plainest first. */
export const CREATED = ['201', '202', '200']

/** Finds the collections of a document, and the groups of operations that look like some and cannot be acted out. */
export function findCollections ({ operations }: Pick<Contract, 'operations'>): Finding[] {
  const groups = Map.groupBy(operations, operation => baseKey(pathParts(operation)))
  return [...groups].flatMap(([key, group]) => toFinding(key, group, operations) ?? [])
}

function toFinding (key: string, group: readonly Operation[], all: readonly Operation[]): Finding | undefined {
  const sorted = group.map(operation => ({ operation, method: operation.method, ...pathParts(operation) }))
  const one = (methods: readonly string[], verbs: ReadonlyArray<string | undefined>, hasId: boolean) =>
    sorted.filter(({ id, method, verb }) => methods.includes(method) && verbs.includes(verb?.toLowerCase()) && (id !== undefined) === hasId).map(({ operation }) => operation)

  const [read] = one(['GET'], LISTS, true)
  const [list] = one(['GET'], LISTS, false).filter(operation => showsList(operation))
  const name = collectionName(pathParts(group[0] ?? { path: key }))
  if (read === undefined && list === undefined) return one(['POST'], [undefined], false).length > 0 && sorted.some(({ id }) => id !== undefined) ? { kind: 'none', name, reason: 'nothing shows' } : undefined

  const own = one(['POST'], CREATES, false)
  const item = itemOf(read, list, name)
  if (item === undefined) return own.length > 0 ? { kind: 'none', name, reason: 'no object' } : undefined
  const id = sorted.find(({ id }) => id !== undefined)?.id
  const [put] = [...one(['PUT'], UPDATES, true), ...one(['PUT'], UPDATES, false)]
  const creates = [own, createdElsewhere(item, id, all), putIntoPlace(put)].find(list => list.length > 0)
  if (creates === undefined) return { kind: 'none', name, reason: 'nothing creates' }

  const [patch] = [...one(['PATCH'], UPDATES, true), ...one(['PATCH'], UPDATES, false), ...one(['POST'], UPDATES, true)]
  const [gone] = [...one(['DELETE'], DELETES, true), ...one(['POST'], DELETES.slice(1), true)]
  const cancels = one(['POST', 'PUT', 'PATCH', 'DELETE'], CANCELS, true)
  return { kind: 'collection', collection: { key, name, item, id, creates, read, list, update: creates[0] === put ? undefined : put, patch, delete: gone, cancels } }
}

/** How a thing is shown where it is read, or else in the list. */
function itemOf (read: Operation | undefined, list: Operation | undefined, name: string): SchemaReference | undefined {
  const shown = read && successOf(read)?.schema
  const item = shown && unwrapItem(shown)?.schema
  const listed = list && successOf(list)?.schema
  const found = item ?? (listed && unwrapList(listed, [name])?.schema)
  return found !== undefined && typeOf(found) === 'object' && listMembers(found).size > 0 ? found : undefined
}

function showsList (operation: Operation): boolean {
  const { schema } = successOf(operation) ?? {}
  return schema !== undefined && unwrapList(schema, [collectionName(pathParts(operation))]) !== undefined
}

/** A PUT creates what is not there yet, where nothing else creates it. */
function putIntoPlace (put: Operation | undefined): Operation[] {
  return put !== undefined && put.body !== undefined && pathParts(put).id !== undefined ? [put] : []
}

/** What starts a job elsewhere: it answers with the very thing that can be read here, or with its id under the name of the path's parameter. */
function createdElsewhere (item: SchemaReference, id: string | undefined, all: readonly Operation[]): Operation[] {
  if (!item.pointer.startsWith('/components/')) return []
  return all.filter(operation => {
    const success = operation.method === 'POST' ? successOf(operation, CREATED) : undefined
    if (success?.schema === undefined || ![201, 202].includes(success.status)) return false
    if (unwrapItem(success.schema)?.schema.pointer === item.pointer) return true
    const names = [...listMembers(success.schema).keys()].map(plainName)
    return id !== undefined && plainName(id) !== 'id' && success.status === 202 && names.includes(plainName(id))
  })
}
