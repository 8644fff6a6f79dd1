import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { SHIPPED_JOURNEYS, SHIPPED_OPENAPI } from '../../src/options.ts'
import { verifyJourneys } from '../../src/verify/verify-journeys.ts'
import { summarize } from '../../src/reports/summary.ts'
import { HEAD } from '../journeys/run-text.ts'

t.test('passes the shipped journeys in under 10 seconds', async t => {
  const { report, results, tookMs } = await verifyJourneys({ files: [SHIPPED_JOURNEYS], inputs: {}, options: {} })
  const failed = results.filter(({ status }) => status !== 'passed')
  t.same(failed.map(({ workflow }) => workflow.id), [])
  t.ok(results.length >= 70)
  t.ok(tookMs < 10_000, `took ${tookMs} ms`)
  t.ok(report.checks.length >= 140)
  t.same(new Set(report.checks.map(({ result }) => result)), new Set(['passed']))
  const waited = results.flatMap(({ steps }) => steps.map(({ waitedMs }) => waitedMs))
  t.ok(Math.max(...waited) >= 7 * 86_400_000, 'one of them waits a week')
})

t.test('runs journeys of the simulation of a document without any', async t => {
  const files = [`${SHIPPED_OPENAPI}/vcf.yaml`]
  const { report, results } = await verifyJourneys({ files, inputs: {}, options: {} })
  t.ok(results.some(({ workflow }) => workflow.id === 'startExport-capacity'))
  t.ok(results.every(({ status }) => status === 'passed'))
  // What was tried to write them does not count.
  const ids = results.map(({ workflow }) => workflow.id)
  t.same([...new Set(report.cells.flatMap(({ tests }) => tests))].filter(test => !ids.includes(test)), [])
})

t.test('counts what the journeys touch, and finds nothing in what they send on purpose', async t => {
  const { report } = await verifyJourneys({ files: [SHIPPED_JOURNEYS], inputs: {}, options: {} })
  const { dimensions } = summarize(report)
  t.match(dimensions, { statuses: { percent: 100 }, ways: { percent: 100 }, rules: { percent: 100 } })
  t.same(report.findings, [])
  const without = await verifyJourneys({ files: [SHIPPED_JOURNEYS], inputs: {}, options: { coverage: false } })
  t.same(without.report.cells, [])
})

t.test('reports a failed step with its place', async t => {
  const path = join(t.testdir({}), 'journey.arazzo.yaml')
  await writeFile(path, `${HEAD}workflows:
  - workflowId: wrong
    inputs: { properties: { token: { type: string, format: password, default: abc } } }
    steps:
      - stepId: add
        operationId: addExport
        requestBody: { payload: { Client: c, AccessToken: $inputs.token, ClientToken: t, EntityType: Payment } }
        successCriteria: [{ condition: $statusCode == 202 }]
`)
  const { report } = await verifyJourneys({ files: [path], inputs: { token: 'xyz' }, options: {} })
  t.match(report.checks, [{
    name: 'add',
    suite: 'wrong',
    operation: 'mews.addExport',
    result: 'failed',
    message: '$statusCode == 202 failed: $statusCode is 200',
    place: { line: 12, column: 27 }
  }])
  await t.rejects(verifyJourneys({ files: [path], inputs: { tokn: 'xyz' }, options: {} }), {
    code: 'STANDIN_INVALID_OPTION',
    message: /did you mean "token"/
  })
})

t.test('finds everything that cannot be run before it runs anything', async t => {
  const path = join(t.testdir({}), 'journey.arazzo.yaml')
  await writeFile(path, `${HEAD.replace('type: openapi', 'type: asyncapi')}workflows:
  - workflowId: wrong
    steps:
      - stepId: add
        operationId: addExport
        successCriteria: [{ context: $response.body, condition: /a, type: xpath }]
`)
  await t.rejects(verifyJourneys({ files: [path], inputs: {}, options: {} }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: /:4:5 AsyncAPI documents cannot be used.*\n.*:8:9 there is no operation "addExport"/
  })
})
