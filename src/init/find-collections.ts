import type { Contract, Operation, SchemaReference } from '../contract/contract.ts'
import { cancelledElsewhere } from './cancelled-elsewhere.ts'
import { createdElsewhere, respondsWithId } from './created-elsewhere.ts'
import { followSchema, listMembers } from './member.ts'
import { listDownloads } from './list-downloads.ts'
import { OperationGroup } from './operation-group.ts'
import type { Verbs } from './operation-group.ts'
import { baseKey, collectionName, pathParts } from './path-parts.ts'
import { plainName } from './role-of.ts'
import { successOf } from './success-of.ts'
import { typeOf } from './types-of.ts'
import { unwrapItem, unwrapList } from './wrapped.ts'
import type { Collection, Finding } from './collection.ts'

const CREATES: Verbs = [undefined, 'create', 'add', 'new', 'start', 'run', 'submit']
const READS: Verbs = [undefined, 'list', 'all', 'get']
const STATUS_READS: Verbs = ['status', 'state', 'progress']
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

function findCollection (group: OperationGroup, all: readonly Operation[]): Finding | undefined {
  const { key, name } = group
  const [byPath, ...views] = [...group.onItem(['GET'], READS).slice(0, 1), ...group.onItem(['GET'], STATUS_READS)]
  const [list] = group.onAll(['GET'], LISTS).filter(showsList)
  const byQuery = byPath === undefined && list === undefined ? readByQuery(group) : undefined
  const read = byPath ?? byQuery?.operation
  const id = byQuery?.id ?? group.id
  if (read === undefined && list === undefined) {
    const isCreated = group.onAll(['POST'], [undefined]).length > 0
    return isCreated && id !== undefined ? { kind: 'none', name, reason: 'nothing shows' } : undefined
  }
  const own = group.onAll(['POST'], CREATES)
  const item = itemOf(read, list, { id, name })
  if (item === undefined) return own.length > 0 ? { kind: 'none', name, reason: 'no object' } : undefined
  const [put] = [...group.onItem(['PUT'], UPDATES), ...group.onAll(['PUT'], UPDATES)]
  const creates = [
    own,
    createdElsewhere({ item, id, key }, all),
    createdByPut(put),
    group.onAll(['PUT'], CREATES).filter(operation => respondsWithId(operation, id))
  ].find(list => list.length > 0)
  if (creates === undefined && byQuery !== undefined) return undefined
  if (creates === undefined && !isSeedable(item, list, key)) return { kind: 'none', name, reason: 'nothing creates' }

  const changes = changesOf(group)
  return {
    kind: 'collection',
    collection: {
      ...changes,
      key,
      name,
      item,
      id,
      creates: creates ?? [],
      read,
      views,
      list,
      update: creates?.[0] === put ? undefined : put,
      cancels: byQuery === undefined ? changes.cancels : cancelledElsewhere(byQuery.id, all),
      downloads: listDownloads({ id, key }, all)
    }
  }
}

/** Matches plain names of parameters that name a resource. */
const ID_PARAMETER = /.(id|uuid|token|handle)$/

/** Finds the operation that reads one by a parameter of the query: `/getExport?exportId=…`. */
function readByQuery (group: OperationGroup): { readonly operation: Operation, readonly id: string } | undefined {
  for (const operation of group.onAll(['GET'], READS)) {
    const ids = operation.parameters.filter(({ in: place, name, required }) =>
      place === 'query' && required && ID_PARAMETER.test(plainName(name)))
    const [id] = ids
    if (id !== undefined && ids.length === 1) return { operation, id: id.name }
  }
  return undefined
}

/** Returns whether resources that no operation creates can be generated: they have a named schema, and no parents. */
function isSeedable (item: SchemaReference, list: Operation | undefined, key: string): boolean {
  return list !== undefined && !key.includes('{') && /^\/components\/schemas\/[^/]+$/.test(item.pointer)
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
  { id, name }: Pick<OperationGroup, 'id' | 'name'>
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
