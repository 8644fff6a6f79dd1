import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { toViolations } from './to-violations.ts'
import type { Violation } from './violation.ts'
import type { Location } from './create-violation.ts'

/** The most violations that are listed of one message. */
const MAX_VIOLATIONS = 100

const NONE: readonly Violation[] = []

/** Collects the violations of one message: the first hundred, and how many more there are. */
export class ViolationList {
  #violations: Violation[] | undefined
  #more = 0

  get isEmpty (): boolean {
    return this.#violations === undefined
  }

  add (violation: Violation): void {
    this.#violations ??= []
    if (this.#violations.length < MAX_VIOLATIONS) this.#violations.push(violation)
    else this.#more++
  }

  /** Adds what a schema's validator found in a part of the message. */
  addErrors (errors: readonly ErrorObject[], reference: SchemaReference, location: Location): void {
    const { violations, more } = toViolations(errors, reference, { location, max: MAX_VIOLATIONS })
    for (const violation of violations) this.add(violation)
    this.#more += more
  }

  list (): readonly Violation[] {
    const [first] = this.#violations ?? NONE
    if (first === undefined || this.#violations === undefined) return NONE
    if (this.#more === 0) return this.#violations
    const message = `${this.#more} more violations are not listed`
    const rest = { in: first.in, pointer: '', rule: 'more', expected: 'match its contract', message }
    return [...this.#violations, rest]
  }
}
