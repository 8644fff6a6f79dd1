import type { Evictable, Memory, Tier } from './memory.ts'
import { Oldest } from './oldest.ts'
import type { Recorder } from './recorder.ts'
import { sizeOfValue } from './size-of-value.ts'
import type { Remembered } from './remembered.ts'

/** The answers that a world remembers, up to a number and as far as there is memory; the oldest is evicted. */
export class Answers {
  readonly #max: number
  readonly #memory: Memory
  readonly #tier: Tier
  readonly #answers = new Map<string, KeptAnswer>()
  readonly #oldest = new Oldest<string>(this.#answers)
  #hasEnded = false
  /** How many were dropped to make room. */
  dropped = 0
  /** Is told of every change; `undefined` where nobody keeps them. */
  recorder: Recorder | undefined

  constructor (max: number, memory: Memory, tier: Tier = 'state') {
    this.#max = max
    this.#memory = memory
    this.#tier = tier
  }

  get (key: string): Remembered<unknown> | undefined {
    return this.#answers.get(key)?.remembered
  }

  /** Keeps the answer for a key, with how many bytes it takes. */
  set (key: string, answer: unknown, bytes = sizeOfValue([key, answer])): void {
    const known = this.#answers.get(key)
    if (known !== undefined) this.#memory.remove(known)
    else if (this.#answers.size >= this.#max) this.#evictOldest()
    const kept = new KeptAnswer({ answer, key, bytes, tier: this.#tier }, this)
    this.#answers.set(key, kept)
    this.recorder?.changed('answers', key, kept.remembered)
    if (!this.#hasEnded) this.#memory.add(kept)
  }

  /** Lists all with their keys, oldest first. */
  list (): Array<readonly [key: string, answer: unknown]> {
    return Array.from(this.#answers, ([key, { remembered }]) => [key, remembered.answer])
  }

  /** Drops the answer for a key. */
  evict (key: string): void {
    if (!this.#answers.delete(key)) return
    this.dropped++
    this.recorder?.changed('answers', key, undefined)
  }

  items (): Iterable<Evictable> {
    return this.#answers.values()
  }

  /** Gives back the memory when the world ends. */
  end (): void {
    this.#hasEnded = true
    for (const kept of this.#answers.values()) this.#memory.remove(kept)
  }

  #evictOldest (): void {
    const key = this.#oldest.next()
    const kept = key === undefined ? undefined : this.#answers.get(key)
    if (kept === undefined) return
    this.#memory.remove(kept)
    kept.evict()
  }
}

interface AnswerEntry {
  readonly answer: unknown
  readonly key: string
  readonly bytes: number
  readonly tier: Tier
}

class KeptAnswer implements Evictable {
  readonly tier: Tier
  readonly remembered: Remembered<unknown>
  readonly bytes: number
  readonly #key: string
  readonly #owner: Answers

  constructor ({ answer, bytes, key, tier }: AnswerEntry, owner: Answers) {
    this.tier = tier
    this.remembered = { answer }
    this.bytes = bytes
    this.#key = key
    this.#owner = owner
  }

  evict (): void {
    this.#owner.evict(this.#key)
  }
}
