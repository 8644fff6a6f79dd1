import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import { exchange, journalOf, startProxy, startService } from './start-proxy.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const BYTES = { 'content-type': 'application/octet-stream' }

/** Starts a service that answers each connection with these bytes, and then ends it or does not. */
async function startRaw (t: Test, bytes: string, end: (socket: Socket) => void = socket => socket.end()) {
  const server = createServer(socket => {
    socket.on('error', () => {}).once('data', () => socket.write(bytes, 'latin1', () => end(socket)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

t.test('a response that cannot be used is answered with 502 and the reason', async t => {
  const cases: Record<string, string> = {
    'no HTTP': 'SSH-2.0-OpenSSH_9.0\r\n',
    nothing: '',
    'half a head': 'HTTP/1.1 200 OK\r\ncontent-ty',
    'half a body': `${HEAD}content-length: 100\r\n\r\n{"a":`,
    'half a chunk': `${HEAD}transfer-encoding: chunked\r\n\r\n50\r\n[1,2`,
    'a bad chunk': `${HEAD}transfer-encoding: chunked\r\n\r\nxyz\r\n[1,2]\r\n0\r\n\r\n`,
    'two lengths': `${HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n[]`,
    'huge headers': `HTTP/1.1 200 OK\r\nx-large: ${'a'.repeat(40_000)}\r\ncontent-length: 0\r\n\r\n`
  }
  for (const [name, bytes] of Object.entries(cases)) {
    const proxy = await startProxy(t, await startRaw(t, bytes))
    const answer = await exchange(`${proxy.url}/v2/pets`)
    t.equal(answer.status, 502, name)
    t.match(JSON.parse(answer.body.toString()), { code: 'STANDIN_SERVICE_RESPONSE_BROKEN' }, name)
    const [entry] = await journalOf(proxy)
    t.match(entry, { source: 'refusal', response: { status: 502 } }, name)
  }
})

t.test('a reset before the head is answered with 502', async t => {
  const proxy = await startProxy(t, await startRaw(t, '', socket => socket.resetAndDestroy()))
  const answer = await exchange(`${proxy.url}/v2/pets`)
  t.match(JSON.parse(answer.body.toString()), { status: 502, code: 'STANDIN_SERVICE_RESPONSE_BROKEN' })
})

t.test('a response that breaks off after its head is broken off here, and the journal says so', async t => {
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\ncontent-length: 100\r\n\r\nhalf'
  let service: Socket | undefined
  const proxy = await startProxy(t, await startRaw(t, head, socket => { service = socket }))
  const sent = request(`${proxy.url}/v2/files/a`).end()
  const [response] = await once(sent, 'response')
  t.equal(response.statusCode, 200)
  const [chunk] = await once(response, 'data')
  t.equal(chunk.toString(), 'half')
  service?.resetAndDestroy()
  await new Promise(resolve => response.on('error', () => {}).on('close', resolve))
  t.equal(response.complete, false)
  const [entry] = await journalOf(proxy)
  t.match(entry, { source: 'proxy', response: { status: 200, violations: [{ in: 'body', expected: 'be complete' }] } })
})

t.test('a service that is not there is told, with why', async t => {
  const closed = await startRaw(t, '')
  const { port } = new URL(closed)
  for (const url of ['http://nowhere.invalid', 'http://127.0.0.1:1', `https://127.0.0.1:${port}`]) {
    const proxy = await startProxy(t, url)
    const answer = await exchange(`${proxy.url}/v2/pets`)
    t.equal(answer.status, 502, url)
    const { code, detail } = JSON.parse(answer.body.toString())
    t.match(code, /^STANDIN_SERVICE_(?:UNREACHABLE|RESPONSE_BROKEN)$/, `${url}: ${detail}`)
  }
})

t.test('a service that does not respond in time is told by 504', async t => {
  const service = await startService(t, () => {})
  const proxy = await startProxy(t, service.url, { proxyTimeout: 0.1 })
  const answer = await exchange(`${proxy.url}/v2/pets`)
  t.equal(answer.status, 504)
  t.match(JSON.parse(answer.body.toString()), { code: 'STANDIN_SERVICE_TIMEOUT' })
})

t.test('a response streams as it comes', async t => {
  const parts = ['first', 'second']
  let next = (): void => {}
  const service = await startService(t, (_request, response) => {
    response.writeHead(200, BYTES)
    next = () => {
      const part = parts.shift()
      if (part === undefined) response.end()
      else response.write(part)
    }
    next()
  })
  const proxy = await startProxy(t, service.url)
  const sent = request(`${proxy.url}/v2/files/a`).end()
  const [response] = await once(sent, 'response')
  t.equal((await once(response, 'data'))[0].toString(), 'first')
  next()
  t.equal((await once(response, 'data'))[0].toString(), 'second')
  next()
  await once(response, 'end')
})

t.test('JSON that comes slowly is not held for long', async t => {
  let finish = (): void => {}
  const service = await startService(t, (_request, response) => {
    response.writeHead(200, JSON_TYPE).write('[{"id":"x"')
    finish = () => response.end('}]')
  })
  const proxy = await startProxy(t, service.url)
  const sent = request(`${proxy.url}/v2/pets`).end()
  const [response] = await once(sent, 'response')
  t.equal((await once(response, 'data'))[0].toString(), '[{"id":"x"')
  finish()
  await once(response.resume(), 'end')
  const [entry] = await journalOf(proxy)
  t.match(entry.response.violations.length, 2, 'it is checked all the same')
})

t.test('a request streams as it comes, and its response may come meanwhile', async t => {
  const service = await startService(t, (request, response) => {
    response.writeHead(200, JSON_TYPE)
    request.pipe(response)
  })
  const proxy = await startProxy(t, service.url)
  const sent = request(`${proxy.url}/v2/files/a`, { method: 'PUT', headers: BYTES })
  sent.write('[1')
  const [response] = await once(sent, 'response')
  t.equal((await once(response, 'data'))[0].toString(), '[1')
  sent.end(']')
  t.equal((await once(response, 'data'))[0].toString(), ']')
  const [entry] = await journalOf(proxy)
  t.strictSame(entry.unchecked, ['request'])
})

t.test('large bodies pass in both directions without being kept', async t => {
  const MIB = 2 ** 20
  const SIZE = 100
  const part = Buffer.alloc(MIB, 'standin!')
  const sum = createHash('sha256')
  for (let index = 0; index < SIZE; index++) sum.update(part)
  const expected = sum.digest('hex')
  const service = await startService(t, (request, response) => {
    if (request.method === 'PUT') {
      const hash = createHash('sha256')
      request.on('data', chunk => hash.update(chunk)).on('end', () => {
        response.writeHead(200, JSON_TYPE).end(JSON.stringify(hash.digest('hex')))
      })
      return
    }
    response.writeHead(200, { ...BYTES, 'content-length': SIZE * MIB })
    let written = 0
    const write = (): void => {
      while (written < SIZE) {
        written++
        if (!response.write(part)) {
          response.once('drain', write)
          return
        }
      }
      response.end()
    }
    write()
  })
  const proxy = await startProxy(t, service.url)

  const sent = request(`${proxy.url}/v2/files/a`).end()
  const [response] = await once(sent, 'response')
  const hash = createHash('sha256')
  // A client that reads nothing keeps the service from writing more: nothing is gathered in between.
  response.pause()
  await new Promise(resolve => setImmediate(resolve))
  t.ok(response.readableLength < MIB)
  for await (const chunk of response) hash.update(chunk)
  t.equal(hash.digest('hex'), expected)

  const upload = request(`${proxy.url}/v2/files/a`, { method: 'PUT', headers: BYTES })
  for (let index = 0; index < SIZE; index++) {
    if (!upload.write(part)) await once(upload, 'drain')
  }
  upload.end()
  const [stored] = await once(upload, 'response')
  let text = ''
  for await (const chunk of stored) text += chunk
  t.equal(JSON.parse(text), expected)

  const journal = await journalOf(proxy)
  t.match(journal[0], { unchecked: ['response'], response: { note: /^104857600 bytes/ } })
  t.match(journal[1], { unchecked: ['request'] })
})

t.test('a fault cuts off a response that has no end, of which only the start is read', async t => {
  let hasClosed = (): void => {}
  const closed = new Promise<void>(resolve => { hasClosed = resolve })
  const part = Buffer.alloc(2 ** 16)
  const service = await startService(t, (_request, response) => {
    response.on('close', () => hasClosed())
    response.writeHead(200, BYTES)
    const write = (): void => {
      while (!response.closed && response.write(part)) continue
      if (!response.closed) response.once('drain', write)
    }
    write()
  })
  const proxy = await startProxy(t, service.url)
  await proxy.settings({ operations: { 'pets.readFile': { fault: 'truncated-body' } } })
  const answer = await exchange(`${proxy.url}/v2/files/a`)
  t.match(answer, { status: 200, isWhole: false })
  t.ok(answer.body.length > 2 ** 18 && answer.body.length < 2 ** 21)
  await closed
})

t.test('a client that reads nothing stops the service, and one that leaves ends its request', async t => {
  let written = 0
  let hasStopped = (): void => {}
  const stopped = new Promise<void>(resolve => { hasStopped = resolve })
  let hasClosed = (): void => {}
  const closed = new Promise<void>(resolve => { hasClosed = resolve })
  const part = Buffer.alloc(2 ** 16)
  const service = await startService(t, (_request, response) => {
    response.on('close', () => hasClosed())
    response.writeHead(200, BYTES)
    const write = (): void => {
      while (written < 4_000) {
        written++
        if (!response.write(part)) {
          response.once('drain', write)
          // The buffers of the system are full once nothing drains between two turns.
          const before = written
          const look = (turns: number): void => {
            if (written !== before || response.closed) return
            if (turns === 0) hasStopped()
            else setImmediate(look, turns - 1)
          }
          return look(2_000)
        }
      }
    }
    write()
  })
  const proxy = await startProxy(t, service.url)
  const sent = request(`${proxy.url}/v2/files/a`).on('error', () => {}).end()
  const [response] = await once(sent, 'response')
  response.on('error', () => {}).pause()
  await stopped
  t.ok(written < 1_000, `the service was stopped after ${written} parts`)
  sent.destroy()
  await closed
  const [entry] = await journalOf(proxy)
  t.match(entry, { state: 'answered', source: 'proxy', unchecked: ['response'] })
})
