import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { ApiRequest } from '../messages/message.ts'
import { define } from '../documents/own-member.ts'
import { shapeOf } from '../schemas/shape.ts'
import { ABSENT } from './edit.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listEnveloped } from './list-enveloped.ts'
import type { Inner } from './list-enveloped.ts'
import { plainName } from './name-words.ts'
import { clearRole, countsList, isPageList, roleOnPage, totalsList } from './page-role.ts'
import type { PageRole } from './page-role.ts'

/** Lists the edits by which totals, counts and page numbers agree with the lists beside them, and with the query. */
export function listCountEdits (value: unknown, { draw: { reply }, fixed }: Arrangement): Edit[] {
  const asked = readAsked(reply?.request)
  if (Array.isArray(value)) return cut({ path: [], list: value }, asked.limit)
  const holders = listEnveloped(value)
  const edits: Edit[] = []
  for (const { object, path } of holders) {
    for (const [name, list] of Object.entries(object)) {
      if (Array.isArray(list)) edits.push(...namedCounts({ object, path }, name, list.length))
    }
  }
  const page = findPage(holders, asked)
  if (page === undefined) return edits
  const usual = readDefaults(reply?.request)
  return [...edits, ...pageEdits(page, { asked, usual, fixed })]
}

/** The page that a request asks for. */
export interface Asked {
  readonly limit: number | undefined
  readonly page: number | undefined
  readonly offset: number | undefined
}

/** Returns the page that the query of a request asks for. */
export function readAsked (request: ApiRequest | undefined): Asked {
  return readNumbers(request?.query ?? {})
}

function readNumbers (query: Readonly<Record<string, unknown>>): Asked {
  const found: Partial<Record<PageRole, number>> = {}
  for (const [name, given] of Object.entries(query)) {
    // A deep object, such as `page[size]`.
    const parts = isObject(given) ? Object.entries(given) : [['', given] as const]
    for (const [part, number] of parts) {
      const role = askedRole(`${name}_${part}`)
      const count = typeof number === 'string' && /^\d{1,9}$/.test(number) ? Number(number) : number
      if (role !== undefined && typeof count === 'number' && Number.isInteger(count) && count >= 0) found[role] = count
    }
  }
  const { limit, offset, page } = found
  return { limit, offset, page }
}

function askedRole (name: string): PageRole | undefined {
  const role = roleOnPage(name)
  return role === 'count' || role === 'isFirst' ? 'limit' : role
}

interface List {
  readonly path: readonly string[]
  readonly list: readonly unknown[]
}

function cut ({ list, path }: List, limit: number | undefined): Edit[] {
  return limit !== undefined && list.length > limit ? [{ path, values: [list.slice(0, limit)] }] : []
}

function namedCounts ({ object, path }: Inner, list: string, length: number): Edit[] {
  const edits: Edit[] = []
  for (const [name, count] of Object.entries(object)) {
    if (!isWhole(count)) continue
    if (countsList(name, list)) edits.push({ path: [...path, name], values: [length] })
    else if (totalsList(name, list) && count < length) edits.push({ path: [...path, name], values: [length] })
  }
  return edits
}

function isWhole (value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}

/** A page of a list, and the objects that have members about it. */
interface Page extends List {
  readonly about: readonly Inner[]
}

const META: ReadonlySet<string> = new Set([
  'meta', 'pagination', 'paging', 'page', 'pageinfo', 'metadata', 'links', 'pager', 'resultinfo', 'cursor', 'cursors',
  'responsemetadata', 'pageable'
])

/** Finds the page in a value: its list, by a usual name or as the only one, and what tells that it is a page. */
function findPage (holders: readonly Inner[], asked: Asked): Page | undefined {
  const holder = holders.find(({ object }) => Object.values(object).some(Array.isArray))
  if (holder === undefined) return undefined
  const lists = Object.entries(holder.object).filter(([, member]) => Array.isArray(member))
  const chosen = lists.find(([name]) => isPageList(name)) ?? lists.find(([, list]) => hasObjects(list)) ?? lists[0]
  if (chosen === undefined) return undefined
  const [name, list] = chosen
  const metas = holders.flatMap(metasOf)
  const about = [...holders, ...metas]
  const isAsked = Object.values(asked).some(number => number !== undefined)
  const isPage = isAsked || metas.length > 0 || isPageList(name) || holders.some(({ object }) => isAboutPage(object))
  // A cast: only lists are chosen.
  return isPage ? { path: [...holder.path, name], list: list as unknown[], about } : undefined
}

