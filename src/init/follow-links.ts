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
  const links = [...inHeaders, ...listLinks(body)]
  const query = request.url.split('?')[1]
  for (const link of new Set(links)) {
    const path = link.replace(ORIGIN, '')
    const url = query === undefined ? path : `${path}?${query}`
    const { status } = await world.send({ method: 'GET', url, headers: request.headers })
    const reached = await world.lastOperation()
    if (reached !== operation.id || status >= 400) return `its link ${link} does not lead to ${operation.id}: ${status}`
  }
  return undefined
}

function listLinks (value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return ORIGIN.test(value) ? [value] : []
  if (depth > MAX_DEPTH) return []
  const parts = Array.isArray(value) ? value : Object.values(isObject(value) ? value : {})
  return parts.flatMap(part => listLinks(part, depth + 1))
}
