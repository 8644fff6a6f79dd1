import type { Contract, Operation } from '../contract/contract.ts'
import type { OperationFinder } from '../har/operation-finder.ts'
import { foldPath } from './fold-path.ts'
import type { DriftGroups } from './drift-groups.ts'
import type { SeenExchange } from './seen-exchange.ts'
import { SeenOperation } from './seen-operation.ts'

/** Methods that HTTP gives a meaning of their own, whatever a contract says. */
const OF_HTTP = new Set(['OPTIONS', 'TRACE', 'CONNECT'])

/** How many routes beside the contracts are remembered. */
const MAX_ROUTES = 1_000

/** Compares the requests that no operation has. */
export class UnmatchedDrift {
  readonly #contracts: readonly Contract[]
  readonly #finder: OperationFinder
  /** What was seen at each route, of requests that the service refused too. */
  readonly #routes = new Map<string, SeenOperation>()

  constructor (contracts: readonly Contract[], finder: OperationFinder) {
    this.#contracts = contracts
    this.#finder = finder
  }

  /** Counts a request, where the service has accepted it. */
  count (exchange: SeenExchange, groups: DriftGroups): void {
    const { method, response: { status }, url } = exchange
    const [path = ''] = url.split('?', 1)
    const other = this.#finder.findOther(path)
    // Where GET is documented, HEAD is as well.
    if (OF_HTTP.has(method) || (method === 'HEAD' && this.#finder.find('GET', path) !== undefined)) return
    const template = other?.path ?? this.#templateOf(path)
    const seen = this.#seenAt(`${method} ${template}`)
    seen?.add(exchange)
    if (status >= 400 || seen === undefined) return
    const isPath = other === undefined
    groups.count(isPath ? 'undocumented-path' : 'undocumented-method', `${method} ${template}`, {
      describe: () => ({
        api: other?.api ?? this.#contractOf(path)?.name ?? '',
        operation: undefined,
        side: 'request',
        where: `${method} ${template}`,
        expected: isPath ? 'is no path of the contract' : `is not documented (documented: ${other.method})`,
        pointer: isPath ? '/paths' : itemPointer(other),
        subject: { of: 'route', method, path: template, seen }
      })
    })
  }

  #seenAt (route: string): SeenOperation | undefined {
    const known = this.#routes.get(route)
    if (known !== undefined || this.#routes.size >= MAX_ROUTES) return known
    const made = new SeenOperation()
    this.#routes.set(route, made)
    return made
  }

  /** Returns the contract whose paths begin as the path of a request, or else the first. */
  #contractOf (path: string): Contract | undefined {
    const fitting = this.#contracts.filter(({ basePath }) => `${path}/`.startsWith(`${basePath}/`))
    const [best = this.#contracts[0]] = fitting.toSorted((one, other) => other.basePath.length - one.basePath.length)
    return best
  }

  /** Returns the path as its contract would have it: without the base path, with parameters for ids. */
  #templateOf (path: string): string {
    const { basePath = '' } = this.#contractOf(path) ?? {}
    return foldPath(basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path)
  }
}

/** Returns the JSON pointer of the path item of an operation. */
function itemPointer ({ pointer }: Operation): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}
