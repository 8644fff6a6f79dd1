import type { FastifyRequest } from 'fastify'
import { routeKey, sentPath } from '../contract/route-url.ts'
import { splitPairs } from '../messages/split-pairs.ts'
import type { RawPairs } from '../messages/split-pairs.ts'
import type { Api, OperationContext } from './api.ts'
import { urlOf } from './world-name-of.ts'

/** Returns the operation that a request is for, among those that are served at its route. */
export type ChooseOperation = (request: FastifyRequest) => OperationContext

/** The operations that are served at one route. */
export type SharedRoute = readonly [OperationContext, ...OperationContext[]]

/** Lists the routes of an API, each with the operations that the router cannot distinguish. */
export function listRoutes (api: Api): SharedRoute[] {
  const groups = Map.groupBy(api.contract.operations, ({ basePath, method, path }) => {
    return routeKey(method, basePath + path)
  })
  const routes: SharedRoute[] = []
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    routes.push([{ api, operation: first }, ...others.map(operation => ({ api, operation }))])
  }
  return routes
}

/**
 * Creates the function that chooses among operations that share a route. Their paths end in members that the query or
 * the headers of a request must have: `/#Action=AddTags`, `/{Bucket}#acl`, `/files?upload`. The operation with the most
 * members that are present is chosen, or else the first.
 */
export function chooseAmong (contexts: SharedRoute): ChooseOperation {
  const [only, ...others] = contexts
  if (others.length === 0) return () => only
  const candidates = contexts.map(toCandidate).sort((a, b) => b.marks.length - a.marks.length)
  return request => {
    const [path = '', query = ''] = urlOf(request).split(/\?(.*)/s, 2)
    const pairs = splitPairs(query)
    const matching = candidates.filter(({ marks }) => marks.every(mark => isPresent(mark, pairs, request.headers)))
    const [first] = matching
    const endsInSlash = path.endsWith('/')
    const exact = matching.find(candidate =>
      candidate.marks.length === first?.marks.length && candidate.endsInSlash === endsInSlash)
    return (exact ?? first)?.context ?? only
  }
}

interface Candidate {
  readonly context: OperationContext
  readonly marks: readonly Mark[]
  readonly endsInSlash: boolean
}

function toCandidate (context: OperationContext): Candidate {
  const { path } = context.operation
  return { context, marks: marksOf(path), endsInSlash: sentPath(path).endsWith('/') }
}

/** A member that the query or the headers of a request must have, with its value unless any will do; both encoded. */
interface Mark {
  readonly name: string
  readonly value: string
}

function marksOf (path: string): Mark[] {
  const pairs = splitPairs(path.slice(sentPath(path).length + 1))
  return [...pairs].map(([name, [value = '']]) => ({ name, value }))
}

function isPresent ({ name, value }: Mark, pairs: RawPairs, headers: FastifyRequest['headers']): boolean {
  const found = pairs.get(name)?.[0] ?? headers[name.toLowerCase()]
  return found !== undefined && (value === '' || found === value)
}
