import type { Operation } from '../contract/contract.ts'
import { expressionFor } from './expression-for.ts'
import { resourceAddress } from './resource-address.ts'
import type { ResourceModel } from './resource-model.ts'

/**
 * Returns the template of a resource's URL; `undefined` when no operation reads it. The server's URL has the path that
 * the API is served under.
 */
export function selfLink (model: ResourceModel): string | undefined {
  const { read } = model.collection
  return read && linkTo(read, model)
}

/** Returns the template of the URL of an operation on a resource; `undefined` when it does not name the resource. */
export function linkTo (operation: Operation, { collection, parents }: ResourceModel): string | undefined {
  const { id } = resourceAddress(operation, collection)
  if (id === undefined) return undefined
  let index = 0
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_match, name: string) => {
    if (name === id.name) return '{$id}'
    const parent = parents[index++]
    return parent === undefined ? '' : `{${expressionFor(parent.isHidden ? '$hidden' : '$resource', parent.member)}}`
  })
  return `{$server.url}${path}${id.in === 'query' ? `?${encodeURIComponent(id.name)}={$id}` : ''}`
}
