import type { Exchange } from './exchange.ts'
import type { Store } from './store.ts'

/** A world, as far as those see it who are told of its exchanges. */
export interface ObservedWorld {
  readonly name: string
  readonly store: Store
}

/** Called with each exchange of any world, once it is recorded. It must be quick, and must not throw. */
export type Observer = (exchange: Exchange, world: ObservedWorld) => void

/** The observers that a server tells of all exchanges, of worlds that have ended too. */
export class Observers {
  #observers: readonly Observer[] = []

  /** Tells these from now on, and no others: a server that is reloaded brings its own. */
  replace (observers: readonly Observer[]): void {
    this.#observers = observers
  }

  tell (exchange: Exchange, world: ObservedWorld): void {
    for (const observer of this.#observers) observer(exchange, world)
  }
}
