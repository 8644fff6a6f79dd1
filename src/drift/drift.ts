import type { Contract, Operation } from '../contract/contract.ts'
import { OperationFinder } from '../har/operation-finder.ts'
import { DriftGroups } from './drift-groups.ts'
import { Links } from './links.ts'
import { OperationDrift } from './operation-drift.ts'
import type { SeenExchange } from './seen-exchange.ts'
import { UnmatchedDrift } from './unmatched-drift.ts'

/** Compares exchanges with contracts, one after the other, and counts where they differ. It keeps no exchange. */
export class Drift {
  readonly contracts: readonly Contract[]
  readonly finder: OperationFinder
  readonly #contracts: ReadonlyMap<string, Contract>
  readonly operations = new Map<Operation, OperationDrift>()
  readonly groups = new DriftGroups()
  readonly #links = new Links()
  readonly #unmatched: UnmatchedDrift
  /** How many exchanges were compared. */
  exchanges = 0
  /** How many pages and files were fetched that are no part of an API: those of a site, and those that it links. */
  files = 0
  /** When the first and the last exchange was, in milliseconds since 1970. */
  first = Infinity
  last = -Infinity

  constructor (contracts: readonly Contract[]) {
    this.contracts = contracts
    this.#contracts = new Map(contracts.map(contract => [contract.name, contract]))
    this.finder = new OperationFinder(contracts.flatMap(({ operations }) => operations))
    this.#unmatched = new UnmatchedDrift(contracts, this.finder)
  }

  /** Compares an exchange. */
  count (exchange: SeenExchange): void {
    const { at, operation } = exchange
    this.exchanges++
    this.first = Math.min(this.first, at)
    this.last = Math.max(this.last, at)
    this.groups.begin(exchange)
    const known = operation && this.#operationOf(operation)
    if (known !== undefined) return known.count(exchange, this.groups, this.#links)
    if (isPage(exchange) || (isFile(exchange) && this.#links.has(exchange.url))) this.files++
    else this.#unmatched.count(exchange, this.groups)
  }

  #operationOf (operation: Operation): OperationDrift | undefined {
    const known = this.operations.get(operation)
    if (known !== undefined) return known
    const contract = this.#contracts.get(operation.api)
    if (contract === undefined) return undefined
    const made = new OperationDrift(operation, contract.document)
    this.operations.set(operation, made)
    return made
  }
}

/** Returns whether an exchange is the download of something that is no JSON. */
function isFile ({ method, response: { headers } }: SeenExchange): boolean {
  return (method === 'GET' || method === 'HEAD') && !/[/+]json\b/i.test(String(headers['content-type'] ?? ''))
}

/** Matches the media types of what a browser loads to show a site. */
const OF_SITES = /^(?:text\/(?:html|css|javascript)|application\/(?:javascript|wasm|manifest\+json)|image\/|font\/)/i

function isPage ({ method, response: { headers } }: SeenExchange): boolean {
  return (method === 'GET' || method === 'HEAD') && OF_SITES.test(String(headers['content-type'] ?? ''))
}
