import { formatInstant } from '../worlds/clock.ts'
import type { DeliveryAttempt } from '../worlds/delivery.ts'

/** Converts an attempt to send a callback for the admin API. */
export function showAttempt ({ at, error, status }: DeliveryAttempt): object {
  return { at: formatInstant(at), status: status ?? null, error: error ?? null }
}
