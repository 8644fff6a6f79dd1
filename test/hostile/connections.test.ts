import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { createReloadable } from '../../src/reload/reloadable.ts'
import { createStandin } from '../../src/server.ts'
import { startWith } from '../apis/start-with.ts'
import { listen } from '../start-standin.ts'
import { connectTo } from './raw-client.ts'

const JSON_TYPE = 'application/json'

const PATHS = {
  '/things': {
    get: {
      responses: { 200: { description: 'They are listed.', content: { [JSON_TYPE]: { schema: { const: [] } } } } }
    },
    post: {
      requestBody: { content: { [JSON_TYPE]: { schema: { type: 'array' } } } },
      responses: { 204: { description: 'It is taken.' } }
    }
  },
  '/things/{id}': {
    get: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 100 } }],
      responses: { 200: { description: 'It is found.', content: { [JSON_TYPE]: { schema: { const: 1 } } } } }
    }
  }
}

const request = (line: string, ...headers: string[]) => [line, 'Host: localhost', ...headers, '', ''].join('\r\n')
const posting = (...headers: string[]) => request('POST /things HTTP/1.1', `Content-Type: ${JSON_TYPE}`, ...headers)
const LONG = 'a'.repeat(20_000)

const SERVERS = [['a server', createStandin], ['a server that reloads', createReloadable]] as const

type Case = readonly [sent: string | Buffer, status: number, code: string, journalled?: string]

/** What is no request, or one that the server does not take, with its URL where the journal has it. */
const REJECTED: Readonly<Record<string, Case>> = {
  'a long header': [request('GET /things HTTP/1.1', `X-Long: ${LONG}`), 431, 'HEADERS_TOO_LARGE'],
  'many headers': [
    request('GET /things HTTP/1.1', ...Array.from({ length: 2_000 }, (_, index) => `X-${index}: ${index}`)),
    431,
    'HEADERS_TOO_LARGE'
  ],
  'a long URL': [request(`GET /${LONG} HTTP/1.1`), 431, 'HEADERS_TOO_LARGE'],
  'a TLS handshake': [Buffer.from('16030100a5010000a10303', 'hex'), 400, 'MALFORMED_MESSAGE'],
  'another protocol': ['EHLO mail.example\r\n\r\n', 400, 'MALFORMED_MESSAGE'],
  'an unknown method': [request('FOO /things HTTP/1.1'), 400, 'MALFORMED_MESSAGE'],
  'HTTP/2 without TLS': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'MALFORMED_MESSAGE'],
  'an unknown version': [request('GET /things HTTP/3.0'), 400, 'MALFORMED_MESSAGE'],
  'a name with a space': [request('GET /things HTTP/1.1', 'Bad Name: 1'), 400, 'MALFORMED_MESSAGE'],
  'line ends without a return': ['GET /things HTTP/1.1\nHost: localhost\n\n', 400, 'MALFORMED_MESSAGE'],
  'two lengths': [posting('Content-Length: 2', 'Content-Length: 3'), 400, 'MALFORMED_MESSAGE'],
  'a negative length': [posting('Content-Length: -1'), 400, 'MALFORMED_MESSAGE'],
  'a length and chunks': [posting('Content-Length: 2', 'Transfer-Encoding: chunked'), 400, 'MALFORMED_MESSAGE'],
  'a malformed chunk': [`${posting('Transfer-Encoding: chunked')}zz\r\n`, 400, 'MALFORMED_REQUEST', '/things'],
  'a chunk with a long extension': [
    `${posting('Transfer-Encoding: chunked')}1;${LONG}\r\n[\r\n`,
    400,
    'MALFORMED_REQUEST',
    '/things'
  ],
  'a malformed chunk for the admin API': [
    `${request('POST /__admin/stubs HTTP/1.1', 'Transfer-Encoding: chunked')}zz\r\n`,
    400,
    'MALFORMED_MESSAGE'
  ],
  'a tunnel': [request('CONNECT example.com:443 HTTP/1.1'), 405, 'METHOD_NOT_ALLOWED']
}

