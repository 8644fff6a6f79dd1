import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A response, as far as it is read. */
export interface Answer {
  readonly status: number
  /** Decoded as Latin-1, which is exact for ids and digits. */
  readonly body: string
}

/** A persistent connection for one raw request after the other. It reads responses with a Content-Length. */
export class Connection {
  readonly #socket: Socket
  #received = ''
  #pending: { resolve (answer: Answer): void, reject (error: Error): void } | undefined

  constructor ({ hostname, port }: URL) {
    this.#socket = connect(Number(port), hostname)
    this.#socket.setNoDelay(true).setEncoding('latin1')
    this.#socket.on('data', text => this.#read(String(text)))
    this.#socket.on('error', error => this.#pending?.reject(error))
    this.#socket.on('close', () => this.#pending?.reject(new Error('The server closed the connection')))
  }

  /** Sends a request, and returns its response. Expects one call at a time. */
  send (request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close (): void {
    this.#pending = undefined
    this.#socket.destroy()
  }

  #read (text: string): void {
    this.#received += text
    const end = this.#received.indexOf('\r\n\r\n')
    if (end === -1) return
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(this.#received)?.[1] ?? NaN)
    if (Number.isNaN(length)) return this.#pending?.reject(new Error('An answer does not state its length'))
    if (this.#received.length < end + 4 + length) return
    const answer = { status: Number(this.#received.slice(9, 12)), body: this.#received.slice(end + 4) }
    this.#received = ''
    this.#pending?.resolve(answer)
  }
}
