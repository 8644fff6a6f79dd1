import { createPathReader } from '../contract/route-url.ts'
import { TemplateTooLarge } from '../errors.ts'
import type { ApiRequest } from '../messages/message.ts'
import type { RawRequest } from '../messages/request-parts.ts'
import { decodePercent } from '../messages/split-pairs.ts'
import { respondByStub } from '../responses/from-stubs.ts'
import type { SourceResponse, SourceScope } from '../responses/response-source.ts'
import { routeOperation } from '../scenarios/route-operation.ts'
import type { Stub } from '../scenarios/stub.ts'
import { valueAt } from '../scenarios/stub-key.ts'
import type { RowFiles } from '../simulation/rows.ts'
import { createScope } from '../simulation/scope.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import { createRequestValidator } from '../validation/request-validator.ts'
import type { Taken } from '../worlds/stub-verbs.ts'
import type { World } from '../worlds/world.ts'
import type { Answer } from './answer.ts'
import { problemOf } from './problem-of.ts'

/** A request for whose path there are stubs outside every document. */
export interface OutsideRequest {
  readonly facts: RequestFacts
  /** Without the query. */
  readonly path: string
  readonly raw: Omit<RawRequest, 'path'>
  readonly world: World
  readonly rowFiles: RowFiles
}

const NO_STATUS = (): undefined => undefined
const NO_LIMITS = new Map<string, never>()

/**
 * Returns the names of the routes of stubs that may match a path; those of `GET` for a `HEAD` that has none. Most
 * worlds have none.
 */
export function findRoutes ({ store }: World, method: string, path: string): readonly string[] {
  const own = store.routesAt(method, path)
  return own.length === 0 && method === 'HEAD' ? store.routesAt('GET', path) : own
}

/**
 * Answers a request by the stub of a route that matches; `undefined` where none does. Nothing is validated: there is
 * no contract.
 */
export function answerOutside (routes: readonly string[], outside: OutsideRequest): Answer | undefined {
  const { rowFiles, world } = outside
  const read = readRequest(outside)
  const requestOf = createRouteReader(read, outside)
  const matches = (stub: Stub): boolean => {
    const request = requestOf(stub)
    return request !== undefined && stub.matches(request, NO_STATUS)
  }
  const taken = world.store.takeStub<Stub>(routes, matches, place => valueAt(read, place))
  const request = taken && requestOf(taken.stub)
  if (taken === undefined || request === undefined) return undefined
  const scope = createScope(request, world, { limits: NO_LIMITS, rowFiles })
  const { delivery = {}, ...response } = respond(taken, scope)
  return { request, at: scope.now, requestViolations: [], response, responseViolations: [], delivery }
}

/** Responds by a stub, or with the problem that its reply takes too much. */
function respond (taken: Taken<Stub>, scope: SourceScope): SourceResponse {
  try {
    return respondByStub(taken, scope)
  } catch (error) {
    if (!(error instanceof TemplateTooLarge)) throw error
    return { ...problemOf(error), stub: taken.stub.id }
  }
}

/** Reads a request, except for the parameters of its path, which each route names itself. */
function readRequest ({ facts, raw }: OutsideRequest): ApiRequest {
  const operation = routeOperation({ method: facts.method, path: '/' })
  const { parts: { body, cookies, headers, query } } = createRequestValidator(operation)({ ...raw, path: {} })
  return { ...facts, operation, path: {}, query, headers, cookies, body }
}

/** Creates a function that returns the request as the route of a stub reads it; `undefined` where it does not match. */
function createRouteReader (
  request: ApiRequest,
  { path, world: { paths } }: OutsideRequest
): (stub: Stub) => ApiRequest | undefined {
  const known = new Map<string, ApiRequest | undefined>()
  return ({ operation: name, routeOperation: operation }) => {
    if (operation === undefined || known.has(name)) return known.get(name)
    const values = createPathReader(operation.path, paths)(path)
    const decoded = values && mapValues(values, decodePercent)
    const read = decoded && { ...request, operation, path: decoded }
    known.set(name, read)
    return read
  }
}

type Values = Readonly<Record<string, string | undefined>>

function mapValues (values: Values, map: (text: string) => string | undefined): Values {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, map(text ?? '')]))
}
