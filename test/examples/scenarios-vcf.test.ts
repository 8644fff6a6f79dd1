import t from 'tap'
import { AUTHORIZATION, getData, getExport, RUN, runOf, startExport } from '../providers/vcf-exports.ts'
import { listen } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { startedWith, startScenario } from './start-scenario.ts'

/** Returns the status of an export after each of some durations. */
async function statuses (standin: Standin, ...after: string[]): Promise<string[]> {
  const seen: string[] = [(await startExport(standin)).json().status]
  for (const by of after) {
    await standin.advance(by)
    seen.push((await getExport(standin)).json().status)
  }
  return seen
}

t.test('vcf/success: exports complete, and what ran before is gone', async t => {
  const standin = await startedWith(t, 'vcf/failure')
  await startScenario(standin, 'vcf/success', { inProgress: 'PT2S' })
  t.same(await statuses(standin, 'PT2S', 'PT2S'), ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'])
  t.equal((await getData(standin)).statusCode, 200)
})

t.test('vcf/slow: exports take an hour and more', async t => {
  const standin = await startedWith(t, 'vcf/slow')
  t.same(
    await statuses(standin, 'PT5M', 'PT1S', 'PT59M59S', 'PT1S'),
    ['NOT_STARTED', 'QUEUED', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETED']
  )
})

t.test('vcf/failure: exports fail, say why, and have no data', async t => {
  const standin = await startedWith(t, 'vcf/failure')
  t.same(await statuses(standin, 'PT2S', 'PT4S'), ['NOT_STARTED', 'IN_PROGRESS', 'FAILED'])
  t.match((await getExport(standin)).json(), { error: { message: String, referenceToken: String } })
  t.equal((await getData(standin)).statusCode, 404)
})

for (const [name, errorCode] of [
  ['rate-limited', 'TOO_MANY_EXPORT_TASKS'],
  ['duplicate-refused', 'EXPORT_TASK_ALREADY_RUNNING']
] as const) {
  t.test(`vcf/${name}: a client that waits as Retry-After says is served`, async t => {
    const standin = await startedWith(t, `vcf/${name}`)
    const refused = await startExport(standin)
    t.equal(refused.statusCode, 429)
    t.match(refused.json(), { errorCode })
    t.equal(refused.headers['retry-after'], '8')
    await standin.advance(`PT${refused.headers['retry-after']}S`)
    t.equal((await startExport(standin)).statusCode, 202)
  })
}

t.test('vcf/duplicate-refused: exports of other runs are accepted', async t => {
  const standin = await startedWith(t, 'vcf/duplicate-refused', { runId: runOf(7) })
  t.equal((await startExport(standin, runOf(7))).statusCode, 429)
  t.equal((await startExport(standin)).statusCode, 202)
})

t.test('vcf/unknown-run: the run is not there, others are', async t => {
  const standin = await startedWith(t, 'vcf/unknown-run')
  t.match(await startExport(standin), { statusCode: 400 })
  t.equal((await startExport(standin, runOf(7))).statusCode, 202)
  await standin.admin('POST', '/scenarios/stop')
  t.equal((await startExport(standin)).statusCode, 202)
})

t.test('vcf/unauthorized: no token is accepted but those listed', async t => {
  const standin = await startedWith(t, 'vcf/unauthorized')
  t.equal((await startExport(standin)).statusCode, 401)
  await startScenario(standin, 'vcf/unauthorized', { accepted: [AUTHORIZATION.authorization.split(' ')[1]] })
  t.equal((await startExport(standin)).statusCode, 202)
})

t.test('vcf/server-error: a client that tries again is served', async t => {
  const standin = await startedWith(t, 'vcf/server-error')
  t.equal((await startExport(standin)).statusCode, 500)
  t.equal((await startExport(standin)).statusCode, 202)
  t.equal((await getExport(standin)).statusCode, 500)
  await standin.advance('PT10S')
  t.match((await getExport(standin)).json(), { status: 'COMPLETED' })
  t.equal((await getData(standin)).statusCode, 500)
  t.equal((await getData(standin)).statusCode, 200)
})

t.test('vcf/connection-faults: a client that tries again is served', async t => {
  const standin = await startedWith(t, 'vcf/connection-faults', { fault: 'reset-after-headers' })
  const url = await listen(standin)
  const start = async () => {
    const response = await fetch(`${url}/v1/system/check-sets/${RUN}/exports`, {
      method: 'POST',
      headers: AUTHORIZATION
    })
    await response.text()
    return response.status
  }
  await t.rejects(start())
  t.equal(await start(), 202)
})

t.test('vcf/empty: the file has only its headings', async t => {
  const standin = await startedWith(t, 'vcf/empty')
  await startExport(standin)
  await standin.advance('PT10S')
  t.match((await getData(standin)).body, /^result_id,[^\n]*\n$/)
})

t.test('vcf/huge-files: a file of a hundred megabytes is sent whole', async t => {
  const standin = await startedWith(t, 'vcf/huge-files')
  await startExport(standin)
  await standin.advance('PT10S')
  const { body, headers } = await fetch(`${await listen(standin)}/v1/system/check-sets/${RUN}/exports/data`, {
    headers: AUTHORIZATION
  })
  let size = 0
  for await (const chunk of body ?? []) size += chunk.length
  t.ok(size > 80_000_000, `${size} bytes`)
  t.equal(String(size), headers.get('content-length'))
})
