import type { Answer, Resource, ResourceTypeState } from './answer.ts'
import type { ApiTypes, Lifecycle, ResourceStatus, ResourceTypeId } from './api-types.ts'
import type { Connection } from './connection.ts'
import { queryText } from './query-text.ts'

/** The maximum size of a page of the admin API. */
const PAGE = 1_000

/** The contents of a resource to seed. */
export interface Seed<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
  /** The members that clients see, beside the id, the status and those that the type declares. */
  readonly members?: Readonly<Record<string, unknown>>
  /** Values that are stored and not shown. */
  readonly hidden?: Readonly<Record<string, unknown>>
  /**
   * The status to begin with.
   * @default the first status of the lifecycle
   */
  readonly status?: ResourceStatus<Api, Type>
  readonly lifecycle?: Lifecycle<Api, Type>
}

/** A resource of a world. */
export interface WorldResource<Api extends ApiTypes, Type extends ResourceTypeId<Api>> {
  /** Returns the resource. Rejects with `StandinClientError` when there is none. */
  get (): Promise<Resource>
  /** Seeds the resource, and replaces one with the same id. */
  put (seed?: Seed<Api, Type>): Promise<Resource>
  /** Makes the resource missing, also when its type assumes that any id exists. */
  delete (): Promise<void>
  /** Sets the status, independently of the clock. */
  status (status: ResourceStatus<Api, Type>): Promise<Resource>
}

/** Creates the access to a resource of a connection's world. */
export function createResource<Api extends ApiTypes, Type extends ResourceTypeId<Api>> (
  { call }: Connection,
  type: Type,
  id: string | number
): WorldResource<Api, Type> {
  const path = `${pathOf(type)}/${encodeURIComponent(id)}`
  return {
    get: () => call('GET', path),
    put: (seed = {}) => call('PUT', path, seed),
    delete: () => call('DELETE', path),
    status: status => call('PUT', `${path}/status`, { status })
  }
}

/** Lists the types of resources, each with the number of its resources. */
export async function listResourceTypes ({ call }: Connection): Promise<ResourceTypeState[]> {
  const { types } = await call<Answer<'listResourceTypes'>>('GET', '/resources')
  return types
}

/** Lists all resources of a type, page by page. */
export async function listResources ({ call }: Connection, type: string): Promise<Resource[]> {
  const all: Resource[] = []
  for (let after: number | null = 0; after !== null;) {
    const query = queryText({ limit: PAGE, after })
    const { next, resources }: Answer<'listResources'> = await call('GET', pathOf(type) + query)
    all.push(...resources)
    after = next
  }
  return all
}

function pathOf (type: string): string {
  return `/resources/${encodeURIComponent(type)}`
}
