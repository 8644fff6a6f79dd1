import t from 'tap'
import { createStandin } from '../../src/index.ts'
import { startReceiver } from '../providers/start-receiver.ts'
import { addExport } from '../providers/mews-exports.ts'
import { readMetrics } from '../metrics/read-metrics.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

async function read (standin: Standin) {
  const { body, headers, statusCode } = await standin.admin('GET', '/metrics')
  return { statusCode, body, type: headers['content-type'], families: readMetrics(body) }
}

function valueOf ({ families }: Awaited<ReturnType<typeof read>>, name: string, labels: Record<string, string> = {}) {
  const metrics = families.get(name)?.metrics ?? []
  const found = metrics.filter(metric => {
    return Object.entries(labels).every(([label, value]) => metric.labels?.[label] === value)
  })
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + Number(value), 0)
}

t.test('requests are counted by operation, class of the status and source', async t => {
  const standin = await startStandin(t, { metrics: true })
  await addExport(standin)
  await addExport(await standin.world('other'))
  await standin.send('POST', '/api/connector/v1/exports/add', {})
  await standin.send('GET', '/nothing')
  const metrics = await read(standin)

  t.equal(metrics.type, 'text/plain; version=0.0.4; charset=utf-8')
  const operation = 'mews.addExport'
  t.equal(valueOf(metrics, 'standin_requests_total', { operation, status: '2xx', source: 'simulation' }), 2)
  t.equal(valueOf(metrics, 'standin_requests_total', { operation, status: '4xx', source: 'refusal' }), 1)
  t.equal(valueOf(metrics, 'standin_requests_total', { operation: 'none', status: '4xx' }), 1)
  t.match(metrics.body, `standin_request_duration_seconds_count{operation="${operation}"} 3\n`)
  t.ok(Number(valueOf(metrics, 'standin_violations_total', { operation, side: 'request' })) > 0)
  t.equal(valueOf(metrics, 'standin_violations_total', { operation, side: 'response' }), 0)
  t.equal(valueOf(metrics, 'standin_worlds'), 2)
  t.equal(valueOf(metrics, 'standin_resources'), 2)
})

t.test('what clients make up does not become a label', async t => {
  const standin = await startStandin(t, { metrics: true })
  await standin.admin('POST', '/stubs', { operation: { method: 'get', path: '/made/up' }, contract: 'off', reply: {} })
  t.equal((await standin.send('GET', '/made/up')).statusCode, 200)
  await standin.world('secret-tenant')
  const { body } = await standin.admin('GET', '/metrics')

  t.match(body, 'standin_requests_total{operation="none",status="2xx",source="stub"} 1')
  t.notMatch(body, /made|secret-tenant/)
  t.equal(valueOf(await read(standin), 'standin_stubs'), 1)
})

t.test('a response that breaks its contract is counted on its side', async t => {
  const standin = await startStandin(t, { metrics: true })
  const reply = { status: 200, body: { wrong: true } }
  await standin.admin('POST', '/stubs', { operation: 'mews.addExport', contract: 'off', reply })
  const url = '/api/connector/v1/exports/add'
  const body = { Client: 'T 1', AccessToken: 'a', ClientToken: 'c', EntityType: 'Payment' }
  await standin.app.inject({ method: 'POST', url, payload: body })
  const labels = { operation: 'mews.addExport', side: 'response' }
  t.ok(Number(valueOf(await read(standin), 'standin_violations_total', labels)) > 0)
})

const NOTIFIED = `
openapi: 3.1.0
info: { title: Notes, version: 1.0.0 }
paths:
  /notes:
    get: { operationId: list, responses: { 204: { description: none } } }
webhooks:
  noted:
    post:
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { 200: { description: taken } }
`

