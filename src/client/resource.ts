import type { Answer, Resource, ResourceTypeState } from './answer.ts'
import type { ApiTypes, Lifecycle, ResourceStatus, ResourceTypeId } from './api-types.ts'
import type { Connection } from './connection.ts'
import { queryText } from './query-text.ts'

/** The most that one page holds. */
const PAGE = 1_000

/** What a resource is seeded with. */
export interface Seed<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
  /** What clients see of it, beside its id, its status and what its type declares. */
  readonly members?: Readonly<Record<string, unknown>>
  /** What is kept of it and never shown. */
  readonly hidden?: Readonly<Record<string, unknown>>
  /** The first of its lifecycle where it is left out. */
  readonly status?: ResourceStatus<Api, Type>
  readonly lifecycle?: Lifecycle<Api, Type>
}

/** One resource of a world. */
export interface WorldResource<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
  get (): Promise<Resource>
  /** Seeds it, in the place of any with its id. */
  put (seed?: Seed<Api, Type>): Promise<Resource>
  /** Makes it missing, even if its type takes such ids to exist. */
  delete (): Promise<void>
  /** Forces it into a status. */
  status (status: ResourceStatus<Api, Type>): Promise<Resource>
}

/** Reaches one resource of the world that a connection leads to. */
export function createResource<Api extends ApiTypes, Type extends ResourceTypeId<Api>> ({ call }: Connection, type: Type, id: string | number): WorldResource<Api, Type> {
  const path = `${pathOf(type)}/${encodeURIComponent(id)}`
  return {
    get: () => call('GET', path),
    put: (seed = {}) => call('PUT', path, seed),
    delete: () => call('DELETE', path),
    status: status => call('PUT', `${path}/status`, { status })
  }
}

/** Lists the types of resources. */
export async function listResourceTypes ({ call }: Connection): Promise<ResourceTypeState[]> {
  const { types } = await call<Answer<'listResourceTypes'>>('GET', '/resources')
  return types
}

/** Lists all resources of a type, page by page. */
export async function listResources ({ call }: Connection, type: string): Promise<Resource[]> {
  const all: Resource[] = []
  for (let after: number | null = 0; after !== null;) {
    const { next, resources }: Answer<'listResources'> = await call('GET', pathOf(type) + queryText({ limit: PAGE, after }))
    all.push(...resources)
    after = next
  }
  return all
}

function pathOf (type: string): string {
  return `/resources/${encodeURIComponent(type)}`
}
