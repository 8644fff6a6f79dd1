import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { define, ownMember } from '../documents/own-member.ts'
import type { ApiRequest } from '../messages/message.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listEnveloped } from './list-enveloped.ts'
import type { Inner } from './list-enveloped.ts'
import { roleOnPage } from './page-role.ts'
import { nameWords, plainName } from './name-words.ts'

/** Lists the edits that give a successful response what its request has given: ids of the path, members of the body. */
export function listEchoEdits (value: unknown, { draw: { reply }, fixed }: Arrangement): Edit[] {
  if (reply === undefined || reply.status >= 300) return []
  const { request } = reply
  const edits = [...bodyEdits(value, request), ...pathEdits(value, request)]
  for (const { values } of edits) {
    for (const given of values) fix(given, fixed)
  }
  return edits
}

function fix (given: unknown, fixed: Set<unknown>): void {
  fixed.add(given)
  if (typeof given !== 'object' || given === null) return
  for (const part of Object.values(given)) fix(part, fixed)
}

/** How many items of a list get what the request gives. */
const MOST_ITEMS = 100

function pathEdits (value: unknown, { operation, path }: ApiRequest): Edit[] {
  const holders = listEnveloped(value)
  const last = /\{([^{}]+)\}\/?$/.exec(operation.path)?.[1]
  const edits: Edit[] = []
  for (const [name, given] of Object.entries(path)) {
    for (const holder of [...holders, ...listItems(value, holders)]) {
      edits.push(...namedEdits(holder, name, given))
    }
    if (name === last) edits.push(...idEdits(holders, name, given))
  }
  return edits
}

/**
 * Lists, for each parameter of the query, the edits that make the items of lists ones that it asks for, where it has
 * the name of one of their members: `status=open`. Several values are given to the items in turn.
 */
export function listQueryEdits (value: unknown, { draw: { reply }, fixed }: Arrangement): Edit[][] {
  if (reply === undefined || reply.status >= 300) return []
  const holders = listEnveloped(value)
  const items = listItems(value, holders)
  const groups: Edit[][] = []
  for (const [name, given] of listFilters(reply.request)) {
    const choices: readonly unknown[] = Array.isArray(given) ? given : [given]
    if (choices.length === 0) continue
    const edits = [...items.length > 0 ? items : holders].flatMap((holder, index) => {
      return namedEdits(holder, name, choices[index % choices.length])
    })
    for (const { values } of edits) {
      for (const part of values) fix(part, fixed)
    }
    if (edits.length > 0) groups.push(edits)
  }
  return groups
}

/** Lists the parameters of a query that may be filters, also those within a deep object, such as `filter[status]`. */
function listFilters ({ query }: ApiRequest): Array<[name: string, given: unknown]> {
  const filters: Array<[name: string, given: unknown]> = []
  for (const [name, given] of Object.entries(query)) {
    if (isObject(given)) filters.push(...Object.entries(given))
    else filters.push([name, given])
  }
  return filters.filter(([name, given]) => roleOnPage(name) === undefined && isPlain(given))
}

function isPlain (given: unknown): boolean {
  return Array.isArray(given) ? given.every(isPlain) : typeof given !== 'object' && given !== undefined
}

/** Lists the items of the lists in a response: each belongs to what the path names. */
function listItems (value: unknown, holders: readonly Inner[]): Inner[] {
  const lists = Array.isArray(value) ? [{ path: [] as readonly string[], list: value as unknown[] }] : []
  for (const { object, path } of holders) {
    for (const [name, member] of Object.entries(object)) {
      if (Array.isArray(member)) lists.push({ path: [...path, name], list: member })
    }
  }
  const items: Inner[] = []
  for (const { list, path } of lists) {
    for (const [index, object] of list.slice(0, MOST_ITEMS).entries()) {
      if (isObject(object)) items.push({ path: [...path, String(index)], object })
    }
  }
  return items
}

function namedEdits ({ object, path }: Inner, name: string, given: unknown): Edit[] {
  const member = memberNamed(object, name)
  if (member === undefined || (typeof object[member] === 'object' && object[member] !== null)) return []
  return [{ path: [...path, member], values: readings(given) }]
}

/** Lists the edits of the id of what the path ends with: `petId` is the `id` of the pet. */
function idEdits (holders: readonly Inner[], name: string, given: unknown): Edit[] {
  const kind = nameWords(name).at(-1) ?? ''
  if (!ID_WORDS.has(kind)) return []
  const edits: Edit[] = []
  for (const { object, path } of holders) {
    const member = memberNamed(object, kind) ?? memberNamed(object, 'id')
    const isTaken = memberNamed(object, name) !== undefined
    if (member === undefined || isTaken || typeof object[member] === 'object') continue
    edits.push({ path: [...path, member], values: readings(given) })
  }
  return edits
}

const ID_WORDS: ReadonlySet<string> = new Set(['id', 'uuid', 'guid', 'key', 'slug', 'code', 'sku', 'number', 'uid'])

/** Returns the values that a parameter may be as a member of a body, which may have another type. */
function readings (given: unknown): unknown[] {
  const values = [given]
  if (typeof given === 'number') values.push(String(given))
  if (typeof given === 'string' && /^-?\d{1,15}$/.test(given)) values.push(Number(given))
  return values
}

function memberNamed (object: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name
  const plain = plainName(name)
  return Object.keys(object).find(member => plainName(member) === plain)
}

/** How many members or items of a body are compared with those of the response. */
const MOST_PARTS = 200

/** Lists the edits by the body, and by what is within its envelope. */
function bodyEdits (value: unknown, { body, method }: ApiRequest): Edit[] {
  if (!isObject(body) || !CHANGING.has(method.toUpperCase())) return []
  const holders = listEnveloped(value)
  const edits: Edit[] = []
  for (const { object: given } of listEnveloped(body)) {
    for (const { object, path } of holders) {
      for (const [name, part] of Object.entries(given).slice(0, MOST_PARTS)) {
        const member = memberNamed(object, name)
        if (member === undefined || isEnvelope(holders, [...path, member])) continue
        edits.push({ path: [...path, member], values: merged(object[member], part) })
      }
    }
  }
  return edits
}

const CHANGING: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH'])

function isEnvelope (holders: readonly Inner[], path: readonly string[]): boolean {
  return holders.some(holder => holder.path.join('\n') === path.join('\n'))
}

/** Returns what a member may be: as it was given, or filled with what was generated beside it. */
function merged (made: unknown, given: unknown): unknown[] {
  if (typeof given === 'object' && given !== null && Object.keys(given).length > MOST_PARTS) return [given]
  if (isObject(made) && isObject(given)) return [mergedObject(made, given), given]
  if (!Array.isArray(made) || !Array.isArray(given)) return [given]
  const [first] = made as unknown[]
  return isObject(first) ? [given.map(item => merged(first, item)[0]), given] : [given]
}

function mergedObject (made: JsonObject, given: JsonObject): JsonObject {
  const result = { ...made }
  for (const [name, part] of Object.entries(given)) {
    const member = memberNamed(made, name) ?? name
    const own = ownMember(made, member)
    define(result, member, own === undefined ? part : merged(own, part)[0])
  }
  return result
}
