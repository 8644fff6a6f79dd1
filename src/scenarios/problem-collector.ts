import { InvalidStub } from '../errors.ts'
import { DeclarationRefused } from '../simulation/declaration.ts'
import type { Declaration, ReportProblem } from '../simulation/declaration.ts'
import type { Violation } from '../schemas/violation.ts'

/** How deep it may be nested: what takes it apart must come to an end. */
const DEEPEST = 100

/** All that is wrong with a stub, or with something else that is sent, each with its place in it. */
export class ProblemCollector {
  readonly #what: string
  readonly #Refusal: new (text: string) => Error
  readonly #violations: Violation[] = []

  constructor (what = 'stub', Refusal: new (text: string) => Error = InvalidStub) {
    this.#what = what
    this.#Refusal = Refusal
  }

  readonly report: ReportProblem = (pointer, message) => {
    this.#add({
      in: 'body',
      pointer,
      rule: this.#what,
      expected: `be what a ${this.#what} can have`,
      message: `${pointer === '' ? `the ${this.#what}` : pointer}: ${message}`
    })
  }

  /** Gives up on a part in which the contract would be broken. */
  reject ({ pointer }: Declaration, why: string, violations: readonly Violation[]): never {
    for (const violation of violations) {
      const place = pointer + violation.pointer
      this.#add({
        ...violation,
        in: 'body',
        pointer: place,
        message: `${place}: ${why}: ${violation.message}`
      })
    }
    throw new DeclarationRefused()
  }

  /** Reads it; throws `InvalidStub`, or what else it is refused with, with every mistake that was found in it. */
  collect<T>(sent: unknown, read: () => T): T {
    try {
      if (isTooDeep(sent)) this.report('', `it is nested deeper than ${DEEPEST} levels`)
      else return read()
    } catch (error) {
      if (!(error instanceof DeclarationRefused)) throw error
    }
    throw Object.assign(
      new this.#Refusal(this.#violations.map(({ message }) => message).join('; ')),
      { violations: this.#violations }
    )
  }

  /** What an operation and a part of it have in common is found twice. */
  #add (violation: Violation): void {
    if (this.#violations.every(({ message }) => message !== violation.message)) {
      this.#violations.push(violation)
    }
  }
}

function isTooDeep (sent: unknown): boolean {
  let level: unknown[] = [sent]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null ? Object.values(value) : []
    )
  }
  return false
}
