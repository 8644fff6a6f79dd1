import { plainName, singular } from './name-words.ts'

/** The role of a member that tells of a page of a list. */
export type PageRole =
  | 'total'
  | 'count'
  | 'limit'
  | 'page'
  | 'offset'
  | 'pages'
  | 'hasNext'
  | 'hasPrevious'
  | 'next'
  | 'previous'
  | 'isFirst'
  | 'isLast'

/** The names for each role, in lower case without dashes. Nothing else has these names. */
const CLEAR: ReadonlyArray<readonly [role: PageRole, names: RegExp]> = [
  ['total', /^total(?:count|items?|results?|elements?|records?|hits?|size|rows|entries|objects)$/],
  ['total', /^(?:recordstotal|recordsfiltered|numfound|(?:count|items|results|records)total)$/],
  ['count', /^(?:(?:item|result|record|element|row)s?count|numberof(?:items|elements|results|records)|returnedcount)$/],
  ['limit', /^(?:pagesize|perpage|(?:item|result|row)sperpage|pagelimit|maxresults|maxitems)$/],
  ['page', /^(?:pagenumber|currentpage|pageno|pagenum|pageindex)$/],
  ['offset', /^(?:offset|startindex|startat|pageoffset)$/],
  ['pages', /^(?:totalpages|pagecount|lastpage|pagestotal|numberofpages|numpages|totalpagecount)$/],
  ['hasNext', /^(?:hasmore|hasnext|hasnextpage|hasmoreitems|hasmoreresults|moreavailable|istruncated)$/],
  ['hasPrevious', /^has(?:prev|previous)(?:page)?$/],
  ['next', /^(?:next(?:page(?:token|url|link|ur[il]|cursor|key)?|token|cursor|link|url|ur[il]|href|offset|marker))$/],
  ['next', /^(?:continuationtoken|odatanextlink)$/],
  ['previous', /^prev(?:ious)?(?:page(?:token|url|link)?|token|cursor|link|url|ur[il]|href)$/],
  ['isFirst', /^is(?:first|firstpage)$/],
  ['isLast', /^is(?:last|lastpage)$/]
]

/** Names that have these roles beside others of a page only. */
const UNCLEAR: Readonly<Record<string, PageRole>> = {
  total: 'total',
  hits: 'total',
  limit: 'limit',
  size: 'limit',
  take: 'limit',
  top: 'limit',
  page: 'page',
  number: 'page',
  skip: 'offset',
  start: 'offset',
  from: 'offset',
  pages: 'pages',
  more: 'hasNext',
  truncated: 'hasNext',
  next: 'next',
  prev: 'previous',
  previous: 'previous',
  first: 'isFirst',
  last: 'isLast',
  length: 'count',
  returned: 'count',
  count: 'count'
}

/** The names of lists that are pages of something. */
const LISTS: ReadonlySet<string> = new Set(['data', 'results', 'records', 'entries', 'content', 'rows', 'elements'])

export function isPageList (name: string): boolean {
  return LISTS.has(plainName(name))
}

/** Returns the role of a name that has no other meaning. */
export function clearRole (name: string): PageRole | undefined {
  const plain = plainName(name)
  return CLEAR.find(([, names]) => names.test(plain))?.[0]
}

/** Returns the role of a name on what is known to be a page. */
export function roleOnPage (name: string): PageRole | undefined {
  const plain = plainName(name)
  return clearRole(name) ?? (Object.hasOwn(UNCLEAR, plain) ? UNCLEAR[plain] : undefined)
}

/** Returns whether a name says how many items the list of another name has: `petCount` beside `pets`. */
export function countsList (name: string, list: string): boolean {
  const plain = plainName(name)
  const many = plainName(list)
  return [many, singular(many)].some(of => [`${of}count`, `numberof${of}`, `num${of}`, `${of}size`].includes(plain))
}

/** Returns whether a name says how many items there are of those in a list: `totalPets` beside `pets`. */
export function totalsList (name: string, list: string): boolean {
  const plain = plainName(name)
  const many = plainName(list)
  return [`total${many}`, `${many}total`, `total${singular(many)}count`].includes(plain)
}
