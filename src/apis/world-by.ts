import type { FastifyRequest } from 'fastify'
import type { CredentialPlaces } from '../contract/contract.ts'
import { parseCookies } from '../messages/parse-cookies.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { BoundedMap } from '../worlds/bounded-map.ts'
import { createHostWorld } from './host-world.ts'
import { isAdminUrl } from './is-admin-url.ts'
import { keyedWorldName } from './keyed-world-name.ts'
import type { KeyedBodies } from './keyed-bodies.ts'
import type { WorldKey } from './world-key.ts'

/** Returns the name of the world that a key of a request names; `undefined` where the request has none. */
export type WorldBy = (request: FastifyRequest) => string | undefined

export interface WorldByOptions {
  /** The names of the server itself, for worlds by host. */
  readonly serverNames: readonly string[]
  /** Where the requests of all APIs carry credentials. */
  readonly credentials: CredentialPlaces
  /** The bodies of requests, for worlds by a member of them. */
  readonly bodies: KeyedBodies | undefined
}

/** How many names are kept that were made of values: to make one takes longer than to find it. */
const MOST_NAMES = 1_000

/** Creates the function that names the worlds of requests by a key. */
export function createWorldBy (key: WorldKey, options: WorldByOptions): WorldBy {
  const read = createRead(key, options)
  const isHidden = isSecret(key, options.credentials)
  const names: Map<string, string> = new BoundedMap(MOST_NAMES)
  return request => {
    if (key.part !== 'host' && isAdminUrl(request.url)) return undefined
    const value = read(request)
    if (value === undefined || value === '') return undefined
    const known = names.get(value)
    if (known !== undefined) return known
    const name = keyedWorldName(value, isHidden)
    names.set(value, name)
    return name
  }
}

function createRead (key: WorldKey, { bodies, serverNames }: WorldByOptions): WorldBy {
  switch (key.part) {
    case 'header': {
      const { name } = key
      return ({ headers: { [name]: value } }) => Array.isArray(value) ? value.join(', ') : value
    }
    case 'cookie': return ({ headers }) => parseCookies(headers.cookie)[key.name]
    case 'query': return ({ url }) => queryValue(url, key.name)
    case 'body': return request => bodies?.valueOf(request)
    case 'host': {
      const worldOf = createHostWorld(serverNames)
      return request => worldOf(request.server.publicUrl.hostOf(request))
    }
  }
}

function queryValue (url: string, name: string): string | undefined {
  const start = url.indexOf('?')
  return start === -1 ? undefined : new URLSearchParams(url.slice(start)).get(name) ?? undefined
}

/** Tells whether the values of a key are masked wherever they are shown: a name of a world is shown everywhere. */
function isSecret (key: WorldKey, { headers, query }: CredentialPlaces): boolean {
  switch (key.part) {
    case 'host': return false
    case 'cookie': return true
    case 'body': return isCredentialName(key.members.at(-1) ?? '')
    case 'header': return isCredentialName(key.name) || headers.has(key.name)
    case 'query': return isCredentialName(key.name) || query.has(key.name)
  }
}
