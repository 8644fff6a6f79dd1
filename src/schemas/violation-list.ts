import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { MAX_ERRORS } from './bound-errors.ts'
import { toViolations } from './to-violations.ts'
import type { Violation } from './violation.ts'
import type { Location } from './create-violation.ts'

/** The most violations that are listed of one message. */
export const MAX_VIOLATIONS = 100

const NONE: readonly Violation[] = []

/** The first violations of a message. */
export interface CountedViolations {
  readonly violations: readonly Violation[]
  /**
   * The number of violations that are not listed.
   * @default 0
   */
  readonly more?: number
}

/** Collects the violations of one message: the first hundred, and how many more there are. */
export class ViolationList {
  #violations: Violation[] | undefined
  #more = 0
  #isMalformed = false
  #isCut = false

  get isEmpty (): boolean {
    return this.#violations === undefined && this.#more === 0
  }

  /** Whether a part of the message could not be read. */
  get isMalformed (): boolean {
    return this.#isMalformed
  }

  /** The number of violations that will still be listed. */
  get room (): number {
    return MAX_VIOLATIONS - (this.#violations?.length ?? 0)
  }

  add (violation: Violation): void {
    this.#violations ??= []
    this.#isMalformed ||= violation.rule === 'malformed'
    if (this.#violations.length < MAX_VIOLATIONS) this.#violations.push(violation)
    else this.#more++
  }

  /** Adds what was found in reading a part of the message. */
  addAll ({ violations, more = 0 }: CountedViolations): void {
    for (const violation of violations) this.add(violation)
    this.#more += more
  }

  /** Marks the message as one that could not be read, whose violations are counted but not listed. */
  setMalformed (): void {
    this.#isMalformed = true
  }

  /** Adds what a schema's validator found in a part of the message. */
  addErrors (errors: readonly ErrorObject[], reference: SchemaReference, location: Location): void {
    this.#isCut ||= errors.length >= MAX_ERRORS
    this.addAll(toViolations(errors, reference, { location, max: this.room }))
  }

  /** Returns the violations that are listed, and the number of the others if there are any. */
  counted (): CountedViolations {
    const violations = this.#violations ?? NONE
    return this.#more === 0 ? { violations } : { violations, more: this.#more }
  }

  list (): readonly Violation[] {
    const [first] = this.#violations ?? NONE
    if (first === undefined || this.#violations === undefined) return NONE
    if (this.#more === 0) return this.#violations
    const count = this.#isCut ? `at least ${this.#more}` : this.#more
    const message = `${count} more violations are not listed`
    const rest = { in: first.in, pointer: '', rule: 'more', expected: 'match its contract', message }
    return [...this.#violations, rest]
  }
}
