import type { Operation } from '../contract/contract.ts'
import { DELIVERY_STATES } from '../worlds/delivery.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { DeliveryEvent, Observer } from '../worlds/observers.ts'
import type { Worlds } from '../worlds/worlds.ts'
import type { Family, Sample } from './family.ts'
import { OperationMetrics } from './operation-metrics.ts'
import { ProcessMetrics } from './process-metrics.ts'
import { StorageMetrics } from './storage-metrics.ts'
import { worldFamilies } from './world-families.ts'

export interface MetricsOptions {
  readonly worlds: Worlds
  /** Tells whether worlds can be kept now; `undefined` where they live in memory only. */
  readonly isStorageUp: (() => boolean) | undefined
  /** The version of the server. */
  readonly version: string
}

/** The operation of requests that found none in the documents: others would be as many as clients wish. */
const NONE = 'none'

/** Counts what a server does, in all worlds. What is counted before a reload goes on after it. */
export class Metrics implements Observer {
  readonly #options: MetricsOptions
  /** By the ids of operations. */
  readonly #operations = new Map<string, OperationMetrics>()
  readonly #none = new OperationMetrics(NONE)
  #known: ReadonlySet<string> = new Set()
  readonly #callbacks = new Map<Delivery['state'], number>()
  readonly #process = new ProcessMetrics()
  readonly storage = new StorageMetrics()

  constructor (options: MetricsOptions) {
    this.#options = options
  }

  /** Counts requests to these operations by their ids from now on. */
  use (operations: readonly Operation[]): void {
    this.#known = new Set(operations.map(({ id }) => id))
  }

  exchanged (exchange: Exchange): void {
    const { operation } = exchange
    const counted = operation === undefined ? this.#none : this.#operations.get(operation)
    const metrics = counted ?? this.#create(operation)
    metrics.count(exchange)
  }

  delivered ({ delivery: { state } }: DeliveryEvent): void {
    this.#callbacks.set(state, (this.#callbacks.get(state) ?? 0) + 1)
  }

  /** Lists all metrics as they are now. */
  families (): Family[] {
    const { isStorageUp, version, worlds } = this.#options
    return [
      {
        name: 'standin_build_info',
        help: 'The version of the server, and that of Node.',
        type: 'gauge',
        samples: [{ labels: { version, node: process.version }, value: 1 }]
      },
      ...this.#requests(),
      this.#outcomes(),
      ...worldFamilies(worlds),
      ...isStorageUp === undefined ? [] : this.storage.families(isStorageUp()),
      ...this.#process.families()
    ]
  }

  /** Measures no more. */
  close (): void {
    this.#process.close()
  }

  #create (operation = NONE): OperationMetrics {
    if (!this.#known.has(operation)) return this.#none
    const metrics = new OperationMetrics(operation)
    this.#operations.set(operation, metrics)
    return metrics
  }

  #requests (): Family[] {
    const operations = [...this.#operations.values(), this.#none]
    const listed = (list: (metrics: OperationMetrics) => readonly Sample[]) => operations.flatMap(list)
    return [
      {
        name: 'standin_requests',
        help: 'Requests by operation, class of the status, and source of the response.',
        type: 'counter',
        samples: listed(metrics => metrics.requests())
      },
      {
        name: 'standin_request_duration_seconds',
        help: 'How long requests took until their responses were sent, delays included.',
        type: 'histogram',
        samples: listed(metrics => metrics.durations())
      },
      {
        name: 'standin_violations',
        help: 'Places at which requests and responses violated their contracts.',
        type: 'counter',
        samples: listed(metrics => metrics.violations())
      }
    ]
  }

  #outcomes (): Family {
    const ended = DELIVERY_STATES.filter(state => state !== 'waiting')
    return {
      name: 'standin_callbacks',
      help: 'Callbacks that have ended, by their outcome.',
      type: 'counter',
      samples: ended.map(outcome => ({ labels: { outcome }, value: this.#callbacks.get(outcome) ?? 0 }))
    }
  }
}
