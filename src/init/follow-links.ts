import { isObject } from '../documents/is-object.ts'
import type { Operation } from '../contract/contract.ts'
import type { SampleRequest } from './sample-request.ts'
import type { TrialResponse } from './trial-server.ts'
import type { TrialWorld } from './trial-world.ts'

/** The origin of a trial server's links. */
const ORIGIN = /^https?:\/\/localhost(?::\d+)?(?=\/)/

/** Limits how deep a body is searched for links. */
const MAX_DEPTH = 10

export interface LinkTarget {
  /** The operation that the links have to lead to. */
  readonly operation: Operation
  /** A request for it, of which the links take over the credentials and the query. */
  readonly request: SampleRequest
}

/**
 * Follows the links of a response to the server itself: those of its headers and of the body. Returns why one of them
 * does not lead to the operation that shows the resource; `undefined` when all of them do.
 */
export async function followLinks (
  { body, headers }: TrialResponse,
  { operation, request }: LinkTarget,
  world: TrialWorld
): Promise<string | undefined> {
  const inHeaders = [headers.location, headers['operation-location']].filter(link => typeof link === 'string')
  const links = [...inHeaders, ...listLinks(body)].filter(link => !FILES.test(link))
  for (const link of new Set(links)) {
    const url = withQuery(link.replace(ORIGIN, ''), request.url)
    const { status } = await world.send({ method: 'GET', url, headers: request.headers })
    const reached = await world.lastOperation()
    if (reached !== operation.id || status >= 400) return `its link ${link} does not lead to ${operation.id}: ${status}`
  }
  return undefined
}

/** Adds to a link the parameters of a request that it does not have itself. */
function withQuery (link: string, url: string): string {
  const [path = '', own = ''] = link.split('?')
  const nameOf = (pair: string) => pair.split('=')[0]
  const pairs = own.split('&').filter(pair => pair !== '')
  const known = new Set(pairs.map(nameOf))
  const more = (url.split('?')[1] ?? '').split('&').filter(pair => pair !== '' && !known.has(nameOf(pair)))
  const all = [...pairs, ...more]
  return all.length === 0 ? path : `${path}?${all.join('&')}`
}

/** Matches the URLs of files. */
const FILES = /\/__files\//

/**
 * Follows the URLs of files in a response. Returns why one of them does not lead to a file; `undefined` when all of
 * them do.
 */
export async function followFiles (
  { body, headers: { location } }: TrialResponse,
  world: TrialWorld
): Promise<string | undefined> {
  const links = [...listLinks(body), ...listLinks(location)].filter(link => FILES.test(link))
  for (const link of new Set(links)) {
    const { status } = await world.send({ method: 'GET', url: link.replace(ORIGIN, '') })
    if (status !== 200) return `its URL ${link} does not lead to a file: ${status}`
  }
  return undefined
}

function listLinks (value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return ORIGIN.test(value) ? [value] : []
  if (depth > MAX_DEPTH) return []
  const parts = Array.isArray(value) ? value : Object.values(isObject(value) ? value : {})
  return parts.flatMap(part => listLinks(part, depth + 1))
}