/** Requests whose method or path is odd. */
const ODD: Readonly<Record<string, Case>> = {
  'a long parameter': [request(`GET /things/${'b'.repeat(10_000)} HTTP/1.1`), 400, 'INVALID_REQUEST'],
  'QUERY without a content type': [request('QUERY /things HTTP/1.1'), 405, 'METHOD_NOT_ALLOWED'],
  'QUERY where nothing is': [request('QUERY /nothing HTTP/1.1'), 404, 'UNKNOWN_PATH'],
  'QUERY with a body': [`${request('QUERY /things HTTP/1.1', 'Content-Length: 2')}[]`, 405, 'METHOD_NOT_ALLOWED'],
  PROPFIND: [request('PROPFIND /things HTTP/1.1'), 405, 'METHOD_NOT_ALLOWED'],
  TRACE: [request('TRACE /things HTTP/1.1'), 405, 'METHOD_NOT_ALLOWED'],
  PURGE: [request('PURGE /things HTTP/1.1'), 405, 'METHOD_NOT_ALLOWED'],
  'LOCK with a body': [`${request('LOCK /things HTTP/1.1', 'Content-Length: 2')}[]`, 405, 'METHOD_NOT_ALLOWED'],
  'a broken escape': [request('GET /%zz HTTP/1.1'), 404, 'UNKNOWN_PATH'],
  'an escape that is not UTF-8': [request('GET /things/%ff HTTP/1.1'), 400, 'INVALID_REQUEST'],
  'an asterisk': [request('OPTIONS * HTTP/1.1'), 404, 'UNKNOWN_PATH'],
  'an unknown expectation': [
    `${posting('Expect: 200-maybe', 'Content-Length: 2')}{}`,
    400,
    'INVALID_REQUEST'
  ]
}

for (const [server, create] of SERVERS) {
  t.test(`${server} refuses what is no request in the form of other errors, and closes the connection`, async t => {
    const standin = await startWith(t, PATHS, { create })
    const url = await listen(standin)
    for (const [title, [sent, status, code, journalled]] of Object.entries(REJECTED)) {
      await t.test(title, async t => {
        await standin.admin('DELETE', '/requests')
        const { closed, send } = await connectTo(t, url)
        send(sent)
        const answer = await closed
        t.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `))
        t.match(answer, /^content-type: application\/problem\+json/mi)
        t.match(answer, `"code":"STANDIN_${code}"`)
        const [latest] = (await standin.admin('GET', '/requests?limit=1')).json().requests
        t.equal(latest?.request.url, journalled)
        t.equal((await standin.send('GET', '/things')).statusCode, 200, 'the server answers as before')
      })
    }
  })
}

for (const [server, create] of SERVERS) {
  t.test(`${server} refuses odd requests as others, and has them in the journal`, async t => {
    const standin = await startWith(t, PATHS, { create })
    const url = await listen(standin)
    for (const [title, [sent, status, code]] of Object.entries(ODD)) {
      await t.test(title, async t => {
        const { send, until } = await connectTo(t, url)
        send(sent)
        const answer = await until(/"code"/)
        t.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `))
        t.match(answer, `"code":"STANDIN_${code}"`)
        const { requests } = (await standin.admin('GET', '/requests?limit=1')).json()
        t.match(requests, [{ response: { status } }])
      })
    }
  })
}

for (const [server, create] of SERVERS) {
  t.test(`${server} takes URLs that name a host, as proxies send them`, async t => {
    const url = await listen(await startWith(t, PATHS, { create }))
    for (const path of ['/things', '/things?a=1', '/~other/things', '/~other/things/1', '/~other/__admin/clock']) {
      for (const origin of ['http://localhost', 'HTTPS://Mocks.Example:80', 'http://user:pass@[::1]:4010']) {
        const { closed, send } = await connectTo(t, url)
        send(request(`GET ${origin}${path} HTTP/1.1`, 'Connection: close'))
        t.match(await closed, /^HTTP\/1\.1 200 /, origin + path)
      }
    }
    const { closed, send } = await connectTo(t, url)
    send(request('GET http://localhost?a=1 HTTP/1.1', 'Connection: close'))
    t.match(await closed, /^HTTP\/1\.1 404 [^]*STANDIN_UNKNOWN_PATH/)
  })
}

t.test('a page may read why its headers are too large', async t => {
  const { closed, send } = await connectTo(t, await listen(await startWith(t, PATHS)))
  send(request('GET /things HTTP/1.1', 'Origin: http://page.example', `Cookie: ${LONG}`))
  t.match(await closed, /^access-control-allow-origin: http:\/\/page\.example\r$/mi)
})

t.test('a request is answered before what follows it and is none', async t => {
  const { closed, send } = await connectTo(t, await listen(await startWith(t, PATHS)))
  send(`${request('GET /things HTTP/1.1')}GARBAGE\r\n\r\n`)
  t.match(await closed, /^HTTP\/1\.1 200 [^]*\[\]HTTP\/1\.1 400 [^]*STANDIN_MALFORMED_MESSAGE/)
})

