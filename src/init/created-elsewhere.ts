import type { Operation, SchemaReference } from '../contract/contract.ts'
import { findJob } from './find-job.ts'
import { followSchema, listMembers } from './member.ts'
import { baseKey, pathParts } from './path-parts.ts'
import { plainName } from './role-of.ts'
import { successOf } from './success-of.ts'
import type { Success } from './success-of.ts'
import { typeOf } from './types-of.ts'
import { unwrapItem } from './wrapped.ts'

/** The statuses of a response to a creation, the most usual first. */
export const CREATED = ['201', '202', '200']

/** Words of actions that change or end what is there. */
const CHANGE_WORDS = [
  'cancel', 'abort', 'stop', 'terminate', 'pause', 'resume', 'suspend', 'delete', 'undelete', 'remove', 'update',
  'edit', 'archive', 'unarchive', 'restore', 'enable', 'disable', 'activate', 'deactivate', 'reset', 'rename', 'move'
]

/** Matches the last segments of paths that are one of them, or begin with one: `cancel`, `cancelJob`. */
const CHANGES = new RegExp(`^(${CHANGE_WORDS.join('|')})(?![a-z])`)

/** Matches the last segments of paths that begin something. */
const STARTS =
  /^(start|create|run|submit|begin|launch|queue|enqueue|schedule|trigger|initiate|new|add|generate|request)(?![a-z])/

const LINKS = ['operation-location', 'location']

export interface CreatedResource {
  readonly item: SchemaReference
  /** The path parameter that names one resource. */
  readonly id: string | undefined
  /** The key of its collection. */
  readonly key: string
}

/**
 * Lists the operations under other paths that create a resource: they respond with the schema that can be read here, or
 * with an id under the name of the path parameter here. A 200 that is not the answer to a start counts for jobs only,
 * as it may be that of any action.
 */
export function createdElsewhere (resource: CreatedResource, all: readonly Operation[]): Operation[] {
  const isJob = findJob(listMembers(resource.item), new Map()) !== undefined
  return all.filter(operation => {
    const last = lastSegment(operation)
    const success = operation.method === 'POST' ? successOf(operation, CREATED) : undefined
    if (success === undefined) return false
    if (success.schema === undefined) return isJob && pointsTo(operation, success, resource)
    if (CHANGES.test(last) && (success.status === 200 || isOnItem(operation, resource))) return false
    const isAction = STARTS.test(last)
    const isSure = success.status === 201 || success.status === 202 || isAction
    if (!isSure && !(isJob && success.status === 200)) return false
    if (!isAction && isOnItem(operation, resource)) return false
    if (showsItem(success.schema, resource.item)) return true
    if (success.status !== 202 && !isJob && !isAction) return false
    const isBelow = isAction && operation.path.startsWith(`/${resource.key}/`)
    return respondsWithId(operation, resource.id, isBelow)
  })
}

/** Returns whether an operation responds with an id: under the name of a path parameter, or below it just as `id`. */
export function respondsWithId (operation: Operation, id: string | undefined, isBelow = false): boolean {
  const { schema } = successOf(operation, CREATED) ?? {}
  if (id === undefined || schema === undefined) return false
  const names = [...listMembers(schema).keys()].map(plainName)
  if (isBelow && names.includes('id')) return true
  return plainName(id) !== 'id' && names.includes(plainName(id))
}

/**
 * Returns whether a response without a body points to a job: with 202 and a link, from an action on what is above the
 * jobs (`/models/{id}:analyze` for `/models/{id}/analyses`).
 */
function pointsTo (operation: Operation, { hasBody, response, status }: Success, { key }: CreatedResource): boolean {
  const hasLink = response.headers.some(({ name }) => LINKS.includes(name))
  if (status !== 202 || hasBody || !hasLink) return false
  const { base, id, verb } = pathParts(operation)
  const above = baseKey({ base, id, verb })
  const from = id === undefined ? above : `${above}/{}`
  return (id !== undefined || verb !== undefined) && key.startsWith(`${from}/`) &&
    !key.slice(from.length).includes('{')
}

/** Returns whether a response is a resource, or has one among its members. */
function showsItem (schema: SchemaReference, item: SchemaReference): boolean {
  if (!item.pointer.startsWith('/components/')) return false
  const isItem = (shown: SchemaReference | undefined) => shown !== undefined &&
    followSchema(shown).pointer === item.pointer
  if (isItem(schema) || isItem(unwrapItem(schema)?.schema)) return true
  return [...listMembers(schema).values()].some(member => typeOf(member.schema) === 'object' && isItem(member.schema))
}

/** Returns whether an operation has a resource of the collection in its path. */
function isOnItem (operation: Operation, { id, key }: CreatedResource): boolean {
  const parts = pathParts(operation)
  const base = baseKey(parts)
  // A path such as `/v1/{name}` takes the full name of any resource, with slashes.
  const isBelow = id !== 'name' && base.startsWith(`${key}/{}/`)
  return isBelow || (parts.id !== undefined && base === key)
}

function lastSegment ({ path }: Operation): string {
  const last = path.split('/').at(-1) ?? ''
  return last.split(':').at(-1) ?? last
}
