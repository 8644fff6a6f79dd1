import type { MediaType } from '../contract/contract.ts'
import { parseBody } from './parse-body.ts'

/** A body that is kept in another form than its value. */
export abstract class KeptBody {
  /** Returns the value of the body. */
  abstract read (): unknown
}

/** A body as it was sent, which is parsed when it is read: its value takes many times as much memory. */
export class RawBody extends KeptBody {
  readonly bytes: Buffer
  readonly contentType: string
  readonly #declared: MediaType | undefined

  constructor (bytes: Buffer, contentType: string, declared?: MediaType) {
    super()
    this.bytes = compact(bytes)
    this.contentType = contentType
    this.#declared = declared
  }

  read (): unknown {
    const reading = parseBody(this.bytes, this.contentType, this.#declared)
    return reading.kind === 'value' ? reading.value : this.bytes.toString()
  }
}

/** A body that is kept elsewhere, and takes no memory of its own. */
export class SharedBody extends KeptBody {
  readonly #value: unknown

  constructor (value: unknown) {
    super()
    this.#value = value
  }

  read (): unknown {
    return this.#value
  }
}

/** A body that was passed on without a copy of it. */
export class UnkeptBody extends KeptBody {
  readonly size: number

  constructor (size: number) {
    super()
    this.size = size
  }

  read (): unknown {
    return undefined
  }
}

/** Returns the value of a body, however it is kept. */
export function bodyValue (body: unknown): unknown {
  return body instanceof KeptBody ? body.read() : body
}

/** Returns bytes that keep nothing else in memory: what is received is a part of a larger buffer. */
function compact (bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength <= bytes.length * 2) return bytes
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}
