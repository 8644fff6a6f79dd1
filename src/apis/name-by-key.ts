import type { Contract } from '../contract/contract.ts'
import { joinPlaces } from '../contract/credential-places.ts'
import { KeyedBodies } from './keyed-bodies.ts'
import { createWorldBy } from './world-by.ts'
import type { WorldBy } from './world-by.ts'
import { parseWorldKey } from './world-key.ts'

export interface KeyOptions {
  readonly contracts: readonly Contract[]
  readonly allowedHosts: readonly string[]
  readonly publicUrl?: string | undefined
}

/** What names the worlds of requests by a key. */
export interface KeyedWorlds {
  readonly nameWorld: WorldBy
  /** Names those of requests to the admin API, by the host alone: they have no other part of requests to the APIs. */
  readonly nameAdminWorld: WorldBy | undefined
  /** The bodies of requests; `undefined` where they name no worlds. */
  readonly bodies: KeyedBodies | undefined
}

/** Has a key name the worlds of requests; `undefined` for an expression that is none. */
export function nameByKey (expression: string, options: KeyOptions): KeyedWorlds | undefined {
  const { allowedHosts, contracts, publicUrl } = options
  const key = parseWorldKey(expression)
  if (key === undefined) return undefined
  const bodies = key.part === 'body' ? new KeyedBodies(key.members) : undefined
  const operations = contracts.flatMap(contract => contract.operations)
  const credentials = joinPlaces(operations.map(operation => operation.credentials))
  const ownNames = publicUrl === undefined ? [] : [new URL(publicUrl).hostname]
  const serverNames = [...ownNames, ...allowedHosts.filter(name => name !== '*')]
  const nameWorld = createWorldBy(key, { serverNames, credentials, bodies })
  return { nameWorld, nameAdminWorld: key.part === 'host' ? nameWorld : undefined, bodies }
}
