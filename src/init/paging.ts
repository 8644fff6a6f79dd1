import type { Operation, Parameter } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { expressionFor } from './expression-for.ts'
import type { Member } from './member.ts'
import { plainName } from './role-of.ts'
import { isNullable, typeOf } from './types-of.ts'

const SIZES = [
  'limit', 'perpage', 'pagesize', 'size', 'count', 'maxresults', 'max', 'top', 'take', 'pagelimit',
  'itemsperpage', 'maxitems', 'first', 'resultsperpage', 'maxpagesize'
]
const NUMBERS = ['page', 'pagenumber', 'pageno', 'pageindex', 'currentpage', 'pagenum', 'p']
const OFFSETS = ['offset', 'skip', 'start', 'startindex', 'pageoffset', 'from', 'startat']
const CURSORS = [
  'cursor', 'after', 'startingafter', 'pagetoken', 'nexttoken', 'nextpagetoken', 'continuationtoken', 'continuation',
  'marker', 'pagecursor', 'nextcursor', 'pageafter', 'token'
]

const NUMERIC = ['integer', 'number']

const DEFAULT_SIZE = 20

/** The paging of a list. */
export interface Paging {
  /** The `page` of its `find`. */
  readonly page: JsonObject | undefined
  /** The names of the query parameters for it. */
  readonly parameters: ReadonlySet<string>
  /** The expression for the page number in the query, for responses that repeat it. */
  readonly number: string | undefined
}

/**
 * Finds how a list is paged by the names of its query parameters: `limit` and `offset`, `page` and
 * `per_page`, `cursor`.
 */
export function pagingOf ({ parameters }: Operation): Paging {
  const inQuery = parameters.filter(parameter => parameter.in === 'query')
  const size = findParameter(inQuery, SIZES, NUMERIC)
  const number = findParameter(inQuery, NUMBERS, NUMERIC)
  const offset = number === undefined ? findParameter(inQuery, OFFSETS, NUMERIC) : undefined
  const after = number === undefined && offset === undefined ? findParameter(inQuery, CURSORS, ['string']) : undefined
  const used = [size, number, offset, after].filter(parameter => parameter !== undefined)
  if (used.length === 0) return { page: undefined, parameters: new Set(), number: undefined }

  const bounds = size?.schema?.definition ?? {}
  const max = atLeastOne(bounds.maximum)
  const first = number?.schema?.definition.default ?? number?.schema?.definition.minimum
  return {
    page: {
      ...size && { size: expressionFor('$request.query', size.name) },
      default: atLeastOne(bounds.default) ?? Math.min(DEFAULT_SIZE, max ?? DEFAULT_SIZE),
      ...max !== undefined && { max },
      ...number && { number: expressionFor('$request.query', number.name), ...first === 0 && { from: 0 } },
      ...offset && { offset: expressionFor('$request.query', offset.name) },
      ...after && { after: expressionFor('$request.query', after.name) }
    },
    parameters: new Set(used.map(({ name }) => name)),
    number: number && expressionFor('$request.query', number.name)
  }
}

function findParameter (
  parameters: readonly Parameter[],
  names: readonly string[],
  types: readonly string[]
): Parameter | undefined {
  for (const wanted of names) {
    const found = parameters.find(({ name, schema }) => {
      const type = schema && typeOf(schema)
      return plainName(name) === wanted && type !== undefined && types.includes(type)
    })
    if (found !== undefined) return found
  }
  return undefined
}

function atLeastOne (value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : undefined
}

const HAS_MORE = /^(has)?(more|next|nextpage|moreresults|moreitems)$/
const HAS_PREVIOUS = /^has(previous|prev)(page)?$/
const NEXT = /^(next|nextpage|nextoffset|nextcursor|nextpagetoken|nexttoken|nextmarker|cursor|continuationtoken)$/
const PREVIOUS = /^(prev|previous|prevpage|previouspage|previouscursor|prevcursor)$/
const NUMBER = /^(page|pagenumber|currentpage|number|pageindex|pageno)$/

/** Matches numbers beside the items of a list. */
const COUNTS: ReadonlyArray<readonly [names: RegExp, expression: string]> = [
  [/^total(count|items|results|elements|records|rows|hits|entries|size)?$/, '$page.total'],
  [/^(itemcount|resultcount|recordcount|count|numberofelements)$/, '$page.total'],
  [/^(totalpages|pages|pagecount|lastpage|numpages|numberofpages)$/, '$page.pages'],
  [/^(limit|perpage|pagesize|size|itemsperpage|maxresults|resultsperpage|top|take)$/, '$page.size'],
  [/^(offset|skip|start|startindex)$/, '$page.offset']
]

/**
 * Returns the template of a member beside a list's items; `undefined` when its name and type
 * suggest nothing of the page.
 */
export function pageMember ({ name, schema }: Member, { number, page }: Paging): unknown {
  const plain = plainName(name)
  const type = typeOf(schema)
  if (type === 'boolean') {
    if (HAS_MORE.test(plain)) return '$page.more'
    return HAS_PREVIOUS.test(plain) ? { $choose: '{$page.previous}', of: { '': false }, else: true } : undefined
  }
  const isNumber = type === 'integer' || type === 'number'
  const isCursor = type === 'string' && schema.definition.format === undefined && page?.after !== undefined
  const orNull = (expression: string) => isNullable(schema) ? { $first: [expression, null] } : expression
  if (NEXT.test(plain) && (isNumber || isCursor)) return orNull('$page.next')
  if (!isNumber) return undefined
  if (PREVIOUS.test(plain)) return orNull('$page.previous')
  if (NUMBER.test(plain)) return number === undefined ? 1 : { $first: [number, page?.from ?? 1] }
  return COUNTS.find(([names]) => names.test(plain))?.[1]
}
