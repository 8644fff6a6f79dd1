import type { FastifyRequest } from 'fastify'
import { routeKey, sentPath } from '../contract/route-url.ts'
import { splitPairs } from '../messages/split-pairs.ts'
import type { RawPairs } from '../messages/split-pairs.ts'
import type { Api, OperationContext } from './api.ts'
import { urlOf } from './world-name-of.ts'

/** Tells which operation a request is for, of those that are served at its route. */
export type ChooseOperation = (request: FastifyRequest) => OperationContext

/** The operations that are served at one route. */
export type SharedRoute = readonly [OperationContext, ...OperationContext[]]

/** Lists the operations of an API, those together that the router could not tell apart. */
export function listRoutes (api: Api): SharedRoute[] {
  const routes = Map.groupBy(api.contract.operations, ({ method, path }) => routeKey(method, path))
  return [...routes.values()].flatMap(([first, ...others]) => first === undefined ? [] : [[{ api, operation: first }, ...others.map(operation => ({ api, operation }))]])
}

/**
 * Chooses among operations that share a route by what their paths end in: of `/#Action=AddTags`, `/{Bucket}#acl` and `/files?upload`, the
 * query or the headers of a request must have the members. It is for the one of which most holds, or else the first.
 */
export function chooseAmong (contexts: SharedRoute): ChooseOperation {
  const [only, ...others] = contexts
  if (others.length === 0) return () => only
  const candidates = contexts.map(context => ({ context, marks: marksOf(context), endsInSlash: sentPath(context.operation.path).endsWith('/') }))
    .sort((a, b) => b.marks.length - a.marks.length)
  return request => {
    const [path = '', query = ''] = urlOf(request).split(/\?(.*)/s, 2)
    const pairs = splitPairs(query)
    const holding = candidates.filter(({ marks }) => marks.every(mark => holds(mark, pairs, request.headers)))
    const chosen = holding.find(({ endsInSlash, marks }) => marks.length === holding[0]?.marks.length && endsInSlash === path.endsWith('/')) ?? holding[0]
    return chosen?.context ?? only
  }
}

/** A member that the query or the headers of a request must have, and its value where that matters; both as they are encoded. */
interface Mark {
  readonly name: string
  readonly value: string
}

function marksOf ({ operation: { path } }: OperationContext): Mark[] {
  return [...splitPairs(path.slice(sentPath(path).length + 1))].map(([name, [value = '']]) => ({ name, value }))
}

function holds ({ name, value }: Mark, pairs: RawPairs, headers: FastifyRequest['headers']): boolean {
  const found = pairs.get(name)?.[0] ?? headers[name.toLowerCase()]
  return found !== undefined && (value === '' || found === value)
}
