import type { Operation, Parameter } from '../contract/contract.ts'
import { plainName } from './role-of.ts'
import type { Member } from './member.ts'
import { isNullable, typeOf } from './types-of.ts'
import { expressionFor } from './expression-for.ts'

type Json = Record<string, unknown>

const SIZES = ['limit', 'perpage', 'pagesize', 'size', 'count', 'maxresults', 'max', 'top', 'take', 'pagelimit', 'itemsperpage', 'maxitems', 'first', 'resultsperpage', 'maxpagesize']
const NUMBERS = ['page', 'pagenumber', 'pageno', 'pageindex', 'currentpage', 'pagenum', 'p']
const OFFSETS = ['offset', 'skip', 'start', 'startindex', 'pageoffset', 'from', 'startat']
const CURSORS = ['cursor', 'after', 'startingafter', 'pagetoken', 'nexttoken', 'nextpagetoken', 'continuationtoken', 'continuation', 'marker', 'pagecursor', 'nextcursor', 'pageafter', 'token']

const DEFAULT_SIZE = 20

/** How the answers of a list are cut into pages: `page` of a `find`, and the parameters that say so. */
export interface Paging {
  readonly page: Json | undefined
  readonly parameters: ReadonlySet<string>
  /** What the query gives for the page, where an answer repeats it. */
  readonly number: string | undefined
}

/** Finds how a list is paged by the names of its query parameters: `limit` and `offset`, `page` and `per_page`, `cursor`. */
export function pagingOf ({ parameters }: Operation): Paging {
  const inQuery = parameters.filter(parameter => parameter.in === 'query')
  const named = (names: readonly string[], types: readonly string[]) => names.flatMap(name => inQuery.filter(parameter => plainName(parameter.name) === name && hasType(parameter, types)))[0]
  const size = named(SIZES, ['integer', 'number'])
  const number = named(NUMBERS, ['integer', 'number'])
  const offset = number === undefined ? named(OFFSETS, ['integer', 'number']) : undefined
  const after = number === undefined && offset === undefined ? named(CURSORS, ['string']) : undefined
  const used = [size, number, offset, after].filter(parameter => parameter !== undefined)
  if (used.length === 0) return { page: undefined, parameters: new Set(), number: undefined }

  const bounds = size?.schema?.definition ?? {}
  const usual = typeof bounds.default === 'number' && bounds.default >= 1 ? Math.floor(bounds.default) : undefined
  const max = typeof bounds.maximum === 'number' && bounds.maximum >= 1 ? Math.floor(bounds.maximum) : undefined
  const first = number?.schema?.definition.default ?? number?.schema?.definition.minimum
  return {
    page: {
      ...size && { size: expressionFor('$request.query', size.name) },
      default: usual ?? Math.min(DEFAULT_SIZE, max ?? DEFAULT_SIZE),
      ...max !== undefined && { max },
      ...number && { number: expressionFor('$request.query', number.name), ...first === 0 && { from: 0 } },
      ...offset && { offset: expressionFor('$request.query', offset.name) },
      ...after && { after: expressionFor('$request.query', after.name) }
    },
    parameters: new Set(used.map(({ name }) => name)),
    number: number && expressionFor('$request.query', number.name)
  }
}

/** What a member beside the items of a list says of the page; `undefined` where its name and type tell nothing. */
export function pageMember ({ name, schema }: Member, { number, page }: Paging): unknown {
  const plain = plainName(name)
  const type = typeOf(schema)
  if (type === 'boolean') {
    if (/^(has)?(more|next|nextpage|moreresults|moreitems)$/.test(plain)) return '$page.more'
    return /^has(previous|prev)(page)?$/.test(plain) ? { $choose: '{$page.previous}', of: { '': false }, else: true } : undefined
  }
  const isNumber = type === 'integer' || type === 'number'
  const isCursor = type === 'string' && schema.definition.format === undefined && page?.after !== undefined
  const orNull = (part: string) => isNullable(schema) ? { $first: [part, null] } : part
  if (/^(next|nextpage|nextoffset|nextcursor|nextpagetoken|nexttoken|nextmarker|cursor|continuationtoken)$/.test(plain) && (isNumber || isCursor)) return orNull('$page.next')
  if (/^(prev|previous|prevpage|previouspage|previouscursor|prevcursor)$/.test(plain) && isNumber) return orNull('$page.previous')
  if (!isNumber) return undefined
  if (/^(total|totalcount|totalitems|totalresults|totalelements|totalrecords|totalrows|totalhits|totalentries|totalsize|itemcount|resultcount|recordcount)$/.test(plain)) return '$page.total'
  if (/^(count|numberofelements)$/.test(plain)) return '$page.total'
  if (/^(totalpages|pages|pagecount|lastpage|numpages|numberofpages)$/.test(plain)) return '$page.pages'
  if (/^(limit|perpage|pagesize|size|itemsperpage|maxresults|resultsperpage|top|take)$/.test(plain)) return '$page.size'
  if (/^(offset|skip|start|startindex)$/.test(plain)) return '$page.offset'
  if (/^(page|pagenumber|currentpage|number|pageindex|pageno)$/.test(plain)) return number === undefined ? 1 : { $first: [number, page?.from ?? 1] }
  return undefined
}

function hasType ({ schema }: Parameter, types: readonly string[]): boolean {
  const type = schema && typeOf(schema)
  return type !== undefined && types.includes(type)
}
