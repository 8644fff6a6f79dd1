import { createHash } from 'node:crypto'

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** All that a source of numbers is, as plain data: the three words and the counter of sfc32. */
export type RandomState = readonly [a: number, b: number, c: number, counter: number]

/** A source of numbers that is the same for the same seed (the generator sfc32). */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter: number

  /** Begins with a seed, or goes on from a state. */
  constructor (start: string | RandomState) {
    [this.#a, this.#b, this.#c, this.#counter] = typeof start === 'string' ? stateFrom(start) : start
  }

  get state (): RandomState {
    return [this.#a, this.#b, this.#c, this.#counter]
  }

  /** Goes on from a state. */
  restore (state: RandomState): void {
    [this.#a, this.#b, this.#c, this.#counter] = state
  }

  /** Returns a whole number from 0 to 2³² − 1. */
  next (): number {
    const result = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + result | 0
    return result >>> 0
  }

  /** Returns a number from 0, and less than 1. */
  fraction (): number {
    return this.next() / 2 ** 32
  }

  /** Returns a whole number from 0, and less than a count. */
  below (count: number): number {
    return Math.floor(this.fraction() * count)
  }

  /** Returns a UUID of version 4 (RFC 9562). */
  uuid (): string {
    const a = this.next()
    const b = this.next()
    const c = this.next()
    const d = this.next()
    return `${hex(a)}-${hex16(b >>> 16)}-${hex16((b & 0x0fff) | 0x4000)}-${hex16(
      (c >>> 16 & 0x3fff) | 0x8000
    )}-${hex16(c & 0xffff)}${hex(d)}`
  }
}

function stateFrom (seed: string): RandomState {
  const digest = createHash('sha256').update(seed).digest()
  return [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), 1]
}

function hex (word: number): string {
  return hex16(word >>> 16) + hex16(word & 0xffff)
}

function hex16 (word: number): string {
  return HEX[word >>> 8] + HEX[word & 0xff]
}
