import type { Operation } from '../contract/contract.ts'
import type { Violation } from '../schemas/violation.ts'

/** How many violations are remembered. The others are found by a key, which takes longer. */
const MAX_KNOWN = 2_000

interface KnownViolation {
  readonly part: Violation['in']
  readonly rule: string
  /** The status of the response; 0 for a violation of the request. */
  readonly status: number
  readonly cell: number
}

/** The cells of violations that have come before, so that no key is made for them in each exchange. */
export class KnownViolations {
  /** By the pointer, as few violations share one. */
  readonly #byOperation = new WeakMap<Operation, Map<string, KnownViolation[]>>()
  #size = 0

  /** Returns the number of the cell of a violation; `undefined` where it is not remembered. */
  cellOf (operation: Operation, { in: part, pointer, rule }: Violation, status: number): number | undefined {
    const known = this.#byOperation.get(operation)?.get(pointer)
    if (known === undefined) return undefined
    for (const one of known) {
      if (one.rule === rule && one.part === part && one.status === status) return one.cell
    }
    return undefined
  }

  add (operation: Operation, { in: part, pointer, rule }: Violation, found: { status: number, cell: number }): void {
    if (this.#size >= MAX_KNOWN) return
    this.#size++
    const ofOperation = this.#byOperation.get(operation) ?? new Map<string, KnownViolation[]>()
    this.#byOperation.set(operation, ofOperation)
    const known = ofOperation.get(pointer) ?? []
    ofOperation.set(pointer, known)
    known.push({ part, rule, ...found })
  }
}
