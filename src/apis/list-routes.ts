import type { FastifyRequest } from 'fastify'
import { pathPattern, routeKey, sentPath } from '../contract/route-url.ts'
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
    return routeKey(method, basePath + path, api.worlds.paths)
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
 * members that are present is chosen, or else the first. Among paths that differ only in case, it is the one that is
 * written as the request has it.
 */
export function chooseAmong (contexts: SharedRoute, prefix = ''): ChooseOperation {
  const [only, ...others] = contexts
  if (others.length === 0) return () => only
  const candidates = contexts.map(context => toCandidate(context, prefix))
  candidates.sort((a, b) => b.marks.length - a.marks.length)
  return request => {
    const [path = '', query = ''] = urlOf(request).split(/\?(.*)/s, 2)
    const pairs = splitPairs(query)
    const matching = candidates.filter(({ marks }) => marks.every(mark => isPresent(mark, pairs, request.headers)))
    const [first] = matching
    const endsInSlash = path.endsWith('/')
    const equal = matching.filter(({ marks }) => marks.length === first?.marks.length)
    const asWritten = equal.filter(({ pattern }) => pattern.test(path))
    const exact = [...asWritten, ...equal].find(candidate => candidate.endsInSlash === endsInSlash)
    return (exact ?? asWritten[0] ?? first)?.context ?? only
  }
}

interface Candidate {
  readonly context: OperationContext
  readonly marks: readonly Mark[]
  readonly endsInSlash: boolean
  /** Matches the path with its own case. */
  readonly pattern: RegExp
}

function toCandidate (context: OperationContext, prefix: string): Candidate {
  const { path } = context.operation
  const endsInSlash = sentPath(path).endsWith('/')
  return { context, marks: marksOf(path), endsInSlash, pattern: pathPattern(`${prefix}${path}`) }
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
