import type { Delivery } from './delivery.ts'
import type { Exchange, PendingExchange } from './exchange.ts'
import type { Resource } from './resource.ts'

/** A change of a resource: it came to be held, other data were put in it, or it is gone. */
export type ResourceNews = 'held' | 'changed' | 'gone'

/** Functions that are called for changes of a store, while somebody follows its world. They must be quick. */
export interface StoreWatcher {
  resourceChanged (news: ResourceNews, resource: Resource): void
  exchangeEnded (exchange: Exchange): void
  /** Called for a callback after a change; `before` is how it was, `undefined` for a new one. */
  deliveryChanged (delivery: Delivery, before: Delivery | undefined): void
}

/** Functions that are called for what happens in a world, while somebody follows it. They must be quick. */
export interface WorldWatcher extends StoreWatcher {
  /** Called for a request whose response cannot be sent at once. */
  exchangeBegan (pending: PendingExchange): void
  /** Called for a request whose client left before its response was due. */
  exchangeAborted (pending: PendingExchange): void
  /** Called when a clock was advanced, frozen or set going; `from` is the time before, in milliseconds since 1970. */
  clockChanged (news: 'advanced' | 'frozen' | 'running', from: number): void
}
