import type { CallbackDefinition } from '../contract/contract.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import type { Scope, Subject } from '../simulation/scope.ts'
import type { Task } from '../worlds/schedule.ts'
import type { Delivery } from '../worlds/delivery.ts'
import { bodyViolations } from './body-violations.ts'
import { encodeBody } from './encode-body.ts'

/** A callback on its way, with what is needed to send it. */
export interface Subscription {
  readonly definition: CallbackDefinition
  readonly url: URL
  readonly delivery: Delivery
  /** What it waits for; nothing where it was made at once. */
  awaited?: Awaited
  /** What is sent, from the moment at which it was made. */
  message?: { readonly body: string | undefined }
  task?: Task
}

/** A resource that comes to a status, and what is sent then. */
export interface Awaited {
  readonly callback: DeclaredCallback
  readonly subject: Subject
  /** The scope of the request that asked for it. */
  readonly scope: Scope
}

/** What a callback is, as soon as it is known where it goes. */
export interface Addressed {
  /** As it is listed: `webadmit.runExport/exportFileReady`. */
  readonly id: string
  readonly definition: CallbackDefinition
  readonly url: string
  readonly resource: Delivery['resource']
}

/** A delivery that nothing has been done for yet. */
export function createDelivery (
  id: string,
  { definition, id: callback, resource, url }: Addressed
): Delivery {
  return {
    id,
    callback,
    resource,
    url,
    method: definition.method,
    state: 'waiting',
    due: undefined,
    body: undefined,
    contentType: undefined,
    violations: [],
    attempts: []
  }
}

/** Makes what is sent: from here on it stays as it is. */
export function makeMessage (subscription: Subscription, body: unknown): void {
  const { definition, delivery } = subscription
  const encoded = encodeBody(body, definition.body)
  delivery.body = body
  delivery.contentType = encoded?.contentType
  delivery.violations = bodyViolations(encoded, definition.body)
  subscription.message = { body: encoded?.text }
}
