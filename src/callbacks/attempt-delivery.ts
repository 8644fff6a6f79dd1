import type { Delivery, DeliveryAttempt } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'
import { spanIdOf } from './delivery-message.ts'
import { send } from './send.ts'
import type { Receipt, ReceiverTrust } from './send.ts'
import type { Subscription } from './subscription.ts'

/** Which receivers callbacks may be sent to. */
export interface ReceiverRules {
  /** The hosts (`name` or `name:port`) that may be called; any host by default. */
  readonly allowedHosts: readonly string[] | undefined
  /** The receivers with TLS that are trusted; those with a certificate of a known authority by default. */
  readonly trust?: ReceiverTrust
}

/** The header of a callback that may have been received before, as the process that sent it ended meanwhile. */
const REPEATED = { 'x-standin-repeated': '1' }

const INTERRUPTED = 'the process ended before the receiver responded'

/** Sends a callback once, and keeps the attempt with its delivery. Resolves with what came of it. */
export async function attemptDelivery (
  { delivery, message, url }: Subscription,
  world: World,
  { allowedHosts, trust }: ReceiverRules
): Promise<DeliveryAttempt & Partial<Receipt>> {
  const at = world.clock.now()
  const traced = world.observers.tracing.beginAttempt({ delivery, spanId: () => spanIdOf(delivery, world) })
  const headers = { ...message?.headersAt(at), ...traced.headers, ...isRepeated(delivery) && REPEATED }
  await announce(delivery, at, world)
  const sent = send({ method: delivery.method, url, headers, body: message?.body }, allowedHosts, trust)
  const outcome = await sent.then(
    receipt => ({ ...receipt, error: undefined }),
    (error: Error) => ({ status: undefined, error: error.message })
  )
  const { error, status } = outcome
  traced.end(outcome)
  world.store.updateDelivery(delivery, {
    headers,
    attempts: [...delivery.attempts, { at, status, error }],
    sending: undefined
  })
  return { ...outcome, at }
}

/** Ends an attempt whose outcome nobody knows, as the process that made it ended meanwhile: it is repeated. */
export function endInterrupted (delivery: Delivery, { store }: World): void {
  const { attempts, sending: at } = delivery
  if (at === undefined) return
  const interrupted = { at, status: undefined, error: INTERRUPTED }
  store.updateDelivery(delivery, { attempts: [...attempts, interrupted], sending: undefined })
}

/** Keeps that an attempt begins, where the world is kept: what is not known to have been sent is sent again. */
async function announce (delivery: Delivery, at: number, { recording, store }: World): Promise<void> {
  if (recording === undefined) return
  store.updateDelivery(delivery, { sending: at })
  await recording.saved()
}

function isRepeated ({ attempts }: Delivery): boolean {
  return attempts.at(-1)?.error === INTERRUPTED
}
