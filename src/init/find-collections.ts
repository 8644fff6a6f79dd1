import type { Contract, Operation, SchemaReference } from '../contract/contract.ts'
import { createdElsewhere, respondsWithId } from './created-elsewhere.ts'
import { followSchema, listMembers } from './member.ts'
import { baseKey, collectionName, pathParts } from './path-parts.ts'
import type { PathParts } from './path-parts.ts'
import { plainName } from './role-of.ts'
import { successOf } from './success-of.ts'
import { typeOf } from './types-of.ts'
import { unwrapItem, unwrapList } from './wrapped.ts'

/** The operations of a document on one type of resource. */
export interface Collection {
  /** Its path without the names of parameters: `users/{}/orders`. */
  readonly key: string
  /** Its name in paths: `orders`. */
  readonly name: string
  /** The schema of one resource. */
  readonly item: SchemaReference
  /** The path parameter that names one resource. */
  readonly id: string | undefined
  readonly creates: readonly Operation[]
  readonly read: Operation | undefined
  readonly list: Operation | undefined
  readonly update: Operation | undefined
  readonly patch: Operation | undefined
  readonly delete: Operation | undefined
  readonly cancels: readonly Operation[]
}

/** A group of operations that is a collection, or looks like one and cannot be simulated. */
export type Finding =
  | { readonly kind: 'collection', readonly collection: Collection }
  | { readonly kind: 'none', readonly name: string, readonly reason: 'nothing creates' | 'nothing shows' | 'no object' }

type Verbs = ReadonlyArray<string | undefined>

const CREATES: Verbs = [undefined, 'create', 'add', 'new', 'start', 'run', 'submit']
const LISTS: Verbs = [undefined, 'list', 'all', 'get']
const UPDATES: Verbs = [undefined, 'update', 'edit']
const DELETES: Verbs = [undefined, 'delete', 'remove']
const CANCELS: Verbs = ['cancel', 'abort', 'stop', 'terminate']

/** Finds the collections of a document, and the groups of operations that look like some and cannot be simulated. */
export function findCollections ({ operations }: Pick<Contract, 'operations'>): Finding[] {
  const groups = Map.groupBy(operations, operation => baseKey(pathParts(operation)))
  return [...groups]
    .map(([key, group]) => findCollection(new OperationGroup(key, group), operations))
    .filter(finding => finding !== undefined)
}

/** The operations whose paths have the same base. */
class OperationGroup {
  readonly key: string
  readonly name: string
  /** The parameter that names an item. */
  readonly id: string | undefined
  readonly #operations: ReadonlyArray<PathParts & { readonly operation: Operation }>

  constructor (key: string, operations: readonly Operation[]) {
    this.key = key
    this.name = collectionName(pathParts(operations[0] ?? { path: key }))
    this.#operations = operations.map(operation => ({ operation, ...pathParts(operation) }))
    this.id = this.#operations.find(({ id }) => id !== undefined)?.id
  }

  /** Lists the operations on the collection as a whole. */
  onAll (methods: readonly string[], verbs: Verbs): Operation[] {
    return this.#list(methods, verbs).filter(({ id }) => id === undefined).map(({ operation }) => operation)
  }

  /** Lists the operations on an item. */
  onItem (methods: readonly string[], verbs: Verbs): Operation[] {
    return this.#list(methods, verbs).filter(({ id }) => id !== undefined).map(({ operation }) => operation)
  }

  #list (methods: readonly string[], verbs: Verbs): Array<PathParts & { readonly operation: Operation }> {
    return this.#operations.filter(({ operation: { method }, verb }) =>
      methods.includes(method) && verbs.includes(verb?.toLowerCase()))
  }
}

function findCollection (group: OperationGroup, all: readonly Operation[]): Finding | undefined {
  const { id, key, name } = group
  const [read] = group.onItem(['GET'], LISTS)
  const [list] = group.onAll(['GET'], LISTS).filter(showsList)
  if (read === undefined && list === undefined) {
    const isCreated = group.onAll(['POST'], [undefined]).length > 0
    return isCreated && id !== undefined ? { kind: 'none', name, reason: 'nothing shows' } : undefined
  }
  const own = group.onAll(['POST'], CREATES)
  const item = itemOf(read, list, group)
  if (item === undefined) return own.length > 0 ? { kind: 'none', name, reason: 'no object' } : undefined
  const [put] = [...group.onItem(['PUT'], UPDATES), ...group.onAll(['PUT'], UPDATES)]
  const creates = [
    own,
    createdElsewhere({ item, id, key }, all),
    createdByPut(put),
    group.onAll(['PUT'], CREATES).filter(operation => respondsWithId(operation, id))
  ].find(list => list.length > 0)
  if (creates === undefined) return { kind: 'none', name, reason: 'nothing creates' }

  const update = creates[0] === put ? undefined : put
  return { kind: 'collection', collection: { key, name, item, id, creates, read, list, update, ...changesOf(group) } }
}

/** Finds the operations that change or end a resource. */
function changesOf (group: OperationGroup): Pick<Collection, 'patch' | 'delete' | 'cancels'> {
  const patches = [
    ...group.onItem(['PATCH'], UPDATES),
    ...group.onAll(['PATCH'], UPDATES),
    ...group.onItem(['POST'], UPDATES)
  ]
  const deletes = [...group.onItem(['DELETE'], DELETES), ...group.onItem(['POST'], DELETES.slice(1))]
  const cancels = group.onItem(['POST', 'PUT', 'PATCH', 'DELETE'], CANCELS)
  return { patch: patches[0], delete: deletes[0], cancels }
}

/** Returns the schema of one resource, from the operation that reads it or else from the list. */
function itemOf (
  read: Operation | undefined,
  list: Operation | undefined,
  { id, name }: OperationGroup
): SchemaReference | undefined {
  const shown = read && successOf(read)?.schema
  const listed = list && successOf(list)?.schema
  const item = (shown && partWithId(shown, id)) ?? (listed && unwrapList(listed, [name])?.schema)
  return item !== undefined && typeOf(item) === 'object' && listMembers(item).size > 0 ? item : undefined
}

/** Returns the object that a response is about: the part with the id of the path, where it has none itself. */
function partWithId (shown: SchemaReference, id: string | undefined): SchemaReference | undefined {
  const item = unwrapItem(shown)?.schema
  if (item === undefined || id === undefined) return item
  const hasId = (schema: SchemaReference) =>
    [...listMembers(schema).keys()].some(name => plainName(name) === plainName(id))
  if (hasId(item)) return item
  const parts = [...listMembers(item).values()].filter(({ schema }) => typeOf(schema) === 'object' && hasId(schema))
  const [part] = parts
  return part !== undefined && parts.length === 1 ? followSchema(part.schema) : item
}

function showsList (operation: Operation): boolean {
  const { schema } = successOf(operation) ?? {}
  return schema !== undefined && unwrapList(schema, [collectionName(pathParts(operation))]) !== undefined
}

/** Returns a PUT that takes a new id, for a collection that no other operation creates resources in. */
function createdByPut (put: Operation | undefined): Operation[] {
  return put !== undefined && put.body !== undefined && pathParts(put).id !== undefined ? [put] : []
}
