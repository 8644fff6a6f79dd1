import { once } from 'node:events'
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { startReplicas } from '../sharing/start-replicas.ts'
import { noRedis } from '../start-redis.ts'
import { bake, send } from '../storage/kept-bakery.ts'

/** Sends a request as it is, and returns all that comes, or the code of the error with which the connection ended. */
async function exchange (url: string, message: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = createConnection(Number(port), hostname)
  socket.write(message)
  try {
    return (await text(socket)).replace(/\r\nDate: [^\r]*/i, '')
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}

function get (path: string, ...headers: string[]): string {
  return [`GET ${path} HTTP/1.1`, 'Host: mocks.example', 'Connection: close', ...headers, '', ''].join('\r\n')
}

t.test('requests that are passed on to the owner of their world', { skip: noRedis }, async t => {
  const [owner, other] = await startReplicas(t, 2, { allowedHosts: ['mocks.example'], trustProxy: true })
  if (owner === undefined || other === undefined) throw new Error('They did not start')

  t.test('get the response that they get from the owner itself, with its headers as they are', async t => {
    const { body: { id } } = await bake(`${owner.url}/~same`, 'rye')
    await send(`${owner.url}/~same/__admin/clock`, 'PUT', { mode: 'frozen' })
    const messages = [
      get(`/~same/breads/${id}`),
      get(`/breads/${id}`, 'X-Standin-World: same'),
      get(`/breads/${id}`, 'Cookie: standin-world=same'),
      get('/~same/breads/none?x=%2F%zz', 'Accept-Encoding: gzip'),
      get('/~same/nowhere', 'Origin: http://pages.example'),
      get('/~same/__admin/resources'),
      get('/~same/__admin/resources/none'),
      'OPTIONS /~same/breads HTTP/1.1\r\nHost: a\r\nConnection: close\r\nOrigin: http://a\r\n' +
        'Access-Control-Request-Method: POST\r\n\r\n',
      `HEAD /~same/breads/${id} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`
    ]
    for (const message of messages) t.equal(await exchange(other.url, message), await exchange(owner.url, message))
  })

  t.test('have the faults that stubs cause, at the connection of their client', async t => {
    const faults = ['reset-before-headers', 'reset-after-headers', 'truncated-body', 'garbage', 'wrong-content-length']
    for (const fault of faults) {
      const world = `fault-${fault}`
      const stub = { operation: 'bakery.look', fault, reply: { status: 200, body: { id: 'a bread' } } }
      t.equal((await send(`${owner.url}/~${world}/__admin/stubs`, 'POST', stub)).status, 201)
      const message = get(`/~${world}/breads/1`)
      const direct = await exchange(owner.url, message)
      const passed = await exchange(other.url, message)
      t.equal(lower(passed), lower(direct), fault)
    }
  })

  t.test('keep the URL by which their client reached the server', async t => {
    const stub = { operation: 'bakery.look', reply: { status: 200, body: { id: '{{request.baseUrl}}' } } }
    await send(`${owner.url}/~url/__admin/stubs`, 'POST', stub)
    const forwarded = ['X-Forwarded-Proto: https', 'X-Forwarded-Host: mocks.example', 'X-Forwarded-Prefix: /mocks']
    await exchange(other.url, get('/~url/breads/1', ...forwarded))
    const har = await send(`${other.url}/~url/__admin/har`, 'GET', undefined, {
      'x-forwarded-host': 'mocks.example', 'x-forwarded-proto': 'https', 'x-forwarded-prefix': '/mocks'
    })
    t.match(har.body.log.entries[0].request.url, /^https:\/\/mocks\.example\/mocks/)
  })

  t.test('are not believed to be passed on where they come from a client', async t => {
    await bake(`${owner.url}/~spoof`, 'rye')
    const header = 'X-Standin-Hop: guessed https%3A%2F%2Fevil.example  evil.example'
    const answered = await exchange(other.url, get('/~spoof/breads/none', header))
    t.match(answered, /^HTTP\/1\.1 404/)
    const { body } = await send(`${owner.url}/~spoof/__admin/requests`, 'GET')
    t.notMatch(JSON.stringify(body), /x-standin-hop": ?"(?!guessed)/)
  })

  t.test('end at the owner when their client leaves', async t => {
    const stub = { operation: 'bakery.look', fault: 'no-answer' }
    await send(`${owner.url}/~left/__admin/stubs`, 'POST', stub)
    const { hostname, port } = new URL(other.url)
    const socket = createConnection(Number(port), hostname)
    await once(socket, 'connect')
    const passed = once(owner.app.server, 'request')
    socket.write(get('/~left/breads/1'))
    const [incoming] = await passed
    t.equal(incoming.headers.host, 'mocks.example')
    const ended = once(incoming.socket, 'close')
    socket.destroy()
    await ended
  })

  t.test('stream what is streamed', async t => {
    await bake(`${owner.url}/~streamed`, 'rye')
    const response = await fetch(`${other.url}/__admin/events?world=streamed`)
    t.equal(response.headers.get('content-type'), 'text/event-stream')
    const reader = response.body?.getReader()
    await bake(`${owner.url}/~streamed`, 'spelt')
    let read = ''
    while (!read.includes('/breads')) read += Buffer.from((await reader?.read())?.value ?? []).toString()
    await reader?.cancel()
    const large = { kind: 'x'.repeat(500_000) }
    const made = await send(`${other.url}/~streamed/breads`, 'POST', large, { 'x-baker': 'large' })
    t.equal(made.status, 201)
  })
})

function lower (message: string): string {
  return message.toLowerCase()
}
