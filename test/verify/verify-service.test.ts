import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import { writeProposals } from '../../src/verify/write-proposals.ts'
import type { MewsMistake } from './mews-service.ts'
import type { PrintMistake } from './print-service.ts'
import { verifyMews, verifyPrints } from './verify-with.ts'

const LIMIT = { max: 4, ms: 9_000 }

/** What is found for each mistake, and nothing else. */
const OF_MEWS: ReadonlyArray<readonly [mistakes: readonly MewsMistake[], found: readonly string[]]> = [
  [[], []],
  [['skips a status'], ['lifecycle_conformance mews.getAllExports']],
  [['goes back to a status'], ['lifecycle_conformance mews.getAllExports']],
  [['has an unknown status'], [
    'lifecycle_conformance mews.getAllExports',
    'response_schema_conformance mews.getAllExports'
  ]],
  [['accepts a second export'], ['duplicate_refused mews.addExport']],
  [['lies about Retry-After'], ['retry_after_truth mews.getAllExports']],
  [['omits Retry-After'], [
    'response_headers_conformance mews.addExport',
    'response_headers_conformance mews.getAllExports'
  ]],
  [['states a wrong file size'], ['file_size_truth mews.getAllExports']],
  [['lacks a member'], [
    'response_schema_conformance mews.addExport',
    'response_schema_conformance mews.getAllExports'
  ]],
  [['answers 202 for 200'], ['status_code_conformance mews.getAllExports']],
  [['answers as text'], ['content_type_conformance mews.addExport', 'content_type_conformance mews.getAllExports']],
  [['accepts invalid requests'], [
    'negative_data_rejection mews.addExport',
    'negative_data_rejection mews.getAllExports',
    'response_schema_conformance mews.addExport'
  ]],
  [['fails at unknown ids'], ['not_a_server_error mews.getAllExports']],
  [['allows every method'], ['unsupported_method mews.addExport', 'unsupported_method mews.getAllExports']],
  [['forgets exports'], ['ensure_resource_availability mews.getAllExports']]
]

for (const [mistakes, found] of OF_MEWS) {
  t.test(`of a service that ${mistakes.join(' and ') || 'keeps its contract'}, that is found`, async t => {
    const isLimited = mistakes.some(mistake => mistake.endsWith('Retry-After'))
    const { failed, report } = await verifyMews(t, { mistakes, ...isLimited && { limit: LIMIT } })

    t.same(failed, found)
    const told = report.checks.filter(({ name }) => found.some(text => text.startsWith(name)))
    for (const { message, result } of told) {
      if (result === 'failed') t.match(message, /^the contract says .+; the service .+/)
    }
  })
}

const OF_PRINTS: ReadonlyArray<readonly [mistakes: readonly PrintMistake[], found: readonly string[]]> = [
  [[], []],
  [['answers 200 for 202'], ['status_code_conformance prints.createPrint']],
  [['makes a second job of a replay'], [
    'callback_delivered prints.createPrint',
    'idempotent_replay prints.createPrint'
  ]],
  [['lets progress go back'], ['progress_monotonic prints.getPrint']],
  [['calls back twice'], ['callback_delivered prints.createPrint']],
  [['never calls back'], ['callback_delivered prints.createPrint']],
  [['calls back with a member missing'], ['callback_delivered prints.createPrint']],
  [['omits Location'], ['response_headers_conformance prints.createPrint']],
  [['needs no key'], ['ignored_auth prints.createPrint']],
  [['needs no Idempotency-Key'], [
    'missing_required_header prints.createPrint',
    'negative_data_rejection prints.createPrint'
  ]],
  [['shows deleted prints'], ['use_after_free prints.getPrint']]
]

for (const [mistakes, found] of OF_PRINTS) {
  t.test(`of a print shop that ${mistakes.join(' and ') || 'keeps its contract'}, that is found`, async t => {
    const { failed } = await verifyPrints(t, { mistakes })

    // A service that needs no key accepts what the probes send without one.
    t.same(failed.filter(name => name !== 'ignored_auth prints.getPrint'), found)
  })
}

t.test('a service of which nothing is wrong passes, though requests are refused for a while', async t => {
  const { failed, report, results } = await verifyMews(t, { limit: LIMIT })

  t.same(failed, [])
  t.same(results.map(({ status }) => status), ['passed'])
  const truth = report.checks.find(({ name, suite }) => name === 'retry_after_truth' && suite === 'export')
  t.equal(truth?.result, 'passed')
})

t.test('a status that polls cannot see is not held against the service', async t => {
  const options = { pendingMs: 2_000, processingMs: 5_000 }
  const { failed, report } = await verifyMews(t, options, { firstPauseMs: 8_000 })

  t.same(failed, [])
  const lifecycle = report.checks.find(({ name, operation }) =>
    name === 'lifecycle_conformance' && operation === 'mews.getAllExports')
  t.equal(lifecycle?.result, 'skipped')
  t.match(lifecycle?.message, 'Pending and Success were seen 8')
})