t.test('callbacks are counted by their outcome', async t => {
  const folder = t.testdir({ 'notes.yaml': NOTIFIED })
  const standin = await startStandin(t, { metrics: true, openapi: [`${folder}/notes.yaml`] })
  const [good, bad] = [await startReceiver(t), await startReceiver(t, 500)]
  const urls = [good.url, bad.url, 'http://169.254.169.254/']
  for (const url of urls) await standin.admin('POST', '/callbacks/notes.noted', { url, body: {} })
  const metrics = await read(standin)
  const outcomes = ['delivered', 'failed', 'refused', 'cancelled']
  t.same(outcomes.map(outcome => valueOf(metrics, 'standin_callbacks_total', { outcome })), [1, 1, 1, 0])
})

t.test('saves are counted where worlds are kept', async t => {
  const { families } = await read(await startStandin(t, { metrics: true }))
  t.notOk(families.has('standin_storage_up'), 'memory cannot fail')

  const standin = await startStandin(t, { metrics: true, data: t.testdir() })
  await addExport(standin)
  const metrics = await read(standin)
  const [saves] = metrics.families.get('standin_storage_save_duration_seconds')?.metrics ?? []
  t.ok(Number(saves?.count) > 0)
  t.equal(valueOf(metrics, 'standin_storage_up'), 1)
  t.equal(valueOf(metrics, 'standin_storage_failures_total'), 0)
})

t.test('it tells what the process takes, by the names that dashboards know', async t => {
  const { families } = await read(await startStandin(t, { metrics: true }))
  const names = [
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'process_start_time_seconds',
    'nodejs_heap_size_used_bytes',
    'nodejs_eventloop_lag_p99_seconds',
    'standin_build_info'
  ]
  for (const name of names) t.ok(Number.isFinite(Number(families.get(name)?.metrics[0]?.value)), name)
})

t.test('OpenMetrics comes to those who prefer it', async t => {
  const { app } = await startStandin(t, { metrics: true })
  const typeFor = async (accept: string) => {
    const { body, headers } = await app.inject({ url: '/__admin/metrics', headers: { accept } })
    t.equal(body.endsWith('# EOF\n'), String(headers['content-type']).startsWith('application/openmetrics-text'))
    return String(headers['content-type']).split(';', 1)[0]
  }
  const prometheus = 'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,' +
    'application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.2,*/*;q=0.1'
  t.equal(await typeFor(prometheus), 'application/openmetrics-text')
  t.equal(await typeFor('text/plain;version=0.0.4'), 'text/plain')
  t.equal(await typeFor('application/openmetrics-text;q=0.1,text/plain'), 'text/plain')
  t.equal(await typeFor('application/openmetrics-text;q=0'), 'text/plain')
  t.equal(await typeFor('*/*'), 'text/plain')
})

t.test('it needs the token of the admin API, and counts nothing unless it is asked for', async t => {
  const app = await createStandin({ metrics: true, adminToken: 'secret' })
  t.teardown(() => app.close())
  t.equal((await app.inject('/__admin/metrics')).json().code, 'STANDIN_ADMIN_TOKEN_REQUIRED')
  const headers = { authorization: 'Bearer secret' }
  t.equal((await app.inject({ url: '/__admin/metrics', headers })).statusCode, 200)
  t.equal((await app.inject({ url: '/__admin/metrics', headers, method: 'POST' })).statusCode, 405)

  const off = await startStandin(t)
  const { statusCode, ...response } = await off.admin('GET', '/metrics')
  t.same([statusCode, response.json().code], [404, 'STANDIN_METRICS_OFF'])
})

t.test('counts go on after a reload', async t => {
  const { createReloadable } = await import('../../src/reload/reloadable.ts')
  const app = await createReloadable({ metrics: true })
  t.teardown(() => app.close())
  await app.inject('/nothing')
  await app.reload()
  await app.inject('/nothing')
  const { body } = await app.inject('/__admin/metrics')
  t.match(body, 'standin_requests_total{operation="none",status="4xx",source="refusal"} 2')
})
