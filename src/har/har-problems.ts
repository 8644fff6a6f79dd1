import { InvalidHar } from '../errors.ts'
import { shortJson } from '../schemas/short-json.ts'

/** A place in a HAR file, and the problems of that file. */
export interface HarPlace {
  /** JSON pointer: `/log/entries/3/request`. */
  readonly pointer: string
  readonly problems: HarProblems
}

/** The most problems that are listed. */
const LISTED = 10

/** The problems of a HAR file, each with its place. */
export class HarProblems {
  readonly #file: string
  readonly #listed: string[] = []
  #count = 0

  constructor (file: string) {
    this.#file = file
  }

  /** Adds a value that is not as it must be; `must` is read after that word. */
  add (pointer: string, must: string, value: unknown): void {
    this.#count++
    if (this.#listed.length === LISTED) return
    const came = value === undefined ? 'is missing' : `is ${shortJson(value, pointer.split('/').at(-1))}`
    this.#listed.push(`${pointer} must ${must}, but ${came}`)
  }

  /** Throws `InvalidHar` where there is any. */
  reject (): void {
    if (this.#count === 0) return
    const more = this.#count - this.#listed.length
    throw new InvalidHar(this.#file, this.#listed.join('; ') + (more > 0 ? `; and ${more} more` : ''))
  }
}
