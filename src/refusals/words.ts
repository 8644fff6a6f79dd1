import { parseJsonPointer } from '../documents/json-pointer.ts'
import type { Violation } from '../schemas/violation.ts'
import type { RefusalKind } from '../vocabulary/root-words.ts'

/** The kinds of errors: refusals that a document can declare replies for, and limits, which have their own. */
export type ErrorKind = RefusalKind | 'tooManyRequests'

/** The facts of a request that is refused. */
export interface ErrorFacts {
  readonly kind: ErrorKind
  readonly status: number
  /** A permanent code: `STANDIN_INVALID_REQUEST`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly violations: readonly Violation[]
  /** The path and query of the request. */
  readonly url: string
  /** As an RFC 3339 date-time. */
  readonly at: string
}

/** The words for a refusal as a whole, or for one of its violations: what the members of an error form can contain. */
export interface Words {
  readonly kind: ErrorKind
  readonly message: string
  /** Shorter texts in place of the message, the most informative first. */
  readonly shorter: readonly string[]
  readonly title: string
  readonly status: number
  readonly code: string
  readonly url: string
  readonly at: string
  /** The rule that is violated; the code of a refusal without violations. */
  readonly rule: string
  /** The place at which the request is wrong; `undefined` where no single value of it is. */
  readonly place: Place | undefined
  readonly expected: string | undefined
  readonly actual: string | undefined
  /** The words for each violation; empty for a violation itself. */
  readonly items: readonly Words[]
  readonly violations: readonly Violation[]
}

/** The place of a violation in its request. */
export interface Place {
  /** The part of the request: `query`. */
  readonly part: string
  /** The JSON pointer in that part: `/tags/1`. */
  readonly pointer: string
  /** The names and indices of the pointer. */
  readonly names: readonly string[]
}

/** Returns the words for a refused request. */
export function toWords (facts: ErrorFacts): Words {
  const { at, code, detail, kind, status, title, url, violations } = facts
  const items = violations.map(violation => toItem(violation, facts))
  const messages = items.map(({ message }) => message)
  return {
    kind,
    message: detail,
    shorter: [messages.join('; '), ...messages.slice(0, 1), title].filter(text => text !== ''),
    title,
    status,
    code,
    url,
    at,
    rule: code,
    place: items[0]?.place,
    expected: items[0]?.expected,
    actual: items[0]?.actual,
    items,
    violations
  }
}

function toItem (violation: Violation, { at, code, kind, status, title, url }: ErrorFacts): Words {
  const { actual, expected, in: part, message, pointer, rule } = violation
  const place = { part, pointer, names: parseJsonPointer(pointer) ?? [] }
  const common = { kind, title, status, code, url, at }
  return { ...common, message, shorter: [title], rule, place, expected, actual, items: [], violations: [violation] }
}
