import type { IncomingMessage } from 'node:http'
import type { Writable } from 'node:stream'

/** The body of a request that is passed on. */
export interface HopBody {
  /** Whether it has been read from, so that nobody else can. */
  readonly hasBegun: boolean
  /** Whether all that has come can be passed on once more. */
  readonly canReplay: boolean
  /** Passes the body on, from its start. */
  pipe (target: Writable): void
  /** Passes nothing on until there is another target. */
  unpipe (): void
}

/** Creates the body of a request that has been read already, and that this process can read again. */
export function createReadBody (bytes: Buffer | undefined): HopBody {
  return { hasBegun: false, canReplay: true, pipe: target => { target.end(bytes) }, unpipe: () => {} }
}

/**
 * The body of a request that is passed on while it comes. What has come is remembered up to some bytes, so that it can
 * be passed on to another replica.
 */
export class ReplayedBody implements HopBody {
  readonly #request: IncomingMessage
  readonly #most: number
  #chunks: Buffer[] = []
  #size = 0
  #hasBegun = false
  #hasEnded = false
  #target: Writable | undefined

  constructor (request: IncomingMessage, most: number) {
    this.#request = request
    this.#most = most
  }

  get hasBegun (): boolean {
    return this.#hasBegun
  }

  get canReplay (): boolean {
    return this.#size <= this.#most
  }

  pipe (target: Writable): void {
    if (!this.#hasBegun) this.#begin()
    this.#target = target
    target.on('drain', () => {
      if (this.#target === target) this.#request.resume()
    })
    for (const chunk of this.#chunks) target.write(chunk)
    if (this.#hasEnded) target.end()
    else this.#request.resume()
  }

  unpipe (): void {
    this.#target = undefined
    if (this.#hasBegun) this.#request.pause()
  }

  #begin (): void {
    this.#hasBegun = true
    this.#request.on('data', (chunk: Buffer) => this.#pass(chunk))
    this.#request.once('end', () => {
      this.#hasEnded = true
      this.#target?.end()
    })
  }

  #pass (chunk: Buffer): void {
    this.#size += chunk.length
    if (this.canReplay) this.#chunks.push(chunk)
    else this.#chunks = []
    if (this.#target?.write(chunk) === false) this.#request.pause()
  }
}
