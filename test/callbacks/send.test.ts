import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createNetServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { CALLBACK_HEADER, refusalOf, send } from '../../src/callbacks/send.ts'
import { startReceiver } from '../providers/start-receiver.ts'

const refusal = (url: string, allowedHosts?: readonly string[]) =>
  refusalOf(new URL(url), allowedHosts)

t.test('only http and https are called', async t => {
  for (const url of [
    'http://example.com/a?b',
    'https://example.com:8443',
    'HTTP://EXAMPLE.COM',
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'http://10.0.0.1',
    'http://169.253.0.1'
  ]) {
    t.equal(refusal(url), undefined, url)
  }
  for (const url of [
    'ftp://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,a',
    'ws://example.com',
    'gopher://example.com'
  ]) {
    t.match(refusal(url), /http and https only/, url)
  }
})

t.test('what is sent is marked as of a stand-in', async t => {
  const server = createServer((request, response) => {
    response.writeHead(request.headers[CALLBACK_HEADER] === '1' ? 200 : 400).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo  // it listens on a port
  const headers = { [CALLBACK_HEADER]: 'another' }
  const message = { method: 'POST', url: new URL(`http://127.0.0.1:${port}`), headers, body: undefined }
  t.match(await send(message), { status: 200 })
})

t.test('link-local addresses are never called, however they are written', async t => {
  const forms = [
    '169.254.169.254',
    '169.254.0.0',
    '169.254.255.255:8080',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '169.16689662',
    '[fe80::1]',
    '[FE80::1]',
    '[febf::1]',
    '[fe80:0000:0000:0000:0000:0000:0000:0001]:8080',
    '[::ffff:169.254.169.254]',
    '[::ffff:a9fe:a9fe]',
    '[0:0:0:0:0:ffff:a9fe:a9fe]'
  ]
  for (const host of forms) {
    t.match(refusal(`http://${host}/`), /is a link-local address/, host)
    t.match(
      refusal(`http://${host}/`, [new URL(`http://${host}/`).host]),
      /is a link-local address/,
      `${host}, though it is listed`
    )
  }
})

t.test('a name that is resolved to a link-local address is not called', async t => {
  const resolving = (...addresses: Array<{ address: string, family: number }>) =>
    t.mockImport<typeof import('../../src/callbacks/send.ts')>('../../src/callbacks/send.ts', {
      'node:dns': {
        lookup: (_name: string, _options: unknown, done: (error: null, found: unknown) => void) =>
          done(null, addresses)
      }
    })
  const message = {
    method: 'POST',
    url: new URL('http://metadata.example/'),
    headers: {},
    body: undefined
  }
  for (const [address, family] of [
    ['169.254.169.254', 4],
    ['fe80::1', 6],
    ['::ffff:169.254.169.254', 6]
  ] as const) {
    const { send } = await resolving({ address: '127.0.0.1', family: 4 }, { address, family })
    await t.rejects(send(message), {
      message: `metadata.example is ${address}, a link-local address`
    })
  }

  const { received, url } = await startReceiver(t)
  const { send } = await resolving({ address: '127.0.0.1', family: 4 })
  const { port } = new URL(url)
  t.match(await send({ ...message, url: new URL(`http://receiver.example:${port}/`) }), { status: 204 })
  t.equal(received.length, 1)
})

t.test('hosts are listed with or without a port', async t => {
  const listed = (url: string, ...hosts: string[]) => refusal(url, hosts) === undefined
  t.ok(listed('http://example.com:8080/', 'example.com'))
  t.ok(listed('http://example.com:8080/', 'a', 'example.com:8080'))
  t.ok(listed('http://example.com/', 'example.com:80'), 'a port that the scheme has anyway')
  t.ok(listed('https://example.com/', 'Example.com:443'))
  t.ok(listed('http://[::1]:5000/', '[::1]:5000'))
  t.notOk(listed('http://example.com:8081/', 'example.com:8080'))
  t.notOk(listed('https://example.com/', 'example.com:80'))
  t.notOk(listed('http://www.example.com/', 'example.com'))
  t.notOk(listed('http://example.com.evil.test/', 'example.com'))
  t.notOk(listed('http://example.com@evil.test/', 'example.com'))
  t.notOk(listed('http://example.com/'), 'an empty list allows none')
})

t.test(
  'a message is sent with its method, headers and body, and its status comes back',
  async t => {
    const { received, url } = await startReceiver(t, 201)
    const receipt = await send({
      method: 'PUT',
      url: new URL('/a?b=c', url),
      headers: { 'content-type': 'text/plain' },
      body: 'höllo'
    })
    t.match(receipt, { status: 201 })
    t.match(received, [{ method: 'PUT', path: '/a?b=c', contentType: 'text/plain', body: 'höllo' }])
  }
)

t.test('a redirect to nowhere is not followed', async t => {
  const { received, url } = await startReceiver(t, 307)
  t.match(await send({ method: 'POST', url: new URL(url), headers: {}, body: undefined }), { status: 307 })
  t.equal(received.length, 1)
})

t.test('an answer counts as soon as its head is there, whatever follows', async t => {
  const server = createServer((_request, response) => {
    response.writeHead(200).write('and so on')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // it listens on a port
  t.match(
    await send({
      method: 'POST',
      url: new URL(`http://127.0.0.1:${port}`),
      headers: {},
      body: 'a'
    }),
    { status: 200 }
  )
})

const message = { method: 'POST', url: new URL('http://127.0.0.1'), headers: {}, body: undefined }

t.test('307 and 308 are followed with method and body, other redirects are not', async t => {
  for (const status of [307, 308, 301, 302, 303]) {
    const target = await startReceiver(t)
    const first = await startReceiver(t, { status, headers: { location: `${target.url}/there` } })
    const receipt = await send({ ...message, body: 'text', url: new URL(first.url) })
    const isFollowed = status === 307 || status === 308
    t.match(receipt, { status: isFollowed ? 204 : status })
    const expected = isFollowed ? [{ method: 'POST', path: '/there', body: 'text' }] : []
    t.match(target.received, expected)
    t.equal(target.received.length, expected.length)
  }
})

t.test('a redirect is followed to allowed hosts only, and not for ever', async t => {
  const target = await startReceiver(t)
  const redirect = (location: string) => ({ status: 307, headers: { location } })
  const { host } = new URL(target.url)
  const cases = [
    { location: target.url, allowed: ['127.0.0.1:1'], error: /the host .* is not an allowed one/ },
    { location: 'http://169.254.169.254/', allowed: undefined, error: /link-local/ },
    { location: 'file:///etc/passwd', allowed: undefined, error: /http and https only/ },
    { location: 'http://', allowed: undefined, error: /it is not a URL/ }
  ]
  for (const { allowed, error, location } of cases) {
    const first = await startReceiver(t, redirect(location))
    await t.rejects(send({ ...message, url: new URL(first.url) }, allowed), { message: error })
  }
  t.same(target.received, [])
  const allowed = await startReceiver(t, redirect(target.url))
  t.match(await send({ ...message, url: new URL(allowed.url) }, [host, new URL(allowed.url).host]), { status: 204 })

  const round = await startReceiver(t, ...Array.from({ length: 9 }, () => redirect('/again')))
  await t.rejects(send({ ...message, url: new URL(round.url) }), { message: 'more than 5 redirects' })
  t.equal(round.received.length, 6)
})

t.test('another origin does not get the credentials', async t => {
  const headers = { authorization: 'Bearer secret', cookie: 'a=b', 'x-signature': 'kept' }
  const target = await startReceiver(t)
  const first = await startReceiver(t, { status: 307, headers: { location: '/same' } },
    { status: 307, headers: { location: target.url } })
  await send({ ...message, headers, url: new URL(first.url) })
  t.match(first.received.at(-1)?.headers, headers)
  const { authorization, cookie, 'x-signature': signature } = target.received[0]?.headers ?? {}
  t.same([authorization, cookie, signature], [undefined, undefined, 'kept'])
})

t.test('how long a receiver asks to wait is read of 429 and 503', async t => {
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT'
  const cases = [
    [429, '7', 7_000],
    [503, '0', 0],
    [503, 'Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    [503, 'Wed, 31 Dec 2025 23:59:00 GMT', 0],
    [500, '7', undefined],
    [429, 'soon', undefined],
    [429, '-1', undefined],
    [429, '1.5', undefined]
  ] as const
  for (const [status, text, ms] of cases) {
    const { url } = await startReceiver(t, { status, headers: { 'retry-after': text, date } })
    t.match(await send({ ...message, url: new URL(url) }), { status, retryAfterMs: ms }, `${status} ${text}`)
  }
})

t.test('a receiver that switches protocols, or says nothing, has its end', async t => {
  const answering = async (text: string) => {
    const server = createNetServer(socket => socket.on('error', () => {}).end(text))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.teardown(() => server.close())
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)  // it listens on a port
  }
  const upgrade = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'
  await t.rejects(send({ ...message, url: await answering(upgrade) }), { message: /responded 101/ })
  await t.rejects(send({ ...message, url: await answering('') }))
})
