import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JourneyRequest } from '../journeys/target.ts'
import { isAccepted } from './recording.ts'
import type { CheckContext, Recording, VerifyExchange } from './recording.ts'
import { declarationOf, sightingsIn } from './sightings.ts'
import { splitUrl } from './split-url.ts'

/** Something that a verification created in a service. */
export interface CreatedThing {
  /** The id of the operation that created it. */
  readonly operation: string
  /** Its id, or its URL. */
  readonly id: string
  /** The request that deletes it; `undefined` where the contract has none. */
  readonly deletion: JourneyRequest | undefined
}

/** Lists what the requests of a recording created, and did not delete. */
export function listCreated ({ exchanges }: Recording, context: CheckContext): CreatedThing[] {
  const created = new Map<string, CreatedThing>()
  const deleted = new Set<string>()
  for (const exchange of exchanges) {
    const { method, operation, url } = exchange.request
    if (operation === undefined || !isAccepted(exchange)) continue
    if (method === 'DELETE') deleted.add(url)
    if (!createsIn(operation, exchange, context)) continue
    const location = [exchange.response.headers.location].flat()[0]
    const id = sightingsIn(exchange, context)[0]?.id ?? location
    if (id === undefined) continue
    const deletion = deletionOf(operation, { id, location, exchange, context })
    created.set(`${operation.id} ${id}`, { operation: operation.id, id, deletion })
  }
  return [...created.values()].filter(({ deletion }) => deletion === undefined || !deleted.has(deletion.url))
}

function createsIn (operation: Operation, { response: { status } }: VerifyExchange, { apis }: CheckContext): boolean {
  const simulation = apis.get(operation.api)?.simulation.operations.get(operation.id)
  return simulation?.creates !== undefined || (operation.method === 'POST' && status === 201)
}

interface Known {
  readonly id: string
  readonly location: string | undefined
  readonly exchange: VerifyExchange
  readonly context: CheckContext
}

function deletionOf (creation: Operation, { context, exchange, id, location }: Known): JourneyRequest | undefined {
  const api = context.apis.get(creation.api)
  const type = api?.simulation.operations.get(creation.id)?.creates?.id
  for (const operation of api?.contract.operations ?? []) {
    if (operation.method !== 'DELETE') continue
    const located = location === undefined ? undefined : pathIn(location, operation)
    if (located !== undefined) return toRequest(operation, located)
    const find = declarationOf(operation)?.find
    if (type === undefined || !isObject(find) || `${creation.api}.${String(find.type)}` !== type) continue
    return toRequest(operation, fillPath(operation, id, exchange))
  }
  return undefined
}

/** Returns the path below that of the server that a Location names, where it is one of an operation. */
function pathIn (location: string, operation: Operation): string | undefined {
  const path = URL.parse(location, 'http://service')?.pathname ?? ''
  const own = path.startsWith(`${operation.basePath}/`) ? path.slice(operation.basePath.length) : path
  const { path: texts } = splitUrl(operation, own)
  const isItsOwn = Object.values(texts).length > 0 && Object.values(texts).every(text => text !== '')
  return isItsOwn ? own : undefined
}

/** Fills a path in: its last parameter is the id, the others are those of the creation. */
function fillPath ({ path }: Operation, id: string, { request: { values } }: VerifyExchange): string {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  return path.replace(/\{([^}]*)\}/g, (_whole, name: string) => {
    const value = name === names.at(-1) ? id : values.path[name] ?? id
    return encodeURIComponent(String(value))
  })
}

function toRequest (operation: Operation, url: string): JourneyRequest {
  const { path } = splitUrl(operation, url)
  const values = { path, query: {}, body: undefined }
  return { operation, method: 'DELETE', url, headers: {}, body: undefined, values }
}
