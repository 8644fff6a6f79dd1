import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import { startWith } from '../apis/start-with.ts'

const UPGRADE = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'

/** What a receiver does with a connection once a request has come, and the attempt as it is told. */
const RECEIVERS: Readonly<Record<string, readonly [act: (socket: Socket) => void, told: object]>> = {
  'switches to another protocol': [socket => socket.write(UPGRADE), { status: null, error: /responded 101/ }],
  'switches to another protocol and goes on': [
    socket => socket.write(`${UPGRADE}HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n`),
    { status: null, error: /responded 101/ }
  ],
  'switches without naming a protocol': [
    socket => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    { status: 101, error: null }
  ],
  'closes without a response': [socket => socket.end(), { status: null, error: /socket hang up/ }],
  'resets the connection': [socket => socket.resetAndDestroy(), { status: null, error: /ECONNRESET|socket hang up/ }],
  'closes within the head': [socket => socket.end('HTTP/1.1 200 O'), { status: null, error: /./ }],
  'closes after an interim response': [
    socket => socket.end('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
    { status: null, error: /./ }
  ],
  'responds after an interim response': [
    socket => socket.end('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'),
    { status: 204, error: null }
  ],
  'does not speak HTTP': [socket => socket.end('220 mail.example ESMTP\r\n'), { status: null, error: /Parse Error/ }],
  'sends a head without end': [
    socket => socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(100_000)}`),
    { status: null, error: /Header overflow/ }
  ],
  'states two lengths': [
    socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'),
    { status: null, error: /Parse Error/ }
  ],
  'sends less than it states': [
    socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\na'),
    { status: 200, error: null }
  ]
}

const PATHS = {
  '/jobs': {
    post: {
      requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
      responses: { 201: { description: 'It is made.', content: { 'application/json': {} } } },
      callbacks: {
        done: {
          '{$request.body#/callback}': {
            post: {
              requestBody: { content: { 'application/json': {} } },
              responses: { 200: { description: 'It is taken.' } },
              'x-standin': { when: ['done'], body: { id: '$id' }, retries: [] }
            }
          }
        }
      },
      'x-standin': { create: { type: 'Job' }, reply: { status: 201, body: '$resource' } }
    }
  }
}

const ROOT = {
  'x-standin': {
    resources: {
      Job: {
        status: { member: 'status', running: ['waiting'] },
        lifecycles: { success: [{ waiting: 'PT5S' }, 'done'] }
      }
    }
  }
}

t.test('whatever a receiver does, its callback ends and the clock moves on', async t => {
  const standin = await startWith(t, PATHS, { root: ROOT })
  let number = 0
  for (const [title, [act, told]] of Object.entries(RECEIVERS)) {
    await t.test(`the receiver ${title}`, async t => {
      const { admin, advance, send } = await standin.world(`w${++number}`)
      const callback = await listen(t, act)
      t.equal((await send('POST', '/jobs', { callback })).statusCode, 201)
      const moved = await advance('PT10S')
      t.equal(moved.statusCode, 200)
      t.match(moved.json(), { now: '2026-01-01T00:00:10.000Z', callbacks: [told] })
      t.match((await admin('GET', '/callbacks')).json().callbacks, [{ attempts: [told] }])
      t.match((await advance('PT1S')).json(), { now: '2026-01-01T00:00:11.000Z' })
    })
  }
})

t.test('advances at the same time each move the clock, though a callback is under way', async t => {
  const { advance, send } = await startWith(t, PATHS, { root: ROOT })
  const asked = Promise.withResolvers<Socket>()
  const callback = await listen(t, socket => asked.resolve(socket))
  await send('POST', '/jobs', { callback })
  const advances = ['PT10S', 'PT3S', 'PT1S'].map(by => advance(by))
  const socket = await asked.promise
  advances.push(advance('PT1M'))
  socket.end('HTTP/1.1 204 No Content\r\n\r\n')
  const moved = await Promise.all(advances)
  t.same(moved.map(answer => answer.json().now.slice(11, 19)), ['00:00:10', '00:00:13', '00:00:14', '00:01:14'])
  t.same(moved.map(answer => answer.json().callbacks.length), [1, 0, 0, 0])
})

t.test('an advance that is rejected does not hold up those after it', async t => {
  const { advance } = await startWith(t, PATHS, { root: ROOT })
  const [rejected, moved] = await Promise.all([advance('P9000000D'), advance('PT1S')])
  t.equal(rejected.json().code, 'STANDIN_CLOCK_TOO_FAR')
  t.match(moved.json(), { now: '2026-01-01T00:00:01.000Z' })
})

/** Starts a receiver that acts on each connection once something has come. Returns its URL. */
async function listen (t: Test, act: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => act(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`  // it listens on a port
}
