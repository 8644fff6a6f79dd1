import type { Operation, ResponseDefinition } from '../contract/contract.ts'
import { maskUrl } from '../journal/mask-url.ts'
import { DRIFT_KINDS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { SchemaNode } from './schema-node.ts'
import type { SeenExchange } from './seen-exchange.ts'
import type { SeenOperation, SeenResponse } from './seen-operation.ts'
import { SeenValues } from './seen-values.ts'

/** How many groups of differences are kept. */
const MAX_GROUPS = 2_000

export type Side = 'request' | 'response'

/** The part of a contract that a difference is about, for the change that would allow it. */
export type Subject =
  | { readonly of: 'value', readonly node: SchemaNode, readonly rule: string }
  | { readonly of: 'member', readonly node: SchemaNode, readonly name: string }
  | { readonly of: 'parameter', readonly operation: Operation, readonly place: string, readonly name: string }
  | { readonly of: 'header', readonly response: ResponseDefinition, readonly name: string }
  | { readonly of: 'status', readonly operation: Operation, readonly status: number, readonly seen: SeenResponse }
  | { readonly of: 'media-type', readonly pointer: string, readonly type: string }
  | { readonly of: 'body', readonly pointer: string }
  | { readonly of: 'route', readonly method: string, readonly path: string, readonly seen: SeenOperation }
  | { readonly of: 'nothing' }

/** A difference, before it is counted. */
export interface Difference {
  readonly api: string
  /** `undefined` for a request that no operation has. */
  readonly operation: Operation | undefined
  readonly side: Side
  /** Where in the message, in words: `response body /ExportIds/*`. */
  readonly where: string
  /** What the contract says, to be read after `where`: `must be one of …`, `is not documented`. */
  readonly expected: string
  /** JSON pointer in the document. */
  readonly pointer: string
  readonly subject: Subject
}

/** One exchange that shows a difference, with credentials masked. */
export interface DriftSample {
  readonly method: string
  readonly url: string
  readonly status: number
  /** What came, as short JSON; absent where it was missing. */
  readonly value?: string
}

/** Equal differences, counted. */
export interface DifferenceGroup extends Difference {
  readonly kind: DriftKind
  /** How many exchanges show it. */
  count: number
  /** When it was seen first and last, in milliseconds since 1970. */
  first: number
  last: number
  readonly sample: DriftSample
  /** The values that came. */
  readonly seen: SeenValues
  exchange: number
}

/** Counts differences by their kind, their operation and their place. The number of groups is bounded. */
export class DriftGroups {
  readonly #groups = new Map<string, DifferenceGroup>()
  readonly #leftOut = new Map<DriftKind, number>()
  #exchange = 0
  #current: SeenExchange | undefined

  /** Begins to count for an exchange. */
  begin (exchange: SeenExchange): void {
    this.#exchange++
    this.#current = exchange
  }

  /**
   * Counts a difference, which `describe` describes when it is new. Returns its group; `undefined` where there are too
   * many others. `shown` is what came, as short JSON.
   */
  count (
    kind: DriftKind,
    key: string,
    { describe, shown }: { readonly shown?: string | undefined, describe (): Difference }
  ): DifferenceGroup | undefined {
    const exchange = this.#current
    if (exchange === undefined) return undefined
    const id = `${kind} ${exchange.operation?.id ?? ''} ${key}`
    let group = this.#groups.get(id)
    if (group === undefined) {
      if (this.#groups.size >= MAX_GROUPS) {
        this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1)
        return undefined
      }
      group = createGroup(kind, describe(), exchange, shown)
      this.#groups.set(id, group)
    }
    if (group.exchange === this.#exchange) return group
    group.exchange = this.#exchange
    group.count++
    group.first = Math.min(group.first, exchange.at)
    group.last = Math.max(group.last, exchange.at)
    return group
  }

  /** Lists all groups, by kinds, in the order in which they came. */
  list (): DifferenceGroup[] {
    const byKind = Map.groupBy(this.#groups.values(), ({ kind }) => kind)
    return DRIFT_KINDS.flatMap(kind => byKind.get(kind) ?? [])
  }

  /** Returns how many differences were left out, by kind. */
  leftOut (): Partial<Record<DriftKind, number>> {
    return Object.fromEntries(this.#leftOut)
  }
}

function createGroup (
  kind: DriftKind,
  difference: Difference,
  { at, method, operation, response, url }: SeenExchange,
  shown: string | undefined
): DifferenceGroup {
  const masked = maskUrl(url, operation?.credentials)
  const sample = { method, url: masked, status: response.status, ...shown !== undefined && { value: shown } }
  return { ...difference, kind, count: 0, first: at, last: at, sample, seen: new SeenValues(), exchange: 0 }
}
