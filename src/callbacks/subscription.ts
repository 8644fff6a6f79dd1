import type { CallbackDefinition } from '../contract/contract.ts'
import type { TraceContext } from '../messages/trace-context.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import type { Scope, Subject } from '../simulation/scope.ts'
import type { Task } from '../worlds/schedule.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { DeliveryMessage } from './delivery-message.ts'

/** A delivery that is under way, with everything needed to send it. */
export interface Subscription {
  readonly definition: CallbackDefinition
  readonly url: URL
  readonly delivery: Delivery
  /** The status that it waits for; `undefined` if it is sent at once. */
  trigger?: StatusTrigger
  /** The message, once it has been created. */
  message?: DeliveryMessage
  task?: Task
}

/** A callback that is sent when its resource reaches a status. */
export interface StatusTrigger {
  readonly callback: DeclaredCallback
  readonly subject: Subject
  /** The scope of the request that subscribed it. */
  readonly scope: Scope
  /** The statuses that it was sent at already, by deliveries before this one. */
  readonly sentAt: ReadonlySet<string>
}

/** A callback or webhook and the URL it is sent to. */
export interface DeliveryTarget {
  /** Its name in the list of callbacks: `webadmit.runExport/exportFileReady`. */
  readonly id: string
  readonly definition: CallbackDefinition
  readonly url: string
  readonly resource: Delivery['resource']
  /** The trace of the request that causes it. */
  readonly trace?: TraceContext | undefined
}

/** Creates a delivery without attempts. */
export function createDelivery (
  id: string,
  { definition, id: callback, resource, trace, url }: DeliveryTarget
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
    headers: {},
    violations: [],
    attempts: [],
    trace
  }
}
