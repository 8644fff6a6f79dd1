import { computed, signal } from '@preact/signals'
import { exchanges } from './exchange-feed.ts'
import type { Exchange } from './exchange-feed.ts'

/** The exchanges to show; an empty text stands for all. */
export interface ExchangeFilter {
  /** Words that an exchange has somewhere: in its URL, a header or a body. */
  readonly text: string
  readonly operation: string
  /** `404`, or `4` for all from 400 to 499; `pending` for those without a status. */
  readonly status: string
  readonly source: string
  /** `yes`, `no`, `request` or `response`. */
  readonly violations: string
}

export const NO_FILTER: ExchangeFilter = { text: '', operation: '', status: '', source: '', violations: '' }

/** Stands for the requests that matched no operation. */
export const NO_OPERATION = '(none)'

export const filter = signal(NO_FILTER)

/** The exchanges that the filter leaves, newest first. */
export const shownExchanges = computed(() => {
  const matches = createMatch(filter.value)
  return exchanges.value.filter(matches).reverse()
})

/** Creates the function that tells whether a filter leaves an exchange. */
export function createMatch (filter: ExchangeFilter): (exchange: Exchange) => boolean {
  const words = filter.text.toLowerCase().split(/\s+/).filter(word => word !== '')
  return exchange => {
    const { operation, request, response, source } = exchange
    if (filter.operation !== '' && filter.operation !== (operation ?? NO_OPERATION)) return false
    if (filter.source !== '' && filter.source !== source) return false
    if (!matchesStatus(filter.status, response.status)) return false
    const broken = { request: request.violations.length > 0, response: response.violations.length > 0 }
    if (!matchesViolations(filter.violations, broken)) return false
    if (words.length === 0) return true
    const text = textOf(exchange)
    return words.every(word => text.includes(word))
  }
}

function matchesStatus (wanted: string, status: number | null): boolean {
  if (wanted === 'pending') return status === null
  return String(status ?? '').startsWith(wanted)
}

interface Broken {
  readonly request: boolean
  readonly response: boolean
}

function matchesViolations (wanted: string, broken: Broken): boolean {
  switch (wanted) {
    case 'yes': return broken.request || broken.response
    case 'no': return !broken.request && !broken.response
    case 'request': return broken.request
    case 'response': return broken.response
    default: return true
  }
}

const texts = new WeakMap<Exchange, string>()

function textOf (exchange: Exchange): string {
  let text = texts.get(exchange)
  if (text === undefined) {
    text = JSON.stringify(exchange).toLowerCase()
    texts.set(exchange, text)
  }
  return text
}
