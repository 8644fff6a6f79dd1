import { exactJson } from '../exact-json.ts'
import type { Resource } from '../worlds/resource.ts'
import { compileEach } from './declaration.ts'
import type { Declaration } from './declaration.ts'
import { vocabularyOf } from './language.ts'
import type { OperationLanguage } from './language.ts'
import type { Order } from './order.ts'
import type { Evaluate, ResourceType, Scope } from './scope.ts'
import { compileOptional } from './template.ts'
import type { Page } from './page-parts.ts'
import { PAGE } from '../vocabulary/step-words.ts'

/** Returns the page that a request asks for, of all resources that were found, in their order. */
export type TakePage = (found: readonly Resource[], order: Order, scope: Scope) => TakenPage

/** A page and the resources on it. */
interface TakenPage {
  readonly resources: readonly Resource[]
  readonly page: Page
}

const DEFAULT_SIZE = 20

/** Compiles `page`: how large a page is, and how the request names it. */
export function compilePage (
  declaration: Declaration | undefined,
  type: ResourceType,
  language: OperationLanguage
): TakePage {
  if (declaration === undefined) return takeAll
  const { after, default: usual, from, max, number, offset, size } = declaration.membersOf(PAGE)
  const ways = [number, offset, after].filter(way => way !== undefined)
  if (ways.length > 1) ways[1]?.refuse('a page is named by only one of "number", "offset" and "after"')
  if (number === undefined) from?.refuse('has no effect without "number", whose first value it is')
  const template = (part: Declaration | undefined): Evaluate => compileOptional(part, vocabularyOf(language))
  const { first, place, sizeOf } = compileEach({
    sizeOf: () => compileSize(template(size), usual?.integer(1) ?? DEFAULT_SIZE, max?.integer(1) ?? Infinity),
    first: () => from?.integer(0) ?? 1,
    place: () => template(ways[0])
  })
  if (after !== undefined) return takeAfter(sizeOf, place, type)
  return (found, _order, scope) => {
    const size = sizeOf(scope)
    const asked = toInteger(place(scope))
    const start = number === undefined ? Math.max(0, asked ?? 0) : Math.max(0, (asked ?? first) - first) * size
    const toName = (offset: number) =>
      number === undefined ? offset : Math.floor(offset / Math.max(1, size)) + first
    return cut(found, { start, size }, ways.length === 0 ? () => undefined : toName)
  }
}

function takeAll (found: readonly Resource[]): TakenPage {
  return cut(found, { start: 0, size: found.length }, () => undefined)
}

/**
 * Returns the function for pages by cursor: a page begins after the place of a resource, which may be deleted
 * by now.
 */
function takeAfter (sizeOf: (scope: Scope) => number, cursor: Evaluate, type: ResourceType): TakePage {
  return (found, order, scope) => {
    const size = sizeOf(scope)
    const after = cursor(scope)
    const isFirst = after === undefined || after === null || after === ''
    const place = isFirst ? undefined : parseCursor(String(after), order, type, scope)
    const start = isFirst ? 0 : countUpTo(place, found, order)
    return cut(found, { start, size }, offset => {
      const last = found[offset - 1]
      return formatCursor(last === undefined ? [] : order.placeOf(last))
    })
  }
}

/** Returns how many resources come up to a place; all where the place is not known. */
function countUpTo (place: readonly unknown[] | undefined, found: readonly Resource[], order: Order): number {
  if (place === undefined) return found.length
  if (place.length === 0) return 0
  const next = found.findIndex(resource => order.compare(order.placeOf(resource), place) > 0)
  return next === -1 ? found.length : next
}

function cut (
  found: readonly Resource[],
  { size, start }: { start: number, size: number },
  toName: (offset: number) => number | string | undefined
): TakenPage {
  const total = found.length
  const end = start + size
  const more = end < total
  return {
    resources: start === 0 && !more ? found : found.slice(start, end),
    page: {
      total,
      size,
      more,
      offset: start,
      pages: Math.ceil(total / Math.max(1, size)),
      next: more && size > 0 ? toName(end) : undefined,
      previous: start > 0 && size > 0 ? toName(Math.max(0, Math.min(start, total) - size)) : undefined
    }
  }
}

function compileSize (size: Evaluate, usual: number, max: number): (scope: Scope) => number {
  return scope => Math.min(max, Math.max(0, toInteger(size(scope)) ?? usual))
}

function toInteger (value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return Number.isSafeInteger(number) ? Number(number) : undefined
}

function formatCursor (place: readonly unknown[]): string {
  return Buffer.from(exactJson.stringify(place)).toString('base64url')
}

/**
 * Parses a cursor to a place: that of a resource by its id, or one of an earlier response; `undefined` where it
 * is neither.
 */
function parseCursor (
  text: string,
  order: Order,
  type: ResourceType,
  { world }: Scope
): readonly unknown[] | undefined {
  const resource = world.store.get(type.id, text)
  if (typeof resource === 'object') return order.placeOf(resource)
  try {
    const place: unknown = exactJson.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(place) ? place : undefined
  } catch {
    return undefined
  }
}