function hasObjects (list: unknown): boolean {
  return Array.isArray(list) && list.some(isObject)
}

function metasOf ({ object, path }: Inner): Inner[] {
  const metas: Inner[] = []
  for (const [name, inner] of Object.entries(object)) {
    if (META.has(plainName(name)) && isObject(inner)) metas.push({ path: [...path, name], object: inner })
  }
  return metas
}

/** Returns whether a member says that an object is a page, or two may say so. */
function isAboutPage (object: JsonObject): boolean {
  const names = Object.keys(object)
  return names.some(name => clearRole(name) !== undefined) || names.filter(name => roleOnPage(name)).length > 1
}

/** Returns the page of a request that asks for none: that of the defaults of its parameters. */
function readDefaults (request: ApiRequest | undefined): Asked {
  const query: Record<string, unknown> = {}
  for (const { in: place, name, schema } of request?.operation.parameters ?? []) {
    const [value] = place === 'query' ? shapeOf(schema).said('default') : []
    if (value !== undefined) define(query, name, value)
  }
  return readNumbers(query)
}

interface PageContext {
  readonly asked: Asked
  /** The page of a request that asks for none. */
  readonly usual: Asked
  readonly fixed: ReadonlySet<unknown>
}

function pageEdits ({ about, list, path }: Page, { asked, fixed, usual }: PageContext): Edit[] {
  const edits = cut({ path, list }, asked.limit)
  const count = Math.min(list.length, asked.limit ?? Infinity)
  const members = about.flatMap(membersOf)
  const stated = (role: PageRole): number | undefined => {
    const found = members.find(member => member.role === role && fixed.has(member.value))?.value
    return isWhole(found) ? found : undefined
  }
  const limit = asked.limit ?? Math.max(count, stated('limit') ?? usual.limit ?? 20)
  const firstPage = usual.page === 0 ? 0 : 1
  const page = asked.page ?? Math.floor((asked.offset ?? 0) / Math.max(1, limit)) + firstPage
  const offset = asked.offset ?? Math.max(0, page - firstPage) * limit
  const total = Math.max(offset + count, stated('total') ?? 0)
  const facts = { count, limit, page, offset, total, isAsked: asked.page !== undefined }
  for (const { path, role, value } of members) {
    const values = valuesFor(role, value, facts)
    if (values !== undefined && values[0] !== value) edits.push({ path, values })
  }
  return edits
}

interface PageMember {
  readonly path: readonly string[]
  readonly role: PageRole
  readonly value: unknown
}

function membersOf ({ object, path }: Inner): PageMember[] {
  const members: PageMember[] = []
  for (const [name, value] of Object.entries(object)) {
    const role = roleOnPage(name)
    if (role !== undefined) members.push({ path: [...path, name], role, value })
  }
  return members
}

interface PageFacts {
  readonly count: number
  readonly limit: number
  readonly page: number
  readonly offset: number
  readonly total: number
  readonly isAsked: boolean
}

/** Returns what a member about a page may be; `undefined` where it stays. */
function valuesFor (role: PageRole, value: unknown, facts: PageFacts): unknown[] | undefined {
  const { count, isAsked, limit, offset, page, total } = facts
  const hasNext = offset + count < total
  if (typeof value === 'boolean') {
    const truth = { hasNext, hasPrevious: offset > 0, isFirst: offset === 0, isLast: !hasNext }
    return role in truth ? [truth[role as keyof typeof truth]] : undefined
  }
  if (role === 'next') return hasNext || isPart(value) ? undefined : [ABSENT, null, '']
  if (role === 'previous') return offset > 0 || isPart(value) ? undefined : [ABSENT, null, '']
  if (!isWhole(value)) return undefined
  const numbers: Partial<Record<PageRole, number[]>> = {
    total: [total],
    count: [count],
    limit: [limit],
    page: isAsked ? [page] : [page, 0],
    offset: [offset],
    pages: [Math.ceil(total / Math.max(1, limit)), 1]
  }
  return numbers[role]
}

/** Returns whether a value has parts: what follows in some other sense. */
function isPart (value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