t.test('a difference is told with all sides, its place and the change that would allow it', async t => {
  const { report, verification } = await verifyMews(t, { mistakes: ['skips a status'] })
  const found = report.checks.find(({ name, result }) => name === 'lifecycle_conformance' && result === 'failed')

  t.match(found?.message, /^the contract says that a mews\.Export is Processing for PT5S between Pending and Success; /)
  t.match(found?.message, /; the stand-in goes Pending → Processing → Success; /)
  t.match(found?.message, /; the service goes from Pending to Success/)
  t.match(found?.place, { file: /openapi\/mews\.yaml$/, line: Number })
  t.same(verification.proposals[0], {
    api: 'mews',
    file: 'openapi/mews.yaml',
    change: {
      pointer: '/x-standin/resources/Export/lifecycles/success',
      update: [{ Pending: 'PT2S' }, { Success: 'P7D' }, 'Expired'],
      replaces: true
    }
  })
})

t.test('without --allow-writes, no journey with a write begins', async t => {
  const { report, results, service } = await verifyMews(t, {}, { allowWrites: false })

  t.equal(service.calls.length, 0)
  t.same(results.map(({ status }) => status), ['skipped'])
  t.match(results[0]?.message, /^unknown: POST may change the service: allow it with --allow-writes$/)
  t.same(report.checks.map(({ result }) => result), ['skipped'])
})

t.test('only the chosen operations are called', async t => {
  const { results, service } = await verifyMews(t, {}, { operations: ['mews.getAllExports'] })

  t.equal(service.calls.length, 0)
  t.match(results[0]?.message, /^add: mews\.addExport is not among --operations$/)
})

t.test('no more requests are sent than may be', async t => {
  const { results, service } = await verifyMews(t, {}, { maxRequests: 3 })

  t.equal(service.calls.length, 3)
  t.match(results[0]?.steps.at(-1)?.faults[0]?.message, '--max-requests allows no more than 3 requests')
})

t.test('what was created is deleted where the contract can, and listed', async t => {
  const prints = await verifyPrints(t)
  t.ok(prints.verification.created.length > 0)
  for (const { id, isDeleted } of prints.verification.created) {
    t.ok(isDeleted, id)
    t.ok(prints.service.calls.some(({ method, url }) => method === 'DELETE' && url.pathname === `/prints/${id}`), id)
  }

  const mews = await verifyMews(t)
  t.match(mews.verification.created, [{ operation: 'mews.addExport', isDeleted: false, why: 'the contract has no' }])

  const kept = await verifyPrints(t, {}, { cleanUp: false })
  t.notOk(kept.service.calls.some(({ method }) => method === 'DELETE'))
  t.ok(kept.verification.created.every(({ isDeleted }) => !isDeleted))
})

t.test('a dry run sends nothing, and tells what it would send', async t => {
  const told: string[] = []
  const { results, service } = await verifyMews(t, {}, { onDryRequest: text => told.push(text) })

  t.equal(service.calls.length, 0)
  t.same(results.map(({ status }) => status), ['passed'])
  t.match(told[0], `POST ${service.url}/api/connector/v1/exports/getAll\n`)
  t.match(told[0], 'content-type: application/json\n\n{"Client":"verify","AccessToken":"***"')
  t.match(told.at(-1), /^GET .*\(a file, which the service names\)$/)
})

t.test('the journeys that are written for Mews pass on its other implementation', async t => {
  const journeys = fileURLToPath(new URL('../../journeys/mews.arazzo.yaml', import.meta.url))
  const { failed, report, results } = await verifyMews(t, {}, {}, journeys)

  t.same(failed, [])
  t.same(report.checks.filter(({ result }) => result === 'failed'), [])
  t.ok(results.filter(({ status }) => status === 'passed').length >= 5, `${results.length} journeys`)
  const skipped = report.checks.find(({ result, message }) => result === 'skipped' && message?.includes('waits P7D'))
  t.ok(skipped, 'no journey waits for a week')
})

t.test('a service that passes a journey which the stand-in fails differs from it', async t => {
  const journey = fileURLToPath(new URL('journeys/mews.arazzo.yaml', import.meta.url))
  const text = (await readFile(journey, 'utf8'))
    .replace('../../../openapi', SHIPPED_OPENAPI)
    .replace('x-standin-refusal: duplicate', 'successCriteria: [{ condition: $statusCode == 200 }]')
  const path = join(t.testdir({ 'mews.arazzo.yaml': text }), 'mews.arazzo.yaml')
  const { report } = await verifyMews(t, { mistakes: ['accepts a second export'] }, {}, path)

  const found = report.checks.find(({ name }) => name === 'export')
  t.match(found, { result: 'failed', suite: 'export', place: { line: 14 } })
  t.match(found?.message, /; the stand-in fails at addAgain: \$statusCode == 200 failed: .*; the service passes/)
})

t.test('a service conforms to the document with the changes that were proposed', async t => {
  for (const mistake of ['skips a status', 'answers 202 for 200', 'omits Retry-After', 'answers as text'] as const) {
    const limited = mistake === 'omits Retry-After' ? { limit: LIMIT } : {}
    const { failed, verification } = await verifyMews(t, { mistakes: [mistake], ...limited })
    t.ok(failed.length > 0, mistake)
    const overlay = join(t.testdir({}), 'changes.yaml')
    await writeProposals(overlay, verification.proposals)

    const again = await verifyMews(t, { mistakes: [mistake], ...limited, overlays: [overlay] })
    t.same(again.failed, [], `${mistake} is in ${await readFile(overlay, 'utf8')}`)
  }
})
