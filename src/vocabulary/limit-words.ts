import { described, listOf, place } from './place.ts'
import { DURATION, FLAG, REPLY, TEMPLATE, TEXT, integerFrom } from './values.ts'

/** The headers that tell clients what is left of limits: those of the IETF's draft, or the usual ones. */
export const LIMIT_HEADERS = ['RateLimit', 'X-RateLimit'] as const

export type LimitHeaders = (typeof LIMIT_HEADERS)[number]

const HEADER_KIND = { enum: LIMIT_HEADERS }

const WORDS = {
  by: described('The key: a template with parts of the request.', TEMPLATE),
  max: described('How many requests are allowed in a window.', integerFrom(0)),
  per: described('The length of a window, which begins with its first request.', DURATION),
  burst: described('A token bucket instead of a window: it holds so many requests, and `max` are added evenly ' +
    'within `per`.', integerFrom(1)),
  enabled: described('With false, the limit is off until a test turns it on.', FLAG),
  headers: {
    description: 'The headers that tell clients what is left.',
    anyOf: [HEADER_KIND, listOf(HEADER_KIND)]
  },
  else: described('The reply to requests that exceed the limit; where it is left out, an error 429 as the operation ' +
    'documents its errors.', REPLY)
}

const DESCRIPTION = 'A limit of requests.'

/** The words of a limit in an operation. */
export const OWN_LIMIT = place(DESCRIPTION, WORDS, ['by', 'max', 'per'])

/** The words of a limit at the root of a document. */
export const LIMIT = place(
  DESCRIPTION,
  {
    ...WORDS,
    operations: described('The operations whose requests it counts, by operationId; all where it is left out.',
      listOf(TEXT))
  },
  ['by', 'max', 'per']
)
