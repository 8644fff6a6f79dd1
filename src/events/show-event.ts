import { stateOf } from '../journal/find-exchanges.ts'
import { maskUrl } from '../journal/mask-url.ts'
import { showAttempt } from '../journal/show-attempt.ts'
import type { Position } from '../simulation/position.ts'
import { formatInstant, formatInstantOrNull } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import type { Resource } from '../worlds/resource.ts'

/** Returns a function that makes the data of an event later, when nobody waits for it. */
type ShowLater = () => object

/** Converts an exchange for an event: without headers and bodies, which the journal has under its id. */
export function showExchange (exchange: JournalItem): ShowLater {
  return () => {
    const { at, id, method, realAt } = exchange
    const { example = null, fault = null, operation = null, source = null, stub = null } = exchange
    const isAnswered = exchange.status !== undefined
    return {
      exchange: {
        id,
        at: formatInstant(at),
        realAt: formatInstant(realAt),
        tookMs: isAnswered ? Math.round(exchange.tookMs * 1_000) / 1_000 : null,
        state: stateOf(exchange),
        operation,
        method,
        url: maskUrl(exchange.url, exchange.credentials),
        status: exchange.status ?? null,
        source,
        stub,
        example,
        fault,
        requestViolations: exchange.requestViolations.length,
        responseViolations: isAnswered ? exchange.responseViolations.length : 0
      }
    }
  }
}

/** Converts a move of a resource for an event; one that is gone has no position. */
export function showResource ({ id, number, type }: Resource, from: string | undefined, to?: Position): ShowLater {
  return () => ({
    resource: { type, id },
    number,
    from: from ?? null,
    to: to?.status ?? null,
    until: formatInstantOrNull(to?.until)
  })
}

/** Converts a callback for an event, as it is now. */
export function showCallback ({ attempts, callback, due, id, resource, state, url }: Delivery): ShowLater {
  return () => {
    const latest = attempts.at(-1)
    return {
      callback: {
        id,
        callback,
        resource: resource ?? null,
        url: maskUrl(url),
        state,
        due: formatInstantOrNull(due),
        attempts: attempts.length
      },
      attempt: latest === undefined ? null : showAttempt(latest)
    }
  }
}
