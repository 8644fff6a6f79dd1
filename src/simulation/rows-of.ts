import type { Resource } from '../worlds/resource.ts'
import type { NewResource, ResourceType, Scope } from './scope.ts'

/** Returns the resources that are the rows of a new resource's files; `undefined` where its files have other rows. */
export function rowsOf (resource: NewResource, type: ResourceType, scope: Scope): readonly Resource[] | undefined {
  const rows = type.files?.rows
  return rows?.kind === 'made' ? rows.choose?.(resource, type, scope) : undefined
}
