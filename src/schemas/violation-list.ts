import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { toViolations } from './to-violations.ts'
import type { Violation } from './violation.ts'
import type { Location } from './create-violation.ts'

/** The most that is said of one message. */
const MAX_VIOLATIONS = 100

const NONE: readonly Violation[] = []

/** Gathers what is wrong with one message: the first hundred violations, and how many more there are. */
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

  /** Adds what a schema's validator found in the part of the message at a spot. */
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
    return [...this.#violations, { in: first.in, pointer: '', rule: 'more', expected: 'keep to its contract', message }]
  }
}
