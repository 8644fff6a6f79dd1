import { isHeaderName, isHeaderText, toHeaderText } from '../contract/to-header-text.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { define } from '../documents/own-member.ts'
import { createViolation } from '../schemas/create-violation.ts'
import type { Location } from '../schemas/create-violation.ts'
import type { Violation } from '../schemas/violation.ts'
import type { Headers, HeaderValue } from './message.ts'

/**
 * Collects headers as HTTP can carry them. A value that it cannot carry is encoded, a name that it cannot carry is
 * left out; both are kept as flaws.
 */
export class HeaderCollector {
  readonly #headers: Record<string, HeaderValue>
  #flaws: readonly Violation[] | undefined

  constructor (headers: Headers = {}, flaws?: readonly Violation[]) {
    this.#headers = { ...headers }
    this.#flaws = flaws
  }

  /** The collected headers: do not add more once they are used. */
  get headers (): Headers {
    return this.#headers
  }

  /** The parts that HTTP cannot carry; `undefined` where it can carry everything. */
  get flaws (): readonly Violation[] | undefined {
    return this.#flaws
  }

  /** Adds a header by its name in lower case. A list of no values adds none. */
  add (name: string, value: HeaderValue): void {
    if (!isHeaderName(name)) return this.addFlaw(name, 'have a name that HTTP can carry', name)
    if (name === 'content-length' && !isLength(value)) return this.addFlaw(name, 'be a number of bytes', value)
    if (typeof value === 'string') {
      define(this.#headers, name, isHeaderText(value) ? value : this.#encode(name, value))
    } else if (value.length === 1 || name === 'content-type') {
      this.add(name, value[0] ?? '')
    } else if (value.length > 0) {
      define(this.#headers, name, value.map(text => isHeaderText(text) ? text : this.#encode(name, text)))
    }
  }

  /** Adds the flaw of a header, in words that follow "must". */
  addFlaw (name: string, expected: string, value: HeaderValue): void {
    const violation = createViolation(placeOf(name), { rule: 'unsendable', expected }, value)
    this.#flaws = [...this.#flaws ?? [], violation]
  }

  #encode (name: string, text: string): string {
    this.addFlaw(name, 'be text that HTTP can carry', text)
    return toHeaderText(text)
  }
}

function isLength (value: HeaderValue): boolean {
  return typeof value === 'string' && /^\d+$/.test(value)
}

function placeOf (name: string): Location {
  return { in: 'header', pointer: `/${escapePointer(name)}` }
}
