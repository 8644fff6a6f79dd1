import t from 'tap'
import { startReceiver } from '../providers/start-receiver.ts'
import { get, KEY, LIST_PATH, runExport, RUN_PATH, startedFile } from '../providers/webadmit-exports.ts'
import { listen } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { startedWith, startScenario } from './start-scenario.ts'

interface ShownFile {
  readonly id: number
  readonly status: string
  readonly download_url?: string
}

async function shown (standin: Standin, href: string): Promise<ShownFile> {
  return (await get(standin, href)).json().export_files
}

/** Returns the status of a run after each of some durations. */
async function statuses (standin: Standin, ...after: string[]): Promise<string[]> {
  const { href, status } = await startedFile(standin)
  const seen = [status]
  for (const by of after) {
    await standin.advance(by)
    seen.push((await shown(standin, href)).status)
  }
  return seen
}

t.test('webadmit/success: files become available, and what ran before is gone', async t => {
  const standin = await startedWith(t, 'webadmit/failure')
  await startScenario(standin, 'webadmit/success', { inProgress: 'PT2S' })
  t.same(await statuses(standin, 'PT2S', 'PT2S'), ['initializing', 'in_progress', 'available'])
})

t.test('webadmit/slow: runs take an hour and more', async t => {
  const standin = await startedWith(t, 'webadmit/slow')
  t.same(
    await statuses(standin, 'PT5M', 'PT1S', 'PT59M59S', 'PT1S'),
    ['initializing', 'queued', 'in_progress', 'in_progress', 'available']
  )
})

for (const [name, status, calls] of [
  ['failure', 'failed', 0],
  ['empty', 'empty_list', 0],
  ['with-errors', 'success_with_errors', 1]
] as const) {
  t.test(`webadmit/${name}: runs end as ${status}, of which ${calls} callbacks tell`, async t => {
    const standin = await startedWith(t, `webadmit/${name}`)
    const { received, url } = await startReceiver(t)
    const { href } = await startedFile(standin, url)
    await standin.advance('PT7S')
    const file = await shown(standin, href)
    t.equal(file.status, status)
    t.equal(file.download_url !== undefined, calls > 0)
    t.equal(received.length, calls)
  })
}

t.test('webadmit/rate-limited: a client that waits as Retry-After says is served again', async t => {
  const standin = await startedWith(t, 'webadmit/rate-limited', { max: 2 })
  for (const remaining of ['1', '0']) {
    t.match((await get(standin, LIST_PATH)).headers, { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': remaining })
  }
  const refused = await get(standin, LIST_PATH)
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '3600')
  await standin.advance(`PT${refused.headers['retry-after']}S`)
  t.equal((await get(standin, LIST_PATH)).statusCode, 200)
})

t.test('webadmit/duplicate-reused: the run that is in progress is given, until it has ended', async t => {
  const standin = await startedWith(t, 'webadmit/duplicate-reused')
  t.match(await startedFile(standin), { id: 99752, status: 'in_progress' })
  await standin.advance('PT5S')
  t.match(await startedFile(standin), { id: 74780, status: 'initializing' })
})

t.test('webadmit/not-found: the export is not there, others are', async t => {
  const standin = await startedWith(t, 'webadmit/not-found')
  t.equal((await runExport(standin)).statusCode, 404)
  t.equal((await runExport(standin, undefined, RUN_PATH.replace('56791', '56792'))).statusCode, 201)
})

t.test('webadmit/unauthorized: no key is accepted but those listed', async t => {
  const standin = await startedWith(t, 'webadmit/unauthorized')
  t.match(await runExport(standin), { statusCode: 401, body: '' })
  await startScenario(standin, 'webadmit/unauthorized', { accepted: [KEY['x-api-key']] })
  t.equal((await runExport(standin)).statusCode, 201)
})

t.test('webadmit/server-error: a client that tries again is served', async t => {
  const { app, name } = await startedWith(t, 'webadmit/server-error', { times: 2 })
  const headers = { ...KEY, 'x-standin-world': name }
  const run = () => app.inject({ method: 'POST', url: RUN_PATH, headers })
  for (let attempt = 0; attempt < 2; attempt++) {
    t.match(await run(), { statusCode: 503, headers: { 'retry-after': '1' } })
  }
  t.equal((await run()).statusCode, 201)
})

t.test('webadmit/connection-faults: a client that tries again is served', async t => {
  const standin = await startedWith(t, 'webadmit/connection-faults', { fault: 'garbage' })
  const url = await listen(standin)
  await t.rejects(fetch(url + LIST_PATH, { headers: KEY }))
  t.equal((await fetch(url + LIST_PATH, { headers: KEY })).status, 200)
})

t.test('webadmit/callback-retried: a receiver that fails is told again, 1, 5 and 25 seconds later', async t => {
  const standin = await startedWith(t, 'webadmit/callback-retried')
  const { received, url } = await startReceiver(t, 500, 503)
  await startedFile(standin, url)
  const counts: number[] = []
  for (const by of ['PT3S', 'PT1S', 'PT5S', 'PT1H']) {
    await standin.advance(by)
    counts.push(received.length)
  }
  t.same(counts, [1, 2, 3, 3])
  t.match((await standin.admin('GET', '/callbacks')).json().callbacks, [
    { state: 'delivered', attempts: [{ status: 500 }, { status: 503 }, { status: 204 }] }
  ])
})

t.test('webadmit/huge-files: a file of a hundred megabytes is sent whole', async t => {
  const standin = await startedWith(t, 'webadmit/huge-files')
  const { href } = await startedFile(standin)
  await standin.advance('PT7S')
  const { pathname, search } = new URL((await shown(standin, href)).download_url ?? '')
  const { body, headers } = await fetch(new URL(pathname + search, await listen(standin)))
  let size = 0
  for await (const chunk of body ?? []) size += chunk.length
  t.ok(size > 80_000_000, `${size} bytes`)
  t.equal(String(size), headers.get('content-length'))
})
