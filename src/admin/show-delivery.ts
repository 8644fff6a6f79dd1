import { maskUrl, maskValue } from '../journal/mask.ts'
import { formatInstant } from '../worlds/clock.ts'
import { DELIVERY_STATES } from '../worlds/delivery.ts'
import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import { closed, INSTANT, nullable } from '../schemas/closed.ts'

/** A callback as the admin API shows it. */
export function showDelivery ({
  attempts,
  body,
  callback,
  contentType,
  due,
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
    due: due === undefined ? null : formatInstant(due),
    contentType: contentType ?? null,
    body: maskValue(body),
    violations,
    attempts: attempts.map(showAttempt)
  }
}

/** An attempt at a delivery as the admin API shows it. */
export function showAttempt ({ at, error, status }: DeliveryAttempt): object {
  return { at: formatInstant(at), status: status ?? null, error: error ?? null }
}

/** The members of a shown attempt. */
export const ATTEMPT = {
  at: { ...INSTANT, description: 'When it was made, by the clock of the world.' },
  status: nullable({ type: 'integer', description: 'The status that came back.' }),
  error: nullable({ type: 'string', description: 'Why nothing came back.' })
}

/** What may become of a callback. */
export const STATE = {
  type: 'string',
  enum: DELIVERY_STATES,
  description:
    '`waiting` for its status or the next attempt, `failed` after the last attempt, `refused` by the rules for callbacks, `cancelled` as its resource was deleted or replaced, or as there was no room for it.'
}

/** The schema of a callback. */
export const DELIVERY = {
  $id: 'Delivery',
  ...closed(
    'A callback on its way.',
    {
      id: { type: 'string' },
      callback: {
        type: 'string',
        description:
          'Such as `webadmit.runExport/exportFileReady`; of a webhook `tally.reportReady`.'
      },
      resource: nullable({ $ref: 'ResourceName#' }),
      method: { type: 'string' },
      url: { type: 'string', description: 'Where it goes; credentials in its query are masked.' },
      state: STATE,
      due: nullable({
        ...INSTANT,
        description: 'When the next attempt is due, by the clock of the world.'
      }),
      contentType: nullable({ type: 'string' }),
      body: { description: 'What is sent, credentials masked; absent until it has been made.' },
      violations: {
        type: 'array',
        items: { $ref: 'Violation#' },
        description:
          'Where the body breaks what the contract declares of the callback. It is sent all the same.'
      },
      attempts: { type: 'array', items: closed('An attempt.', ATTEMPT) }
    },
    ['body']
  )
}
