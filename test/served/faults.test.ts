import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import t from 'tap'
import type { Test } from 'tap'
import { request } from 'undici'
import { FAULTS } from '../../src/messages/fault.ts'
import type { Fault } from '../../src/messages/fault.ts'
import type { Standin } from '../start-standin.ts'
import { answering, journalOf, startWith } from '../apis/start-with.ts'

const TEXT = { type: 'object', properties: { text: { type: 'string' } } }
const BODY = { text: 'x'.repeat(500) }
const PATHS = {
  '/things': { get: { operationId: 'listThings', responses: answering(TEXT, { text: 'an example' }) } },
  '/silence': { get: { operationId: 'keepSilence', responses: { 204: { description: 'Nothing.' } } } }
}

interface Listening extends Standin {
  readonly url: string
}

async function listen (t: Test): Promise<Listening> {
  const standin = await startWith(t, PATHS)
  await standin.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = standin.app.server.address() as AddressInfo  // it listens on a port
  return { ...standin, url: `http://127.0.0.1:${port}` }
}

async function script (t: Test, stub: object): Promise<Listening> {
  const standin = await listen(t)
  const { statusCode, body } = await standin.admin('POST', '/stubs', { operation: 'things.listThings', ...stub })
  if (statusCode !== 201) throw new Error(body)
  return standin
}

/** What a client of undici sees: how far it came, and what went wrong. */
async function seenByUndici (url: string, signal?: AbortSignal): Promise<object> {
  try {
    const { body, headers, statusCode } = await request(url, { signal })
    const seen = { status: statusCode, length: headers['content-length'] }
    try {
      return { ...seen, text: await body.text() }
    } catch (error) {
      return { ...seen, ...described(error) }
    }
  } catch (error) {
    return described(error)
  }
}

function described (error: unknown): object {
  return error instanceof Error
    ? { error: error.name, code: 'code' in error ? error.code : undefined, message: error.message }
    : { error }
}

const run = promisify(execFile)

/** What curl makes of an answer: its exit code, and what it wrote; `undefined` where there is no curl. */
async function seenByCurl (url: string, ...options: string[]): Promise<{ exit: number, text: string } | undefined> {
  try {
    const { stdout } = await run('curl', ['--silent', '--include', ...options, url])
    return { exit: 0, text: stdout }
  } catch (error) {
    const { code, stdout = '' } = error as { code?: number | string, stdout?: string }  // as execFile rejects
    return code === 'ENOENT' ? undefined : { exit: Number(code), text: stdout }
  }
}

interface Sight {
  readonly undici: object
  /** The exit codes that tell of it (curl's manual, EXIT CODES), and whether its headers were seen. */
  readonly curl: { readonly exits: readonly number[], readonly headers: boolean, readonly options?: readonly string[] }
}

const LENGTH = String(JSON.stringify(BODY).length)
const HALF = String(Math.floor(Number(LENGTH) / 2))

const SEEN: Readonly<Record<Exclude<Fault, 'no-answer'>, Sight>> = {
  'reset-before-headers': {
    undici: { code: 'ECONNRESET', status: undefined },
    curl: { exits: [56], headers: false }
  },
  'reset-after-headers': {
    undici: { code: 'ECONNRESET', status: 200, length: LENGTH },
    curl: { exits: [56, 18], headers: true }
  },
  'truncated-body': {
    undici: { error: 'SocketError', message: 'other side closed', status: 200, length: LENGTH },
    curl: { exits: [18], headers: true }
  },
  garbage: {
    undici: { error: 'HTTPParserError', status: undefined },
    curl: { exits: [1], headers: false }
  },
  'wrong-content-length': {
    undici: { status: 200, length: HALF, text: JSON.stringify(BODY).slice(0, Number(HALF)) },
    curl: { exits: [0, 8], headers: true }
  }
}

for (const [fault, { curl, undici }] of Object.entries(SEEN)) {
  t.test(`${fault} is seen by undici and by curl as what it is`, async t => {
    const { url, ...standin } = await script(t, { reply: { body: BODY }, fault })
    t.match(await seenByUndici(`${url}/things`), undici, 'undici')

    const seen = await seenByCurl(`${url}/things`, ...curl.options ?? [])
    if (seen === undefined) t.comment('there is no curl on this machine')
    else {
      t.ok(curl.exits.includes(seen.exit), `curl ended with ${seen.exit}`)
      t.equal(seen.text.startsWith('HTTP/1.1 200 OK'), curl.headers, 'curl saw headers or none')
    }
    for (const exchange of await journalOf(standin)) {
      t.match(exchange, { fault, stub: '1', source: 'stub', response: { status: 200 } })
    }
    await standin.admin('DELETE', '/stubs')
    t.match(await seenByUndici(`${url}/things`), { status: 200, text: '{"text":"an example"}' }, 'the server goes on')
  })
}

