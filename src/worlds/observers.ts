import type { Delivery } from './delivery.ts'
import type { Exchange } from './exchange.ts'
import type { Store } from './store.ts'
import type { Touched } from './touched.ts'
import { PROPAGATION } from './tracing.ts'
import type { Tracing } from './tracing.ts'

/** A world, as far as those see it who are told of its exchanges. */
export interface ObservedWorld {
  readonly name: string
  readonly store: Store
  readonly observers: Observers
}

/** The facts of an exchange that the journal does not keep. */
export interface ExchangeFacts {
  /** The body of the request as it was parsed; the journal keeps a large one as it was sent. */
  readonly requestBody: unknown
  /** The parts of a simulation that the request has touched; `undefined` where no source was asked. */
  readonly touched: Touched | undefined
}

/** The headers of a request, by their names in lower case. */
export type RequestHeaders = Exchange['requestHeaders']

/** A file that was downloaded at a URL that was given out for it. */
export interface Download {
  /** The type of the resource that it belongs to: `mews.Export`. */
  readonly type: string
  readonly requestHeaders: RequestHeaders
}

/** A callback that has ended: it was delivered, or will not be. */
export interface DeliveryEvent {
  /** The callback as it is now. */
  readonly delivery: Delivery
  /** The headers of the request that caused it; `undefined` where no request did. */
  readonly requestHeaders: RequestHeaders | undefined
}

/** Functions that are called for what happens in any world. They must be quick, and must not throw. */
export interface Observer {
  /** Called with each exchange, once it is recorded. */
  exchanged? (exchange: Exchange, world: ObservedWorld, facts: ExchangeFacts): void
  /** Called with each file that is downloaded at a URL of its own. */
  downloaded? (download: Download, world: ObservedWorld): void
  /** Called when a callback ends, or is delivered after its end. */
  delivered? (event: DeliveryEvent, world: ObservedWorld): void
  /** Called when stubs will be gone: deleted, or with their world. */
  stubsEnd? (world: ObservedWorld, ids?: readonly string[]): void
}

/** The observers that a server tells of all worlds, of those that have ended too. */
export class Observers {
  #observers: readonly Observer[] = []
  /** Follows the traces of requests. */
  tracing: Tracing = PROPAGATION

  /** Tells these from now on, and no others: a server that is reloaded brings its own. */
  replace (observers: readonly Observer[]): void {
    this.#observers = observers
  }

  tell (exchange: Exchange, world: ObservedWorld, facts: ExchangeFacts): void {
    for (const observer of this.#observers) observer.exchanged?.(exchange, world, facts)
  }

  tellDownload (download: Download, world: ObservedWorld): void {
    for (const observer of this.#observers) observer.downloaded?.(download, world)
  }

  tellDelivery (event: DeliveryEvent, world: ObservedWorld): void {
    for (const observer of this.#observers) observer.delivered?.(event, world)
  }

  /** Tells that stubs of a world will be gone: those with these ids, or all. */
  tellStubsEnd (world: ObservedWorld, ids?: readonly string[]): void {
    for (const observer of this.#observers) observer.stubsEnd?.(world, ids)
  }
}
