import { showAttempt } from '../journal/show-attempt.ts'
import { maskValue } from '../journal/mask-value.ts'
import { formatInstantOrNull } from '../worlds/clock.ts'
import { DELIVERY_STATES } from '../worlds/delivery.ts'
import type { Delivery } from '../worlds/delivery.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'
import { maskUrl } from '../journal/mask-url.ts'
import { maskHeaders } from '../journal/mask-headers.ts'

/** Converts a callback for the admin API. */
export function showDelivery ({
  attempts,
  body,
  callback,
  contentType,
  due,
  headers,
  id,
  method,
  resource,
  state,
  url,
  violations
}: Delivery): object {
  return {
    id,
    callback,
    resource: resource ?? null,
    method,
    url: maskUrl(url),
    state,
    due: formatInstantOrNull(due),
    contentType: contentType ?? null,
    body: maskValue(body),
    violations,
    attempts: attempts.map(showAttempt),
    headers: maskHeaders(headers)
  }
}

/** The schemas of the members of an attempt. */
export const ATTEMPT = {
  at: { ...INSTANT, description: 'When it was made, by the clock of the world.' },
  status: nullable({ type: 'integer', description: 'The status of the response.' }),
  error: nullable({ type: 'string', description: 'Why no response came.' })
}

/** The schema of the state of a callback. */
export const STATE = {
  type: 'string',
  enum: DELIVERY_STATES,
  description:
    '`waiting` for its status or the next attempt, `delivered`, `failed` after the last attempt, ' +
    '`refused` by the rules for callbacks, or `cancelled` with its resource or to make room.'
}

/** The schema of a callback. */
export const DELIVERY = {
  $id: 'Delivery',
  ...closed(
    'A callback with its attempts.',
    {
      id: { type: 'string' },
      callback: {
        type: 'string',
        description:
          'Its name, such as `webadmit.runExport/exportFileReady`, or `tally.reportReady`.'
      },
      resource: nullable({ $ref: 'ResourceName#' }),
      method: { type: 'string' },
      url: { type: 'string', description: 'Its URL; credentials in the query are masked.' },
      state: STATE,
      due: nullable({
        ...INSTANT,
        description: 'When the next attempt is due, by the clock of the world.'
      }),
      contentType: nullable({ type: 'string' }),
      body: { description: 'The body, credentials masked; absent until it is first sent.' },
      violations: {
        type: 'array',
        items: { $ref: 'Violation#' },
        description: 'The violations of the contract by the message, which is sent all the same.'
      },
      attempts: { type: 'array', items: closed('An attempt.', ATTEMPT) },
      headers: {
        type: 'object',
        additionalProperties: { type: ['string', 'array'], items: { type: 'string' } },
        description: 'The headers of the latest attempt, by their names in lower case; credentials are masked.'
      }
    },
    ['body']
  )
}
