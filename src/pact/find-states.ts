import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { Operation } from '../contract/contract.ts'
import { bodyValue } from '../messages/raw-body.ts'
import { positionOf } from '../simulation/position.ts'
import type { ResourceType, ResourceTypes } from '../simulation/scope.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Resource } from '../worlds/resource.ts'
import { idParameter } from './provider-state.ts'
import type { ProviderState } from './provider-state.ts'

/** The most resources that a state may need beside those that an exchange names. */
const MOST = 20

/** The resources of a world as its journal is read from its start, and which of them an exchange needs. */
export class StateFinder {
  readonly #types: ResourceTypes
  readonly #resources: readonly Resource[]
  /** The resources that earlier exchanges named, or that no request created. */
  readonly #seen = new Set<Resource>()

  constructor (resources: readonly Resource[], types: ResourceTypes) {
    this.#types = types
    this.#resources = resources
  }

  /** Lists the states before an exchange, the likelier first. Each exchange must be given, in their order. */
  list (exchange: Exchange, operation: Operation): Array<readonly ProviderState[]> {
    const request = requestIds(exchange)
    const responseBody = bodyValue(exchange.responseBody)
    const types = typesIn(operation, this.#types)
    const ofApi = this.#resources.filter(({ type }) => {
      return types.size === 0 ? type.startsWith(`${operation.api}.`) : types.has(type)
    })
    const named = ofApi.filter(({ id }) => request.has(id))
    const shown = ofApi.filter(resource => this.#isShown(resource, responseBody))
    const before = ofApi.filter(resource => resource.created < exchange.at || this.#seen.has(resource))
    const needed = ofApi.filter(resource => {
      return named.includes(resource) || (shown.includes(resource) && before.includes(resource))
    })
    for (const resource of [...named, ...shown]) this.#seen.add(resource)
    const states = [this.#statesOf(needed, exchange)]
    if (needed.length === 0 && exchange.status === 404) states.unshift(absentStates(exchange, operation, this.#types))
    if (before.length > needed.length && before.length <= MOST) states.push(this.#statesOf(before, exchange))
    return states
  }

  #isShown (resource: Resource, body: unknown): boolean {
    const type = this.#types.get(resource.type)
    if (type === undefined) return false
    if (isObject(body) && findShown(body, type, resource) !== undefined) return true
    if (Array.isArray(body) && body.some(item => findShown(item, type, resource) !== undefined)) return true
    return textsOf(body).some(text => names(text, resource))
  }

  #statesOf (resources: readonly Resource[], exchange: Exchange): ProviderState[] {
    const counts = new Map<string, number>()
    const states: ProviderState[] = []
    for (const resource of resources) {
      const type = this.#types.get(resource.type)
      if (type === undefined) continue
      const number = (counts.get(type.id) ?? 0) + 1
      counts.set(type.id, number)
      const status = statusAt(resource, type, exchange)
      const { hidden, id, members } = resource
      const params: JsonObject = { [idParameter(type.id, number)]: id, ...members }
      if (Object.keys(hidden).length > 0) params.hidden = hidden
      states.push({ name: status === undefined ? `${type.id} exists` : `${type.id} is ${status}`, params })
    }
    return states
  }
}

/** Returns the status of a resource at an exchange: the one that the response shows, or else that by the clock. */
function statusAt (resource: Resource, type: ResourceType, { at, method, responseBody }: Exchange): string | undefined {
  const { statusMember } = type
  const shown = method === 'GET' && statusMember !== undefined
    ? findShown(bodyValue(responseBody), type, resource)?.[statusMember]
    : undefined
  if (typeof shown === 'string' && type.statuses.has(shown)) return shown
  return positionOf(resource, type, at).status
}

/** Returns the object in a body that shows a resource. */
function findShown (body: unknown, type: ResourceType, resource: Resource): JsonObject | undefined {
  if (Array.isArray(body)) {
    for (const item of body) {
      const found = findShown(item, type, resource)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isObject(body) || type.idMember === undefined) return undefined
  if (body[type.idMember] !== undefined && String(body[type.idMember]) === resource.id) return body
  return findShown(Object.values(body), type, resource)
}

/** The values of a request that may be ids: those of its path, and of members and parameters with such a name. */
function requestIds ({ requestBody, requestPath, requestQuery }: Exchange): Set<string> {
  const ids = new Set(Object.values(requestPath).map(String))
  const add = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach(item => add(item, name))
    else if (isObject(value)) Object.entries(value).forEach(([name, member]) => add(member, name))
    else if (/ids?$/i.test(name)) ids.add(String(value))
  }
  add(requestQuery, '')
  add(bodyValue(requestBody), '')
  return ids
}

function textsOf (value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.values(value).flatMap(textsOf) : []
}

/** Returns whether a text names a resource: by an id that is no mere number, or by its type and id. */
function names (text: string, { id, type }: Resource): boolean {
  if (!/^\d+$/.test(id)) return id.length > 5 && text.includes(id)
  const name = type.slice(type.lastIndexOf('.') + 1)
  return new RegExp(`\\b${name}\\W{1,3}${id}\\b`, 'i').test(text)
}

/** Returns the simulation that a document declares of an operation. */
function declaredOf ({ definition }: Operation): JsonObject {
  const declared: unknown = Object.entries(definition).find(([name]) => name === 'x-standin')?.[1]
  return isObject(declared) ? declared : {}
}

/** Returns the types of resources that the simulation of an operation names. */
function typesIn (operation: Operation, types: ResourceTypes): Set<string> {
  const names = textsOf(declaredOf(operation)).map(text => `${operation.api}.${text}`)
  return new Set(names.filter(name => types.has(name)))
}

/** Returns the state in which what a path names is not there. */
function absentStates (exchange: Exchange, operation: Operation, types: ResourceTypes): ProviderState[] {
  const [id, ...others] = Object.values(exchange.requestPath)
  const { find } = declaredOf(operation)
  const name = isObject(find) ? `${operation.api}.${String(find.type)}` : ''
  if (id === undefined || others.length > 0 || !types.has(name)) return []
  return [{ name: `${name} does not exist`, params: { [idParameter(name)]: String(id) } }]
}
