import type { Contract, Operation } from '../contract/contract.ts'
import { systemTime } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { DeliveryEvent, Download, ExchangeFacts, ObservedWorld, Observer } from '../worlds/observers.ts'
import { createApiCells } from './api-cells.ts'
import type { ApiCells } from './api-cells.ts'
import type { CoverageDefinitions } from './coverage-definitions.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import { createCoverageReport } from './coverage-report.ts'
import type { CoverageReport } from './coverage-report.ts'
import type { AddCell } from './declared-cell.ts'
import { findUndelivered, isUndelivered } from './find-undelivered.ts'
import { findUnmatched } from './find-unmatched.ts'
import { findUndocumented, findViolations } from './find-violations.ts'
import { Findings } from './findings.ts'
import type { Delivery } from '../worlds/delivery.ts'
import { Hits } from './hits.ts'
import { createOperationCells } from './operation-cells.ts'
import type { OperationCells } from './operation-cells.ts'
import { StubUses } from './stub-uses.ts'
import { testNameOf } from './test-name.ts'

export interface CoverageOptions {
  /** Lists the worlds that there are now. */
  worlds (): readonly ObservedWorld[]
}

const NOTHING: CoverageDefinitions = { contracts: [], simulations: new Map(), ignore: [], served: () => [] }

/** The cells of an operation, and those of its API. */
interface Counted {
  readonly own: OperationCells
  readonly api: ApiCells
}

/**
 * Counts what the requests to a server touch of its contracts and their simulation, in all worlds, of those that have
 * ended too. The cells of an operation are made with its first exchange.
 */
export class Coverage implements Observer {
  readonly #options: CoverageOptions
  #definitions = NOTHING
  /** The numbers of cells by their ids: a cell keeps its number when a contract is loaded again. */
  readonly #numbers = new Map<string, number>()
  #cells = 0
  readonly #operations = new Map<string, Counted>()
  readonly #apis = new Map<string, ApiCells>()
  #hits = new Hits()
  #findings = this.#createFindings()
  /** What was found of callbacks that did not arrive: they may be sent again by hand. */
  #undelivered = new WeakMap<Delivery, { readonly cell: number, readonly test: string }>()
  #stubs = new StubUses()
  #start = systemTime()

  constructor (options: CoverageOptions) {
    this.#options = options
  }

  /** Counts the cells of these contracts from now on. The counts of cells that they share with others before stay. */
  use (definitions: CoverageDefinitions): void {
    this.#definitions = definitions
    this.#operations.clear()
    this.#apis.clear()
  }

  /** Forgets all counts and findings. */
  reset (): void {
    this.#hits = new Hits()
    this.#findings = this.#createFindings()
    this.#undelivered = new WeakMap()
    this.#stubs = new StubUses()
    this.#start = systemTime()
  }

  /** Returns the report of all tests, or of those that a filter names. */
  report (filter: CoverageFilter = {}): CoverageReport {
    return createCoverageReport(filter, {
      definitions: this.#definitions,
      worlds: this.#options.worlds(),
      numberOf: id => this.#numbers.get(id),
      hits: this.#hits,
      findings: this.#findings,
      stubs: this.#stubs,
      start: this.#start
    })
  }

  exchanged (exchange: Exchange, { name }: ObservedWorld, facts: ExchangeFacts): void {
    const hits = this.#hits
    hits.begin(name, testNameOf(exchange.requestHeaders))
    if (exchange.operation === undefined) return findUnmatched(exchange, this.#findings, hits)
    const counted = this.#countedOf(exchange.operation)
    // A stub outside every document has responded.
    if (counted === undefined) return
    const { api, own } = counted
    const isDocumented = own.count(exchange, facts, hits)
    if (!isDocumented && exchange.fault === undefined) findUndocumented(exchange, own.operation, this.#findings, hits)
    if (exchange.requestViolations.length > 0 || exchange.responseViolations.length > 0) {
      findViolations(exchange, own.operation, this.#findings, hits)
    }
    api.count(exchange, facts, hits)
  }

  downloaded ({ requestHeaders, type }: Download, { name }: ObservedWorld): void {
    this.#hits.begin(name, testNameOf(requestHeaders))
    this.#hits.touch(this.#apiOf(type)?.files.get(type) ?? -1)
  }

  delivered ({ delivery, requestHeaders }: DeliveryEvent, { name }: ObservedWorld): void {
    const { callback, state } = delivery
    const found = this.#undelivered.get(delivery)
    const test = found?.test ?? (requestHeaders === undefined ? '' : testNameOf(requestHeaders))
    this.#hits.begin(name, test)
    if (state !== 'delivered') {
      if (!isUndelivered(delivery)) return
      const cell = findUndelivered(delivery, this.#findings, this.#hits)
      this.#undelivered.set(delivery, { cell, test })
      return
    }
    if (found !== undefined) {
      this.#undelivered.delete(delivery)
      this.#hits.takeBack(found.cell)
    }
    const isOwn = ({ callbacks, id }: Operation): boolean => callbacks.some(({ name }) => callback === `${id}/${name}`)
    const owner = this.#contractOf(callback)?.operations.find(isOwn)
    const cells = owner === undefined ? this.#apiOf(callback)?.webhooks : this.#countedOf(owner.id)?.own.callbacks
    this.#hits.touch(cells?.get(callback) ?? -1)
  }

  stubsEnd (world: ObservedWorld, ids?: readonly string[]): void {
    this.#stubs.record(world, ids)
  }

  #countedOf (id: string): Counted | undefined {
    const known = this.#operations.get(id)
    if (known !== undefined) return known
    const operation = this.#contractOf(id)?.operations.find(operation => operation.id === id)
    const api = this.#apiOf(id)
    if (operation === undefined || api === undefined) return undefined
    const made = { api, own: createOperationCells(operation, this.#add) }
    this.#operations.set(id, made)
    return made
  }

  /** Returns the cells of the API that something belongs to: `mews.addExport`. */
  #apiOf (id: string): ApiCells | undefined {
    const contract = this.#contractOf(id)
    if (contract === undefined) return undefined
    const known = this.#apis.get(contract.name)
    if (known !== undefined) return known
    const simulation = this.#definitions.simulations.get(contract.name)
    if (simulation === undefined) return undefined
    const made = createApiCells(contract, simulation, this.#add)
    this.#apis.set(contract.name, made)
    return made
  }

  #contractOf (id: string): Contract | undefined {
    return this.#definitions.contracts.find(({ name }) => id.startsWith(`${name}.`))
  }

  readonly #add: AddCell = ({ id }) => {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#cells++
    this.#numbers.set(id, number)
    return number
  }

  #createFindings (): Findings {
    return new Findings(() => this.#cells++)
  }
}
