import { once } from 'node:events'
import { createServer } from 'node:http'
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
  t.equal(await send({ method: 'POST', url: new URL(`http://127.0.0.1:${port}`), headers, body: undefined }), 200)
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
  t.equal(await send({ ...message, url: new URL(`http://receiver.example:${port}/`) }), 204)
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
    const status = await send({
      method: 'PUT',
      url: new URL('/a?b=c', url),
      headers: { 'content-type': 'text/plain' },
      body: 'höllo'
    })
    t.equal(status, 201)
    t.same(received, [{ method: 'PUT', path: '/a?b=c', contentType: 'text/plain', body: 'höllo' }])
  }
)

t.test('redirects are not followed', async t => {
  const { received, url } = await startReceiver(t, 307)
  t.equal(await send({ method: 'POST', url: new URL(url), headers: {}, body: undefined }), 307)
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
  t.equal(
    await send({
      method: 'POST',
      url: new URL(`http://127.0.0.1:${port}`),
      headers: {},
      body: 'a'
    }),
    200
  )
})
