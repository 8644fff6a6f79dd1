import { once } from 'node:events'
import { connect } from 'node:net'
import type { Test } from 'tap'

/** A connection on which a test sends what it likes. */
export interface RawClient {
  send (text: string | Buffer): void
  /** Returns what has come so far, once it matches. */
  until (pattern: RegExp): Promise<string>
  /** Returns all that came, once the server has closed the connection. */
  closed: Promise<string>
  end (): void
}

/** Opens a connection to the server at a URL. */
export async function connectTo (t: Test, url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  let received = ''
  socket.setEncoding('latin1').on('data', text => { received += text })
  socket.on('error', error => { received += `[${error.message}]` })
  return {
    send: text => { socket.write(text) },
    until: async pattern => {
      while (!pattern.test(received)) await once(socket, 'data')
      return received
    },
    closed: new Promise(resolve => socket.once('close', () => resolve(received))),
    end: () => socket.end()
  }
}