t.test('a truncated body is its first half', async t => {
  const { url } = await script(t, { reply: { body: BODY }, fault: 'truncated-body' })
  const received = await rawAnswer(url)
  t.match(received, /^HTTP\/1\.1 200 OK\r\n/)
  t.match(received.toLowerCase(), `content-length: ${LENGTH}`)
  t.equal(received.slice(received.indexOf('\r\n\r\n') + 4), JSON.stringify(BODY).slice(0, Number(HALF)))
})

t.test('a wrong Content-Length says half of what comes', async t => {
  const { url } = await script(t, { reply: { body: BODY }, fault: 'wrong-content-length' })
  const received = await rawAnswer(url)
  t.match(received.toLowerCase(), `content-length: ${HALF}`)
  t.equal(received.slice(received.indexOf('\r\n\r\n') + 4), JSON.stringify(BODY))
})

/** All that comes over a connection until the other side ends it. */
async function rawAnswer (url: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET /things HTTP/1.1\r\nHost: localhost\r\n\r\n')
  let received = ''
  socket.setEncoding('latin1').on('data', chunk => { received += chunk })
  await once(socket, 'end')
  return received
}

t.test('what goes wrong with a request waits for the response to an earlier one on its connection', async t => {
  const { admin, app, url } = await script(t, { fault: 'reset-before-headers' })
  await admin('POST', '/stubs', {
    operation: 'things.keepSilence',
    reply: { status: 204 },
    delay: { fixed: 'PT1H', by: 'clock' }
  })
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let received = ''
  socket.setEncoding('latin1').on('data', text => { received += text })
  const closed = new Promise(resolve => socket.once('close', resolve).on('error', () => {}))
  const arrived = new Promise<void>(resolve => {
    app.server.on('request', ({ url }) => { if (url === '/things') resolve() })
  })
  socket.write('GET /silence HTTP/1.1\r\nHost: localhost\r\n\r\nGET /things HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await arrived
  await admin('GET', '/requests')
  t.equal(received, '')
  await admin('POST', '/clock/advance', { by: 'PT1H' })
  await closed
  t.match(received, /^HTTP\/1\.1 204 /)
  t.equal((await app.inject('/__admin/health')).statusCode, 200)
})

t.test('no answer comes until the client gives up', async t => {
  const { app, url, ...standin } = await script(t, { fault: 'no-answer' })
  const gaveUp = new AbortController()
  const arrived = once(app.server, 'request')
  const seen = seenByUndici(`${url}/things`, gaveUp.signal)
  const [{ socket }] = await arrived
  const closed = once(socket, 'close')
  gaveUp.abort()
  t.match(await seen, { error: 'AbortError' })
  await closed
  t.match(await journalOf({ app, ...standin }), [{ fault: 'no-answer' }])

  const curl = await seenByCurl(`${url}/things`, '--max-time', '0.2')
  if (curl === undefined) t.comment('there is no curl on this machine')
  else t.same(curl, { exit: 28, text: '' }, 'curl timed out')
})

t.test('whoever gets no answer is let go when the world is reset, and when the server closes', async t => {
  for (const end of ['reset', 'close'] as const) {
    const { admin, app, url } = await script(t, { fault: 'no-answer' })
    const arrived = once(app.server, 'request')
    const seen = seenByUndici(`${url}/things`)
    await arrived
    if (end === 'reset') await admin('POST', '/reset')
    else await app.close()
    t.match(await seen, { error: 'SocketError', message: 'other side closed' }, end)
  }
})

t.test('an answer without a body can go wrong too', async t => {
  for (const fault of FAULTS.filter(fault => fault !== 'no-answer' && fault !== 'wrong-content-length')) {
    const { url } = await script(t, { operation: 'things.keepSilence', fault, reply: { status: 200 }, contract: 'off' })
    t.match(await seenByUndici(`${url}/silence`), { error: String }, fault)
  }
})

t.test('what the simulation or another source answers goes wrong where the stub says so', async t => {
  const { url, ...standin } = await script(t, { simulate: {}, fault: 'truncated-body' })
  t.match(await seenByUndici(`${url}/things`), { status: 200, error: 'SocketError' })
  t.match(await journalOf(standin), [{ fault: 'truncated-body', source: 'example', stub: '1' }])
})

t.test('of parallel requests, just as many see a fault as may', async t => {
  const { url } = await script(t, { fault: 'reset-before-headers', times: 5 })
  const seen = await Promise.all(Array.from({ length: 200 }, () => seenByUndici(`${url}/things`)))
  t.equal(seen.filter(answer => 'error' in answer).length, 5)
})

t.test('a request that is injected has no connection that could go wrong, and is told so', async t => {
  const { admin, send, ...standin } = await startWith(t, PATHS)
  for (const fault of FAULTS) {
    await admin('POST', '/stubs', { operation: 'things.listThings', fault })
    t.match((await send('GET', '/things')).json(), {
      status: 500,
      code: 'STANDIN_FAULT_NEEDS_CONNECTION',
      detail: new RegExp(fault)
    })
  }
  t.same((await journalOf({ admin, send, ...standin })).map(({ fault }: { fault?: string }) => fault), FAULTS)
})
