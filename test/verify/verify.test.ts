import { fileURLToPath } from 'node:url'
import t from 'tap'
import { judge, verify, writeReport } from '../../src/verify/verify.ts'
import { startMews } from './mews-service.ts'

const FILES = [fileURLToPath(new URL('journeys/mews.arazzo.yaml', import.meta.url))]

/** A service and pauses of a few milliseconds, as the time is real here. */
const QUICK = { allowWrites: true, rate: 1_000, firstPauseMs: 5, graceMs: 1 }

t.test('a program verifies a service by the real time', async t => {
  const { url } = await startMews(t, { pendingMs: 20, processingMs: 30 })
  const { created, passed, report } = await verify({ files: FILES, service: { target: url, ...QUICK } })

  t.same(report.checks.filter(({ result }) => result === 'failed'), [])
  t.ok(passed)
  t.match(created, [{ operation: 'mews.addExport', isDeleted: false }])
  t.match(writeReport(report, 'junit'), 'lifecycle_conformance')
  t.same(judge(report).map(({ gate, passed }) => [gate, passed]), [['checks', true]])
})

t.test('a service that differs does not pass', async t => {
  const { url } = await startMews(t, { mistakes: ['lacks a member'] })
  const { passed, report } = await verify({ files: FILES, service: { target: url, ...QUICK } })

  t.notOk(passed)
  t.same(judge(report).map(({ passed }) => passed), [false])
})

t.test('a service that is not there does not pass', async t => {
  const { passed } = await verify({ files: FILES, service: { target: 'http://127.0.0.1:9', ...QUICK } })
  t.notOk(passed)
})

t.test('without a service, the journeys run on a stand-in', async t => {
  const { passed, report } = await verify({ files: FILES })

  t.ok(passed)
  t.same(report.checks.map(({ name }) => name), ['unknown', 'add', 'addAgain', 'poll'])
})
