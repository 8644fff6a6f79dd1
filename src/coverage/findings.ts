import type { Finding, FindingKind } from '../reports/test-report.ts'
import { KnownViolations } from './known-violations.ts'

/** A finding without its counts. */
export type FoundThing = Pick<Finding, 'kind' | 'id' | 'api' | 'operation' | 'message'> & {
  /** JSON pointer of what it is about in the document of the API. */
  readonly pointer?: string | undefined
}

/** A finding with its counts. */
export type Counted = FoundThing & Pick<Finding, 'count' | 'tests'>

/** How many different findings of a kind are kept. */
const MAX_FINDINGS = 1_000

/** The findings of a run, each of which has the number of a cell by which it is counted. */
export class Findings {
  readonly #found = new Map<string, FoundThing & { readonly cell: number }>()
  readonly #kept = new Map<FindingKind, number>()
  readonly #leftOut = new Map<FindingKind, number>()
  readonly #nextCell: () => number
  readonly violations = new KnownViolations()

  /** `nextCell` returns the number of a new cell. */
  constructor (nextCell: () => number) {
    this.#nextCell = nextCell
  }

  /**
   * Returns the number of the cell of a finding, which `make` describes when it is new; less than 0 where there are too
   * many others.
   */
  cellOf (kind: FindingKind, key: string, make: () => Omit<FoundThing, 'kind' | 'id'>): number {
    const id = `${kind} ${key}`
    const known = this.#found.get(id)
    if (known !== undefined) return known.cell
    const kept = this.#kept.get(kind) ?? 0
    if (kept >= MAX_FINDINGS) {
      this.#leftOut.set(kind, (this.#leftOut.get(kind) ?? 0) + 1)
      return -1
    }
    this.#kept.set(kind, kept + 1)
    const cell = this.#nextCell()
    this.#found.set(id, { kind, id, ...make(), cell })
    return cell
  }

  list (): ReadonlyArray<FoundThing & { readonly cell: number }> {
    return [...this.#found.values()]
  }

  /** Returns how often something was found that is not listed, by kind. */
  leftOut (): Readonly<Partial<Record<FindingKind, number>>> {
    return Object.fromEntries(this.#leftOut)
  }
}
