import t from 'tap'
import { ADD, addExport, CREDENTIALS, getExports, GET_ALL, tryToAdd } from '../providers/mews-exports.ts'
import { listen } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { startedWith, startScenario } from './start-scenario.ts'

/** Returns the status of an export after each of some durations. */
async function statuses (standin: Standin, ...after: string[]): Promise<string[]> {
  const { Id, Status } = await addExport(standin)
  const seen = [Status]
  for (const by of after) {
    await standin.advance(by)
    seen.push(...(await getExports(standin, Id)).map(({ Status }) => Status))
  }
  return seen
}

t.test('mews/success: exports succeed, and what ran before is gone', async t => {
  const standin = await startedWith(t, 'mews/failure')
  await startScenario(standin, 'mews/success', { processing: 'PT3S' })
  t.same(await statuses(standin, 'PT2S', 'PT2.9S', 'PT0.1S'), ['Pending', 'Processing', 'Processing', 'Success'])
})

t.test('mews/slow: exports take an hour and more', async t => {
  const standin = await startedWith(t, 'mews/slow')
  t.same(
    await statuses(standin, 'PT4M59S', 'PT1S', 'PT59M59S', 'PT1S'),
    ['Pending', 'Pending', 'Processing', 'Processing', 'Success']
  )
})

t.test('mews/failure: exports fail, and another can be added then', async t => {
  const standin = await startedWith(t, 'mews/failure', { after: 'PT1S' })
  t.same(await statuses(standin, 'PT2S', 'PT1S'), ['Pending', 'Processing', 'Failed'])
  t.equal((await addExport(standin)).Status, 'Pending')
})

t.test('mews/expired: the files are gone a minute after the success', async t => {
  const standin = await startedWith(t, 'mews/expired')
  const { Id } = await addExport(standin)
  await standin.advance('PT7S')
  const [succeeded] = await getExports(standin, Id)
  const url = new URL(succeeded?.Files[0]?.Url ?? '')
  t.match(succeeded, { Status: 'Success', ExpiresUtc: '2026-01-01T00:01:07Z' })
  t.equal((await standin.send('GET', url.pathname + url.search)).statusCode, 200)

  await standin.advance('PT1M')
  t.match(await getExports(standin, Id), [{ Status: 'Expired', Files: [], ExpiresUtc: '2026-01-01T00:01:07Z' }])
  t.equal((await standin.send('GET', url.pathname + url.search)).statusCode, 403)
})

t.test('mews/rate-limited: a client that waits as Retry-After says is served again', async t => {
  const standin = await startedWith(t, 'mews/rate-limited', { max: 2, per: 'PT10S' })
  t.equal((await tryToAdd(standin, 'Payment')).statusCode, 200)
  await standin.advance('PT4S')
  t.equal((await tryToAdd(standin, 'Customer')).statusCode, 200)
  const refused = await tryToAdd(standin, 'Company')
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '6')
  await standin.advance(`PT${refused.headers['retry-after']}S`)
  t.equal((await tryToAdd(standin, 'Company')).statusCode, 200)
})

t.test('mews/duplicate-refused: the first exports are refused, the next is not', async t => {
  const standin = await startedWith(t, 'mews/duplicate-refused', { times: 2 })
  for (let attempt = 0; attempt < 2; attempt++) {
    const refused = await tryToAdd(standin, 'Customer')
    t.equal(refused.statusCode, 400)
    t.match(refused.json(), { Message: 'An export of Customer is already Processing.', RequestId: /^[0-9a-f-]{36}$/ })
  }
  t.equal((await tryToAdd(standin, 'Customer')).statusCode, 200)
})

t.test('mews/unauthorized: no token is accepted but those listed', async t => {
  const standin = await startedWith(t, 'mews/unauthorized')
  t.equal((await tryToAdd(standin)).statusCode, 401)
  await startScenario(standin, 'mews/unauthorized', { accepted: ['good'] })
  t.equal((await tryToAdd(standin)).statusCode, 401)
  t.equal((await tryToAdd(standin, 'OrderItem', { AccessToken: 'good' })).statusCode, 200)
})

t.test('mews/forbidden: no operation is allowed', async t => {
  const standin = await startedWith(t, 'mews/forbidden')
  for (let attempt = 0; attempt < 2; attempt++) t.equal((await tryToAdd(standin)).statusCode, 403)
  t.equal((await standin.send('POST', GET_ALL, {
    ...CREDENTIALS,
    ExportIds: ['3fa85f64-5717-4562-b3fc-2c963f66afa6']
  })).statusCode, 403)
})

for (const [name, status] of [['server-error', 500], ['timeout', 408]] as const) {
  t.test(`mews/${name}: a client that tries again is served`, async t => {
    const standin = await startedWith(t, `mews/${name}`, { times: 2 })
    for (let attempt = 0; attempt < 2; attempt++) t.equal((await tryToAdd(standin)).statusCode, status)
    const { Id } = await addExport(standin)
    for (let attempt = 0; attempt < 2; attempt++) {
      t.equal((await standin.send('POST', GET_ALL, { ...CREDENTIALS, ExportIds: [Id] })).statusCode, status)
    }
    t.match(await getExports(standin, Id), [{ Id, Status: 'Pending' }])
  })
}

t.test('mews/connection-faults: a client that tries again is served', async t => {
  const standin = await startedWith(t, 'mews/connection-faults')
  const url = await listen(standin)
  const add = () => fetch(url + ADD, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...CREDENTIALS, EntityType: 'OrderItem' })
  })
  await t.rejects(add())
  t.equal((await add()).status, 200)

  await startScenario(standin, 'mews/connection-faults', { fault: 'truncated-body' })
  await t.rejects(add().then(response => response.text()))
})

t.test('mews/empty: the one file has nothing in it', async t => {
  const standin = await startedWith(t, 'mews/empty')
  const { Id } = await addExport(standin)
  await standin.advance('PT7S')
  const [{ Files = [] } = {}] = await getExports(standin, Id)
  t.match(Files, [{ SizeInBytes: 0 }])
  const url = new URL(Files[0]?.Url ?? '')
  t.match(await standin.send('GET', url.pathname + url.search), {
    statusCode: 200,
    body: '',
    headers: { 'content-length': '0' }
  })
})

t.test('mews/unknown-exports: what was added is not known', async t => {
  const standin = await startedWith(t, 'mews/unknown-exports')
  const { Id } = await addExport(standin)
  t.same(await getExports(standin, Id), [])
})

t.test('mews/many-files: as many files as are asked for, each another', async t => {
  const standin = await startedWith(t, 'mews/many-files', { count: 250 })
  const { Id } = await addExport(standin)
  await standin.advance('PT7S')
  const [{ Files = [] } = {}] = await getExports(standin, Id)
  t.equal(Files.length, 250)
  t.equal(new Set(Files.map(({ Url }) => Url)).size, 250)
})

t.test('mews/huge-files: a file of a hundred megabytes has the size that it is said to have', async t => {
  const standin = await startedWith(t, 'mews/huge-files')
  const { Id } = await addExport(standin)
  await standin.advance('PT7S')
  const [{ Files = [] } = {}] = await getExports(standin, Id)
  t.ok(Number(Files[0]?.SizeInBytes) > 80_000_000, `${Files[0]?.SizeInBytes} bytes`)

  const { pathname, search } = new URL(Files[0]?.Url ?? '')
  const { body } = await fetch(new URL(pathname + search, await listen(standin)))
  let size = 0
  for await (const chunk of body ?? []) size += chunk.length
  t.equal(size, Files[0]?.SizeInBytes)
})
