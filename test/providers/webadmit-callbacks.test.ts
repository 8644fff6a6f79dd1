import t from 'tap'
import { freshWorld, startStandin } from '../start-standin.ts'
import { readSample } from './read-sample.ts'
import { startReceiver } from './start-receiver.ts'
import { KEY, RUN_PATH, get, runExport, startedFile } from './webadmit-exports.ts'

/** The printed URL before percent-encoding, with the ids of a run. */
function printedFor (id: number): string {
  const { body = '' } = readSample('webadmit-callback')
  return body.replace('99752', String(id)).replace('123316', '56791')
}

t.test('a callback in the body is told when the file is ready, in the printed form, at that very moment', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t)
  const { id } = await startedFile(standin, `${url}/ready?for=me`)

  await standin.advance('PT6.999S')
  t.same(received, [])
  await standin.advance('PT0.001S')
  t.equal(received.length, 1)
  const [came] = received
  t.match(came, { method: 'POST', path: '/ready?for=me', contentType: /^application\/x-www-form-urlencoded/ })
  t.equal(decodeURIComponent(came?.body ?? ''), printedFor(id))
  t.comment(`${came?.method} ${came?.path}: ${decodeURIComponent(came?.body ?? '')}`)
  await standin.advance('PT1H')
  t.equal(received.length, 1, 'once')
})

t.test('a callback in the query is told too, and both are where both are given', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t)
  await standin.send('POST', `${RUN_PATH}?callback=${url}/query`, undefined, KEY)
  await standin.advance('PT7S')
  t.same(received.map(({ path }) => path), ['/query'])

  await runExport(standin, `${url}/body`, `${RUN_PATH}?callback=${encodeURIComponent(`${url}/query`)}`)
  await standin.advance('PT7S')
  t.same(received.map(({ path }) => path).sort(), ['/body', '/query', '/query'])
})

t.test('whoever asks for a run that is there already is told as well', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t)
  await runExport(standin, `${url}/first`)
  await standin.advance('PT3S')
  await runExport(standin, `${url}/second`)
  await standin.advance('PT4S')

  t.same(received.map(({ path }) => path).sort(), ['/first', '/second'])
})

t.test('errors in the file are told, with a capital letter; a run without a file is not announced', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t)
  for (const lifecycle of ['errors', 'empty', 'failure']) {
    await standin.settings({ resources: { 'webadmit.ExportFile': { lifecycle } } })
    await runExport(standin, `${url}/${lifecycle}`)
    await standin.advance('PT10S')
  }

  t.same(received.map(({ path }) => path), ['/errors'])
  t.equal(new URLSearchParams(received[0]?.body).get('export_file[status]'), 'Success_with_errors')
})

t.test('a callback that fails is sent three more times, with growing pauses by the clock', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t, 500, 302, 404, 503)
  await runExport(standin, url)
  const counts = []
  for (const by of ['PT7S', 'PT0.999S', 'PT0.001S', 'PT4.999S', 'PT0.001S', 'PT24.999S', 'PT0.001S', 'P1D']) {
    await standin.advance(by)
    counts.push(received.length)
  }

  t.same(counts, [1, 1, 2, 2, 3, 3, 4, 4])
  t.equal(new Set(received.map(({ body }) => body)).size, 1)
})

t.test('after a success it is not sent again', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t, 500)
  await runExport(standin, url)
  await standin.advance('PT1H')

  t.equal(received.length, 2)
})

t.test('by hand it is sent when the run is put into the status', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t)
  await standin.settings({ progression: 'manual' })
  const { id } = await startedFile(standin, url)
  await standin.advance('PT1H')
  t.same(received, [])
  await standin.force('webadmit.ExportFile', id, 'available')
  await standin.advance('PT0S')

  t.equal(received.length, 1)
})

t.test('by polls it is sent when a look brings the run to the status', async t => {
  const standin = await freshWorld(t)
  const { received, url } = await startReceiver(t)
  await standin.settings({ progression: { polls: 1 } })
  const { href } = await startedFile(standin, url)
  for (const status of ['queued', 'in_progress']) t.equal((await get(standin, href)).json().export_files.status, status)
  await standin.advance('PT0S')
  t.same(received, [])
  t.equal((await get(standin, href)).json().export_files.status, 'available')
  await standin.advance('PT0S')

  t.equal(received.length, 1)
})

t.test('while the clock runs it comes by itself', async t => {
  const standin = await freshWorld(t)
  const { arrival, received, url } = await startReceiver(t)
  await standin.settings({
    resources: {
      'webadmit.ExportFile': { durations: { initializing: 'PT0.01S', queued: 'PT0.01S', in_progress: 'PT0.01S' } }
    }
  })
  await standin.admin('PUT', '/clock', { mode: 'running' })
  await runExport(standin, url)
  await arrival

  t.equal(received.length, 1)
})

t.test('each delivery is recorded with its attempts', async t => {
  const standin = await freshWorld(t)
  const { url } = await startReceiver(t, 500)
  const { id } = await startedFile(standin, `${url}/ready`)
  t.match((await standin.admin('GET', '/callbacks')).json(), {
    callbacks: [{ state: 'waiting', due: '2026-01-01T00:00:07.000Z', attempts: [] }]
  })
  await standin.advance('PT8S')

  t.match((await standin.admin('GET', '/callbacks')).json(), {
    callbacks: [{
      callback: 'webadmit.runExport/exportFileReady',
      resource: { type: 'webadmit.ExportFile', id: String(id) },
      url: `${url}/ready`,
      state: 'delivered',
      due: null,
      body: { export_file: { id, export_id: 56791, status: 'Available' } },
      attempts: [{ at: '2026-01-01T00:00:07.000Z', status: 500 }, { at: '2026-01-01T00:00:08.000Z', status: 204 }]
    }]
  })
})

t.test('whoever does not answer is recorded with the reason, and given up after the last attempt', async t => {
  const standin = await freshWorld(t)
  const { url } = await startReceiver(t)
  // Nothing listens on port 1.
  await runExport(standin, url.replace(/:\d+$/, ':1'))
  await standin.advance('PT1M')

  t.match((await standin.admin('GET', '/callbacks')).json(), {
    callbacks: [{ state: 'failed', attempts: Array(4).fill({ status: null, error: /ECONNREFUSED/ }) }]
  })
})

t.test('link-local addresses are never called, nor hosts that are not allowed', async t => {
  const open = await freshWorld(t)
  const closed = await startStandin(t, { callbackHosts: ['hooks.example'] })
  const { received, url } = await startReceiver(t)
  await runExport(open, 'http://169.254.169.254/latest/meta-data')
  await runExport(closed, url)
  for (const standin of [open, closed]) {
    await standin.advance('PT1M')
    t.match((await standin.admin('GET', '/callbacks')).json(), {
      callbacks: [{ state: 'refused', attempts: [{ error: /link-local|not an allowed one/ }] }]
    })
  }

  t.same(received, [])
})

t.test('a callback that is no http address breaks the contract, and begins no run', async t => {
  const standin = await freshWorld(t)
  for (const callback of ['ftp://127.0.0.1/file', 'not a url', '']) {
    const answer = await runExport(standin, callback)
    t.equal(answer.statusCode, 400, callback)
    t.match(answer.json(), { message: 'body /callback' })
  }
  t.same((await standin.admin('GET', '/resources/webadmit.ExportFile')).json().resources ?? [], [])
})
