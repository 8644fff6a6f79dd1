import { InvalidStub } from '../errors.ts'
import { DeclarationRefused } from '../simulation/declaration.ts'
import type { Declaration, ReportProblem } from '../simulation/declaration.ts'
import type { Violation } from '../schemas/violation.ts'

/** The deepest nesting that is parsed: parsing is recursive. */
const DEEPEST = 100

/** Collects every problem of a stub, or of another value that is sent, with its place. */
export class ProblemCollector {
  /** The likely mistakes that a value is accepted with. */
  readonly warnings: string[] = []
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
      expected: 'be valid',
      message: `${pointer === '' ? `the ${this.#what}` : pointer}: ${message}`
    })
  }

  /** Warns of a part of the value. */
  warn (pointer: string, message: string): void {
    this.warnings.push(`${pointer}: ${message}`)
  }

  /** Rejects a part of the value because of violations of a contract. */
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

  /** Parses a value; throws `InvalidStub`, or the error given, with every problem. */
  collect<T>(sent: unknown, parse: () => T): T {
    try {
      if (isTooDeep(sent)) this.report('', `it is nested more than ${DEEPEST} levels deep`)
      else return parse()
    } catch (error) {
      if (!(error instanceof DeclarationRefused)) throw error
    }
    throw Object.assign(
      new this.#Refusal(this.#violations.map(({ message }) => message).join('; ')),
      { violations: this.#violations }
    )
  }

  /** Adds a violation, unless it was found already in another way. */
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
