import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { ResourceType } from '../simulation/scope.ts'
import { readTemplate } from './read-template.ts'
import type { SightedFile } from './read-template.ts'
import { apiOf, isAccepted } from './recording.ts'
import type { CheckContext, VerifiedApi, VerifyExchange } from './recording.ts'
import { jsonOf } from './response-violations.ts'

/** A resource as a response shows it. */
export interface Sighting {
  readonly type: ResourceType
  /** The id as clients see it; the URL of the request where the response has none. */
  readonly id: string
  readonly status: string | undefined
  readonly progress: number | undefined
  readonly files: readonly SightedFile[]
}

const known = new WeakMap<VerifyExchange, readonly Sighting[]>()

/** Lists the resources in a response, as the reply of the simulation has them; the same list each time. */
export function sightingsIn (exchange: VerifyExchange, context: CheckContext): readonly Sighting[] {
  let sightings = known.get(exchange)
  if (sightings === undefined) {
    const { operation } = exchange.request
    sightings = operation !== undefined && isAccepted(exchange) ? readSightings(operation, exchange, context) : []
    known.set(exchange, sightings)
  }
  return sightings
}

/** Lists the ids of the resources in the response of an exchange. */
export function idsOf (exchange: VerifyExchange, context: CheckContext): string[] {
  return sightingsIn(exchange, context).map(({ id }) => id)
}

function readSightings (operation: Operation, exchange: VerifyExchange, context: CheckContext): Sighting[] {
  const api = apiOf(operation, context)
  const declared = declarationOf(operation)
  if (api === undefined || declared === undefined) return []
  const type = typeOf(declared, api)
  const body = bodyTemplate(declared.reply, api)
  if (type === undefined || body === undefined) return []
  const resource = resourceDeclaration(api.contract.document, type)
  const found = readTemplate(body, jsonOf(exchange), { type, resource })
  // One resource without an id is known by the URL that shows it: of its creation too, where that is the same.
  const [ownId = ''] = exchange.request.url.split('?')
  return found.map(sighting => ({ ...sighting, type, id: sighting.id ?? ownId }))
}

/** Returns the `x-standin` of an operation. */
export function declarationOf ({ definition }: Operation): JsonObject | undefined {
  const declared: unknown = Object.entries(definition).find(([name]) => name === 'x-standin')?.[1]
  return isObject(declared) ? declared : undefined
}

/** Returns the type of the resources that an operation creates or finds. */
function typeOf ({ create, find }: JsonObject, { simulation }: VerifiedApi): ResourceType | undefined {
  const step = create ?? find
  return isObject(step) ? simulation.types.get(String(step.type)) : undefined
}

function bodyTemplate (reply: unknown, api: VerifiedApi | undefined): unknown {
  const named = typeof reply === 'string' ? memberOf(rootOf(api?.contract.document), 'replies', reply) : reply
  return isObject(named) ? named.body : undefined
}

function resourceDeclaration (document: object, { id }: ResourceType): JsonObject {
  const declared = memberOf(rootOf(document), 'resources', id.slice(id.indexOf('.') + 1))
  return isObject(declared) ? declared : {}
}

function rootOf (document: object | undefined): unknown {
  return document === undefined || !('x-standin' in document) ? undefined : document['x-standin']
}

function memberOf (value: unknown, ...names: readonly string[]): unknown {
  let found = value
  for (const name of names) found = isObject(found) ? found[name] : undefined
  return found
}
