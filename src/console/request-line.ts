import { shorten } from '../schemas/shorten.ts'
import { formatLocalTime } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { paintStatus } from './paint.ts'
import type { Paint } from './paint.ts'
import { maskUrl } from '../journal/mask-url.ts'

/** The longest URL that a line shows, in characters. */
const LONGEST_URL = 200

/** The facts that a line tells of a request beside its exchange. */
export interface RequestLineContext {
  /** The name of the world. */
  readonly world: string
  /** Why the request was refused or is unmatched; `undefined` where it was not. */
  readonly why: string | undefined
  readonly paint: Paint
}

/**
 * Returns the line that tells of a request: time, world, method, URL, operation, status, source and milliseconds, and
 * why it was refused: `12:03:04.512 default POST /orders shop.addOrder 400 refusal 2 ms: body /id must be a uuid`.
 */
export function requestLine (exchange: Exchange, { paint, why, world }: RequestLineContext): string {
  const { method, operation, realAt, source, status, tookMs } = exchange
  const fields = [
    paint('dim', formatLocalTime(realAt + tookMs)),
    paint('magenta', world),
    paint('bold', method),
    shorten(oneLine(maskUrl(exchange.url, exchange.credentials)), LONGEST_URL),
    operation === undefined ? paint('yellow', 'no-operation') : paint('cyan', operation),
    paintStatus(status, paint),
    sourceText(exchange, source),
    paint('dim', `${milliseconds(tookMs)} ms`)
  ]
  return why === undefined ? fields.join(' ') : `${fields.join(' ')}: ${oneLine(why)}`
}

/** Returns the source of a response with the name of the stub or the example that it was. */
function sourceText ({ example, fault, stub }: Exchange, source: string): string {
  const name = stub ?? example
  const named = name === undefined ? source : `${source}(${oneLine(name)})`
  return fault === undefined ? named : `${named} fault(${fault})`
}

/** Rounds a duration to what a reader needs of it: 0.4, 2, 1250. */
export function milliseconds (ms: number): number {
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)
}

/** Escapes what would break a line or move the cursor of a terminal. */
function oneLine (text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
