import { leave } from './suggestion.ts'
import type { LeftOut } from './suggestion.ts'
import type { Judgement } from './trial-world.ts'

type Tried = LeftOut['operation']

/** The outcome of a trial, by operation. */
export class TrialResults {
  /** Operations whose response broke the contract, by id. */
  readonly #failures = new Map<string, LeftOut>()
  /** Operations that some request did not reach, by id. */
  readonly #untried = new Map<string, LeftOut>()
  /** Ids of operations that worked at least once. */
  readonly #proven = new Set<string>()

  /** Returns whether an operation has failed, so that it need not be tried again. */
  hasFailed ({ id }: Tried): boolean {
    return this.#failures.has(id)
  }

  fail (operation: Tried, reason: string): void {
    this.#failures.set(operation.id, leave(operation, reason))
  }

  /** Adds the judgement of a request. Returns whether the simulation responded as it should. */
  add (operation: Tried, judgement: Judgement): boolean {
    if (judgement.kind === 'fine') {
      this.#proven.add(operation.id)
      return true
    }
    const found = judgement.kind === 'broken' ? this.#failures : this.#untried
    found.set(operation.id, leave(operation, judgement.reason))
    return false
  }

  /** Lists the operations that failed, and those that no request reached. */
  list (): LeftOut[] {
    const untried = [...this.#untried.values()]
      .filter(({ operation: { id } }) => !this.#proven.has(id) && !this.#failures.has(id))
    return [...this.#failures.values(), ...untried]
  }
}
