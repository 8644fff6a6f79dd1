import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectTls } from 'node:tls'
import t from 'tap'
import type { Test } from 'tap'
import { createReloadable } from '../../src/reload/reloadable.ts'
import { createStandin } from '../../src/server.ts'
import { answering, startWith } from '../apis/start-with.ts'
import { openSession } from '../open-session.ts'
import { listen } from '../start-standin.ts'

process.env.XDG_CACHE_HOME = t.testdir({})

const SERVERS = [['a server', createStandin], ['a server that reloads', createReloadable]] as const

/** More than a connection holds on its way. */
const LARGE = 'a'.repeat(20_000_000)

const PATHS = { '/large': { get: { operationId: 'large', responses: answering({ type: 'string' }) } } }
const REQUEST = 'GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n'

interface Address {
  readonly port: number
  readonly ca: string
}

/** Sends a request, and reads no more of the response than that it has begun. */
const CLIENTS: Readonly<Record<string, (t: Test, address: Address) => Promise<unknown>>> = {
  'HTTP/1.1': async (t, { port }) => {
    const socket = connect(port, '127.0.0.1')
    t.teardown(() => socket.destroy())
    socket.write(REQUEST)
    socket.on('error', () => {})
    await once(socket, 'readable')
  },
  'HTTP/1.1 over TLS': async (t, { ca, port }) => {
    const socket = connectTls({ port, host: 'localhost', ca })
    t.teardown(() => socket.destroy())
    socket.write(REQUEST)
    socket.on('error', () => {})
    await once(socket, 'readable')
  },
  'a socket of HTTP/2 that is not read': async (t, { ca, port }) => {
    const socket = connectTls({ port, host: 'localhost', ca, ALPNProtocols: ['h2'] })
    t.teardown(() => socket.destroy())
    socket.on('error', () => {})
    const path = Buffer.from('/large')
    // The indexed fields `:method: GET` and `:scheme: https`, and `:path` as a literal (RFC 7541, appendix A).
    const fields = Buffer.concat([Buffer.from([0x82, 0x87, 0x04, path.length]), path])
    socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
    // SETTINGS_INITIAL_WINDOW_SIZE, and WINDOW_UPDATE for the connection: as large as they can be.
    socket.write(frame(4, 0, 0, Buffer.from('00047fffffff', 'hex')))
    socket.write(frame(8, 0, 0, Buffer.from('7fff0000', 'hex')))
    socket.write(frame(1, 5, 1, fields))
    await once(socket, 'readable')
  },
  'HTTP/2': async (t, { ca, port }) => {
    const session = await openSession(t, `https://localhost:${port}`, ca)
    session.on('error', () => {})
    const stream = session.request({ ':path': '/large' })
    stream.on('error', () => {})
    await once(stream, 'response')
  }
}

/** Returns a frame of HTTP/2 (RFC 9113, section 4.1). */
function frame (type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const header = Buffer.alloc(9)
  header.writeUIntBE(payload.length, 0, 3)
  header.writeUInt8(type, 3)
  header.writeUInt8(flags, 4)
  header.writeUInt32BE(stream, 5)
  return Buffer.concat([header, payload])
}

for (const [title, read] of Object.entries(CLIENTS)) {
  for (const [server, create] of SERVERS) {
    t.test(`a client that does not read its response, by ${title}, does not keep ${server} from closing`, async t => {
      const tls = title !== 'HTTP/1.1'
      const standin = await startWith(t, PATHS, { create, tls, bodies: { 'large.200.json': LARGE }, compress: false })
      const { port } = new URL(await listen(standin))
      await read(t, { port: Number(port), ca: standin.app.certificate?.authority ?? '' })
      const late = AbortSignal.timeout(7_500)
      await Promise.race([standin.app.close(), once(late, 'abort')])
      t.notOk(late.aborted)
    })
  }
}

for (const [server, create] of SERVERS) {
  t.test(`a client that reads its response while ${server} closes has all of it`, async t => {
    const standin = await startWith(t, PATHS, { create, bodies: { 'large.200.json': LARGE }, compress: false })
    const { port } = new URL(await listen(standin))
    const socket = connect(Number(port), '127.0.0.1')
    t.teardown(() => socket.destroy())
    socket.write(REQUEST)
    await once(socket, 'readable')
    const closed = standin.app.close()
    const response = await text(socket)
    t.equal(response.slice(response.indexOf('"')).length, LARGE.length + 2)
    await closed
  })
}
