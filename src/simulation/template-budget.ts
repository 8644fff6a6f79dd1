import { TemplateTooLarge } from '../errors.ts'
import { sizeOfValue } from '../worlds/size-of-value.ts'

/** The most that templates of a message are filled in with: characters of texts, and bytes of other values. */
const MAX_TEMPLATE_SIZE = 16 * 2 ** 20

/** How many lists and objects are filled in without being measured, which takes time: most templates name fewer. */
const UNMEASURED = 32

/** The size from which on a value is remembered: measuring a smaller one again is as fast. */
const LARGE = 1_000

/**
 * The budget of the templates of one message. A template that names a large value again and again, or an `$each` of
 * a long list, would otherwise take more memory than there is.
 */
export class TemplateBudget {
  #left = MAX_TEMPLATE_SIZE
  #values = 0
  #large: Map<object, number> | undefined

  /** Spends a size. Throws `TemplateTooLarge` once the budget is spent. */
  spend (size: number): void {
    this.#left -= size
    if (this.#left < 0) throw new TemplateTooLarge(`more than ${MAX_TEMPLATE_SIZE} characters`)
  }

  /** Spends the size of a value that is filled in, and returns the value. */
  fill (value: unknown): unknown {
    if (typeof value === 'string') this.spend(value.length)
    else if (typeof value === 'object' && value !== null) this.#fillObject(value)
    return value
  }

  #fillObject (value: object): void {
    this.#values++
    if (this.#values > UNMEASURED) this.spend(this.#large?.get(value) ?? this.#measure(value))
  }

  #measure (value: object): number {
    const size = sizeOfValue(value)
    if (size < LARGE) return size
    this.#large ??= new Map()
    this.#large.set(value, size)
    return size
  }
}
