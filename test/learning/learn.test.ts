import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { parse } from 'yaml'
import { compareRecording } from '../../src/drift/compare-recording.ts'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { readHar } from '../../src/har/read-har.ts'
import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'
import { learn, writeLearned } from '../../src/learning/learn.ts'
import type { Learned } from '../../src/learning/learn.ts'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import { createStandin } from '../../src/server.ts'
import { parseDuration } from '../../src/worlds/duration.ts'
import { CREDENTIALS, recordMews } from '../drift/record-mews.ts'
import { toHar } from '../drift/to-har.ts'
import { startMews } from '../verify/mews-service.ts'
import { plainMews } from './plain-mews.ts'

const API = '/api/connector/v1/exports'

/** Learns from a recording and the document of Mews without its simulation. */
async function learnPlain (t: Test, exchanges: readonly RecordedExchange[], keep: readonly string[] = []) {
  const folder = t.testdir({ 'mews.yaml': await plainMews() })
  const [document, out] = [join(folder, 'mews.yaml'), join(folder, 'learned')]
  const learned = await learn(exchanges, { document, out, keep, options: {} })
  return { learned, document, out }
}

function rootOf ({ files, overlay }: Learned) {
  const { actions } = parse(files.get(overlay) ?? '')
  return actions[0].update['x-standin']
}

function isNear (text: string, ms: number): boolean {
  return Math.abs((parseDuration(text) ?? 0) - ms) <= ms * 0.2
}

t.test('a service is learned from a recording, and the replay agrees', async t => {
  // As a file has it, so that nothing but HAR is needed.
  const { exchanges } = readHar(Buffer.from(toHar(await recordMews(t))), 'session.har')
  const { document, learned, out } = await learnPlain(t, exchanges)
  const { replay } = learned

  t.same(replay.differences, [])
  t.equal(replay.agreed, replay.compared)
  t.ok(replay.compared > 80, `${replay.compared} compared`)

  const { limits, refusals, resources } = rootOf(learned)
  const [pending, processing] = resources.Export.lifecycles.success
  t.ok(isNear(pending.Pending, 2_000), pending.Pending)
  t.ok(isNear(processing.Processing, 5_000), processing.Processing)
  t.match(resources.Export.id, { member: 'Id', format: 'uuid' })
  t.match(limits.requests, { by: '$request.body#/AccessToken', max: 40, per: 'PT30S' })
  t.match(refusals.invalid, { status: 400, body: { Message: String } })
  t.ok(learned.untold.includes('Export: how long Success lasts'))

  await writeLearned(learned, out)
  const overlay = join(out, learned.overlay)
  const app = await createStandin({ openapi: [document], overlays: [overlay], fixtures: join(out, 'fixtures') })
  t.teardown(() => app.close())
  const payload = { ...CREDENTIALS, EntityType: 'Payment' }
  t.match((await app.inject({ method: 'POST', url: `${API}/add`, payload })).json(), { Export: { Status: 'Pending' } })
  t.equal((await app.inject({ method: 'POST', url: `${API}/add`, payload })).statusCode, 400)
  await app.inject({ method: 'POST', url: '/__admin/clock/advance', payload: { to: 'idle' } })
  const { resources: [{ id }] } = (await app.inject('/__admin/resources/mews.Export')).json()
  const ask = { ...CREDENTIALS, ExportIds: [id] }
  const shown = await app.inject({ method: 'POST', url: `${API}/getAll`, payload: ask })
  const { Exports: [{ Files: [file] }] } = shown.json()
  const { body, headers } = await app.inject(new URL(file.Url).pathname + new URL(file.Url).search)
  t.equal(headers['content-type'], 'application/x-ndjson')
  t.equal(Buffer.byteLength(body), file.SizeInBytes, 'files can be downloaded, as in the recording')
})

t.test('a service is learned through the proxy, in real time', async t => {
  const service = await startMews(t, { pendingMs: 600, processingMs: 1_000 })
  const folder = t.testdir({ 'mews.yaml': await plainMews() })
  const document = join(folder, 'mews.yaml')
  // A quick machine polls more often than a journal is long by default.
  const app = await createStandin({ openapi: [document], proxy: service.url, maxExchanges: 50_000 })
  t.teardown(() => app.close())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const send = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url + API + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return JSON.parse(await response.text())
  }
  // The first requests take longer, as code is loaded and schemas are compiled for them.
  await send('/getAll', { ...CREDENTIALS, ExportIds: ['3fa85f64-5717-4562-b3fd-2c963f66afa6'] })
  await send('/add', { ...CREDENTIALS, EntityType: 'Payment' })
  const { Export: { Id } } = await send('/add', { ...CREDENTIALS, EntityType: 'Company' })
  for (let status = 'Pending'; status !== 'Success';) {
    const { Exports: [shown] } = await send('/getAll', { ...CREDENTIALS, ExportIds: [Id] })
    status = shown.Status
  }
  const har = await (await fetch(`${url}/__admin/har?masked=false&source=proxy`)).text()
  const { exchanges } = readHar(Buffer.from(har), url)
  const learned = await learn(exchanges, { document, out: join(folder, 'learned'), keep: [], options: {} })

  const [pending, processing] = rootOf(learned).resources.Export.lifecycles.success
  t.ok(isNear(pending.Pending, 600), pending.Pending)
  t.ok(isNear(processing.Processing, 1_000), processing.Processing)
  const { agreed, compared } = learned.replay
  // A poll that came within the error of a measured duration may see the status before or after it.
  t.ok(agreed >= compared * 0.9, `${agreed} of ${compared}`)
  const { report } = compareRecording(exchanges, await loadContracts([document]))
  t.same(report.groups.filter(({ severity }) => severity !== 'note'), [])
})

t.test('the lifecycles that a document declares get the measured durations', async t => {
  const exchanges = await recordMews(t, { pendingMs: 4_000, processingMs: 2_000 })
  const document = join(SHIPPED_OPENAPI, 'mews.yaml')
  const learned = await learn(exchanges, { document, out: t.testdir({}), keep: [], options: {} })
  const { actions } = parse(learned.files.get(learned.overlay) ?? '')
  const changed = actions.find(({ target }: { target: string }) => target.endsWith("['Export']"))

  const [pending, processing, success] = changed.update.lifecycles.success
  t.ok(isNear(pending.Pending, 4_000), pending.Pending)
  t.ok(isNear(processing.Processing, 2_000), processing.Processing)
  t.same(success, { Success: 'P7D' }, 'what was not measured stays')
})

t.test('secrets and personal data are not in what is written, unless they are kept', async t => {
  const exchanges = await recordMews(t, { echoes: true })
  const { learned } = await learnPlain(t, exchanges)
  const written = [...learned.files.values()].join('\n')

  t.notMatch(written, CREDENTIALS.AccessToken)
  t.notMatch(written, CREDENTIALS.ClientToken)
  t.ok(learned.replaced.length > 0)

  const kept = await learnPlain(t, exchanges, ['all'])
  t.match([...kept.learned.files.values()].join('\n'), CREDENTIALS.AccessToken)
  t.same(kept.learned.replaced, [])
})

t.test('a recording of another service teaches nothing', async t => {
  const [first] = await recordMews(t)
  const elsewhere = first === undefined ? [] : [{ ...first, request: { ...first.request, url: 'https://x.example/' } }]
  await t.rejects(learnPlain(t, elsewhere), { code: 'STANDIN_NOTHING_COMPARED' })
})