for (const [server, create] of SERVERS) {
  t.test(`${server} refuses what does not come in time with 408, and closes the connection`, async t => {
    const standin = await startWith(t, PATHS, { create, requestTimeout: 0.05 })
    const url = await listen(standin)
    const halves: Readonly<Record<string, readonly [sent: string, status: number]>> = {
      'the request': ['', 408],
      'the first line': ['GET /thi', 408],
      'the headers': ['GET /things HTTP/1.1\r\nHost: localhost\r\nX-', 408],
      'the body': [`${posting('Content-Length: 100')}[`, 408],
      'a chunk of the body': [`${posting('Transfer-Encoding: chunked')}2\r\n[`, 408],
      'the body for the admin API': [`${request('POST /__admin/stubs HTTP/1.1', 'Content-Length: 100')}{`, 408],
      'the body for no operation': [`${request('POST /nothing HTTP/1.1', 'Content-Length: 100')}[`, 404]
    }
    for (const [title, [sent, status]] of Object.entries(halves)) {
      await t.test(title, async t => {
        const { closed, send } = await connectTo(t, url)
        send(sent)
        const answer = await closed
        t.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `))
        t.equal(answer.split('HTTP/1.1 ').length, 2, 'there is one response')
        if (status === 408) t.match(answer, '"code":"STANDIN_REQUEST_TIMEOUT"')
      })
    }
    const { requests } = (await standin.admin('GET', '/requests')).json()
    t.same(requests.map(({ request, response }: { request: { url: string }, response: { status: number } }) =>
      [request.url, response.status]).sort(), [['/nothing', 404], ['/things', 408], ['/things', 408]])
  })
}

t.test('a response that is due later is not cut by the limit of requests', async t => {
  const standin = await startWith(t, PATHS, { requestTimeout: 0.05 })
  const url = await listen(standin)
  await standin.settings({ delayMs: 300 })
  const { send, until } = await connectTo(t, url)
  send(request('GET /things HTTP/1.1'))
  t.match(await until(/\[\]/), /^HTTP\/1\.1 200 /)
})

t.test('a client that sends all of a large body before it reads has the refusal', async t => {
  const standin = await startWith(t, PATHS, { bodyLimit: 1_000 })
  const url = await listen(standin)
  const body = Buffer.alloc(10_000_000, '1')
  for (const [path, status] of [['/things', 413], ['/nothing', 404], ['/__admin/stubs', 413], ['/__admin/no', 404]]) {
    for (const framing of [`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked']) {
      for (const connection of ['close', 'keep-alive']) {
        await t.test(`${path}, ${framing}, ${connection}`, async t => {
          const { hostname, port } = new URL(url)
          const socket = connect(Number(port), hostname)
          t.teardown(() => socket.destroy())
          socket.write(request(`POST ${path} HTTP/1.1`, framing, `Connection: ${connection}`))
          if (framing.startsWith('T')) socket.write(`${body.length.toString(16)}\r\n`)
          // Nothing is read until all is sent.
          socket.pause()
          await new Promise<void>((resolve, reject) => {
            socket.once('error', reject)
            socket.write(body, () => resolve())
          })
          if (framing.startsWith('T')) socket.write('\r\n0\r\n\r\n')
          const [answer] = await once(socket.setEncoding('latin1').resume(), 'data')
          t.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `))
        })
      }
    }
  }
})

t.test('what follows a refused body is read up to a bound, and dropped', async t => {
  const { hostname, port } = new URL(await listen(await startWith(t, PATHS)))
  const socket = connect(Number(port), hostname)
  t.teardown(() => socket.destroy())
  socket.on('error', () => {})
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.write(posting('Content-Length: 10000000000'))
  const piece = Buffer.alloc(1_000_000)
  const sendOn = (): void => { socket.write(piece, error => error == null && sendOn()) }
  sendOn()
  await closed
  t.ok(socket.bytesWritten < 200_000_000, String(socket.bytesWritten))
})

for (const [title, sent] of Object.entries({
  'has had no request': '',
  'has half of a head': 'GET /things HT',
  'has half of a body': `${posting('Content-Length: 100')}[`,
  'has half of a body for the admin API': `${request('POST /__admin/stubs HTTP/1.1', 'Content-Length: 9')}{`,
  'is kept alive': request('GET /things HTTP/1.1')
})) {
  for (const [server, create] of SERVERS) {
    t.test(`a connection that ${title} does not keep ${server} from closing`, async t => {
      const standin = await startWith(t, PATHS, { create })
      const { closed, send } = await connectTo(t, await listen(standin))
      send(sent)
      // Its answer shows that the server has read the other connection, too.
      await (await fetch(`${await listen(standin)}/things`)).text()
      await standin.app.close()
      t.notMatch(await closed, /408/)
    })
  }
}
