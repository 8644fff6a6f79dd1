import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import t from 'tap'
import type { Test } from 'tap'
import { prepareStop } from '../../src/cli/stop.ts'
import type { Stop } from '../../src/cli/stop.ts'

t.test('a request in flight is answered before the server has stopped', async t => {
  const { stop, url, arrived, release } = await startGated(t)
  const answer = fetch(`${url}/gated`)
  await arrived

  const stopped = stop()
  release()

  t.equal((await answer).status, 200)
  t.equal(await stopped, true)
})

t.test('a request that comes on a connection kept alive is answered, and asked to be the last', async t => {
  const { stop, port } = await startGated(t)
  const socket = connect(port)
  t.teardown(() => socket.destroy())
  socket.setEncoding('utf8')
  socket.write('GET /at-once HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const [first] = await once(socket, 'data')

  const stopped = stop({ graceMs: 5000 })
  socket.write('GET /at-once HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const [second] = await once(socket, 'data')

  t.match(first, /connection: keep-alive/i)
  t.match(second, /^HTTP\/1\.1 200 /)
  t.match(second, /connection: close/i)
  t.equal(await stopped, true)
})

t.test('a new connection is refused while the server stops', async t => {
  const { stop, url, arrived, release } = await startGated(t)
  const answer = fetch(`${url}/gated`)
  await arrived

  const stopped = stop()
  const refusal = await fetch(`${url}/at-once`, { headers: { connection: 'close' } }).catch(
    (error: Error) => error.cause
  )
  release()

  t.match(refusal, { code: 'ECONNREFUSED' })
  await Promise.all([answer, stopped])
})

t.test('a connection that never brought a request does not hold the server up', async t => {
  const { stop, port } = await startGated(t)
  const socket = connect(port)
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')

  t.equal(await stop({ graceMs: 1 }), true)
})

t.test('a connection that gets idle late, after its answer, does not hold the server up', async t => {
  const { stop, url, arrived, closing, release } = await startGated(t)
  const answer = fetch(`${url}/gated`)
  await arrived

  const stopped = stop({ graceMs: 1 })
  await closing
  release()

  t.equal(await (await answer).text(), 'done')
  t.equal(await stopped, true)
})

t.test('it tells when a request was not answered within the limit', async t => {
  const { stop, url, arrived, release } = await startGated(t)
  const answer = fetch(`${url}/gated`)
  await arrived

  t.equal(await stop({ graceMs: 1, limitMs: 1 }), false)
  release()
  await answer
})

interface Gated {
  readonly stop: Stop
  readonly url: string
  readonly port: number
  /** Resolves when a request for `/gated` has come. */
  readonly arrived: Promise<void>
  /** Resolves when the time of grace is over. */
  readonly closing: Promise<void>
  /** Lets the requests for `/gated` be answered. */
  readonly release: () => void
}

/** Starts a server of which one answer waits until it is let go. */
async function startGated (t: Test): Promise<Gated> {
  const app = Fastify()
  t.teardown(() => app.close())
  const stop = prepareStop(app)
  const gate = Promise.withResolvers<void>()
  const arrival = Promise.withResolvers<void>()
  const close = Promise.withResolvers<void>()
  app.addHook('preClose', async () => close.resolve())
  app.get('/at-once', async () => 'done')
  app.get('/gated', async () => {
    arrival.resolve()
    await gate.promise
    return 'done'
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    stop,
    url,
    port: Number(new URL(url).port),
    arrived: arrival.promise,
    closing: close.promise,
    release: gate.resolve
  }
}
