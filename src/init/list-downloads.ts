import type { Operation } from '../contract/contract.ts'
import { fileResponse } from './file-response.ts'
import { resourceAddress } from './resource-address.ts'
import { plainName } from './role-of.ts'
import type { Collection } from './collection.ts'

/** Matches names of parameters that name a resource of any type. */
const ANY_ID = /^(id|uuid|name|key|slug)$/

/**
 * Lists the operations that give a file of a resource: below its path (`/exports/{id}/file`), or elsewhere by its own
 * parameter (`/download?exportId=…`).
 */
export function listDownloads (collection: Pick<Collection, 'id' | 'key'>, all: readonly Operation[]): Operation[] {
  const { id, key } = collection
  return all.filter(operation => {
    if (fileResponse(operation) === undefined) return false
    const path = operation.path.replace(/\{[^{}]*\}/g, '{}').split('/').filter(segment => segment !== '').join('/')
    if (path.startsWith(`${key}/{}/`)) {
      const { id: own, parents } = resourceAddress(operation, collection)
      return own?.in === 'path' && !parents.includes(own.name) && !path.slice(key.length + 3).includes('{')
    }
    const isOwn = id !== undefined && !ANY_ID.test(plainName(id)) && path !== `${key}/{}`
    return isOwn && resourceAddress(operation, collection).id?.name === id
  })
}
