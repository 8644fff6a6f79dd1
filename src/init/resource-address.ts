import type { Operation } from '../contract/contract.ts'
import { baseKey, parentParameters, pathParts } from './path-parts.ts'
import type { Collection } from './collection.ts'

/** The parameter of an operation that names one resource. */
export interface IdParameter {
  readonly in: 'path' | 'query'
  readonly name: string
}

/** The parameters by which an operation addresses a resource or a collection. */
export interface ResourceAddress {
  /** The path parameters of the collections above, in order: `userId` of `/users/{userId}/orders/{id}`. */
  readonly parents: readonly string[]
  /** The parameter for the id; `undefined` for an operation on the collection as a whole. */
  readonly id: IdParameter | undefined
}

type AddressedCollection = Pick<Collection, 'id' | 'key'>

/**
 * Returns the parameters by which an operation addresses a resource: in its path (`/exports/{id}`), in the middle of it
 * (`/exports/{id}/file`), or in the query (`/getExport?exportId=…`).
 */
export function resourceAddress (operation: Operation, { id, key }: AddressedCollection): ResourceAddress {
  const parts = pathParts(operation)
  const parents = parentParameters(parts)
  if (parts.id !== undefined) return { parents, id: { in: 'path', name: parts.id } }
  const length = key.split('/').length
  const above = { ...parts, base: parts.base.slice(0, length) }
  const [own, ...below] = parentParameters({ ...parts, base: parts.base.slice(length) })
  if (own !== undefined && below.length === 0 && baseKey(above) === key) {
    return { parents: parentParameters(above), id: { in: 'path', name: own } }
  }
  const inQuery = operation.parameters.some(({ in: place, name, required }) =>
    place === 'query' && required && name === id)
  return { parents, id: inQuery && id !== undefined ? { in: 'query', name: id } : undefined }
}
