import { randomUUID } from 'node:crypto'
import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isIdempotencyKey } from '../init/idempotent-by.ts'
import type { JourneyRequest } from '../journeys/target.ts'
import { isJson } from '../messages/media-type.ts'
import { isAccepted } from './recording.ts'
import type { VerifiedApi, VerifyExchange } from './recording.ts'

/** A request of the checks' own: one that was accepted, with one thing changed. */
export interface Probe {
  readonly request: JourneyRequest
  /** Whether it goes without credentials. */
  readonly isAnonymous: boolean
}

/** Lists the probes for each operation that has accepted a request. */
export function listProbes (exchanges: readonly VerifyExchange[], apis: ReadonlyMap<string, VerifiedApi>): Probe[] {
  const accepted = new Map<Operation, JourneyRequest>()
  for (const exchange of exchanges) {
    const { operation, method } = exchange.request
    const isOwn = operation !== undefined && operation.method === method && method !== 'DELETE'
    if (!isOwn || !isAccepted(exchange) || accepted.has(operation)) continue
    accepted.set(operation, withFreshKey(exchange.request))
  }
  return [...accepted].flatMap(([operation, request]) => [
    ...operation.security.length > 0 ? [{ request: anonymous(operation, request), isAnonymous: true }] : [],
    ...withoutHeaders(operation, request).map(toProbe),
    ...withInvalidBodies(operation, request).map(toProbe),
    ...byOtherMethod(operation, request, apis.get(operation.api)?.contract.operations ?? []).map(toProbe)
  ])
}

function toProbe (request: JourneyRequest): Probe {
  return { request, isAnonymous: false }
}

/** Returns a request with a new idempotency key: with the one that was sent, it would get that response again. */
function withFreshKey (request: JourneyRequest): JourneyRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => {
    return [name, isIdempotencyKey(name) ? randomUUID() : value] as const
  })
  return { ...request, headers: Object.fromEntries(headers) }
}

/** Returns a request without the credentials that it has itself. */
function anonymous ({ credentials }: Operation, request: JourneyRequest): JourneyRequest {
  const headers = Object.entries(request.headers).filter(([name]) => !credentials.headers.has(name))
  const [path = '', query = ''] = request.url.split('?')
  const pairs = query.split('&').filter(pair => !credentials.query.has(decodeURIComponent(pair.split('=')[0] ?? '')))
  const url = query === '' || pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
  return { ...request, url, headers: Object.fromEntries(headers.filter(([name]) => name !== 'cookie')) }
}

function withoutHeaders ({ parameters }: Operation, request: JourneyRequest): JourneyRequest[] {
  const names = parameters
    .filter(parameter => parameter.in === 'header' && parameter.required)
    .map(({ name }) => name.toLowerCase())
    .filter(name => name in request.headers)
  return names.map(name => {
    const others = Object.entries(request.headers).filter(([other]) => other !== name)
    return { ...request, headers: Object.fromEntries(others) }
  })
}

/** Lists requests whose body lacks a member that is required, has one of another type, or is no JSON. */
function withInvalidBodies ({ body }: Operation, request: JourneyRequest): JourneyRequest[] {
  const { body: sent } = request.values
  const isWritten = body !== undefined && body.content.some(({ name }) => isJson(name))
  if (!isWritten || !isObject(sent) || request.body === undefined) return []
  const withBody = (value: Readonly<Record<string, unknown>>): JourneyRequest =>
    ({ ...request, body: JSON.stringify(value), values: { ...request.values, body: value } })
  const variants: JourneyRequest[] = []
  for (const name of Object.keys(sent)) {
    const others = Object.entries(sent).filter(([other]) => other !== name)
    variants.push(withBody(Object.fromEntries(others)), withBody({ ...sent, [name]: { unexpected: true } }))
  }
  return [...variants, { ...request, body: '{"unfinished":', values: { ...request.values, body: undefined } }]
}

/** The methods that are tried where a path does not have them; one that may delete is not. */
const METHODS = ['GET', 'PATCH', 'PUT']

function byOtherMethod (
  { path }: Operation,
  request: JourneyRequest,
  operations: readonly Operation[]
): JourneyRequest[] {
  const taken = operations.filter(operation => operation.path === path).map(({ method }) => method)
  const [method] = METHODS.filter(method => !taken.includes(method))
  if (method === undefined) return []
  const bodiless = { headers: {}, body: undefined, values: { ...request.values, body: undefined } }
  return [{ ...request, method, ...method === 'GET' && bodiless }]
}
