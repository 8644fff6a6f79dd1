import { UnknownResource, UnknownResourceType } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import type { AdminOptions } from './admin-options.ts'
import type { ResourceType } from '../simulation/scope.ts'

/** Returns a resource type by its name. Throws `UnknownResourceType`. */
export function findResourceType (name: string, types: AdminOptions['types']): ResourceType {
  const type = types.get(name)
  if (type === undefined) throw new UnknownResourceType(name, hint(name, [...types.keys()]))
  return type
}

const ASSUMED =
  ', but operations assume that it exists: put it to seed it, or delete it to make it missing'

/** Returns a resource by its type and id. Throws `UnknownResourceType` or `UnknownResource`. */
export function findResource (
  of: { readonly type: string, readonly id: string },
  types: AdminOptions['types'],
  { store }: World
): { readonly type: ResourceType, readonly resource: Resource } {
  const type = findResourceType(of.type, types)
  const resource = store.get(type.id, of.id)
  if (typeof resource === 'object') return { type, resource }
  const isAssumed = resource === undefined && (type.assumed(of.id) || type.assumed(Number(of.id)))
  throw new UnknownResource(type.id, of.id, isAssumed ? ASSUMED : '')
}
