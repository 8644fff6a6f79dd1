import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { writeJourneys } from '../../src/authoring/write-journeys.ts'
import { SHIPPED_JOURNEYS } from '../../src/options.ts'
import { verifyJourneys } from '../../src/verify/verify-journeys.ts'

const PETS = new URL('../declarations/pets.yaml', import.meta.url).pathname
const JOBS = new URL('../examples/jobs/jobs.yaml', import.meta.url).pathname

t.test('writes the journeys that ship', async t => {
  const folder = t.testdir({})
  const written = await writeJourneys({ folder, force: false, options: {} })
  t.same(written.flatMap(({ leftOut }) => leftOut.map(({ workflow }) => workflow.id)), [])
  for (const name of await readdir(SHIPPED_JOURNEYS)) {
    const [fresh, shipped] = await Promise.all([folder, SHIPPED_JOURNEYS].map(async from =>
      (await readFile(join(from, name), 'utf8')).replace(/url: \S+/, 'url: …')))
    t.ok(fresh === shipped, `${name} is up to date; else "standin verify --write journeys --force" writes it again`)
  }
  await t.rejects(writeJourneys({ folder, force: false, options: {} }), { code: 'STANDIN_FILE_EXISTS' })
})

t.test('writes what the simulation declares', async t => {
  const texts = await Promise.all(['mews', 'vcf', 'et', 'webadmit'].map(name =>
    readFile(join(SHIPPED_JOURNEYS, `${name}.arazzo.yaml`), 'utf8')))
  const text = texts.join('')
  const expected = [
    'addExport-success',
    'addExport-failure',
    'addExport-duplicate',
    'addExport-400',
    'addExport-unknown-credential',
    'limit-requests',
    'startExport-capacity',
    'startExport-without-PreCheckRun',
    'startExport-401',
    'getExport-unknown-ExportTask',
    'exportClaims-replay',
    'exportClaims-without-Claim',
    'runExport-again',
    'runExport-exportFileReady',
    'runExport-empty'
  ]
  for (const id of expected) t.ok(text.includes(`workflowId: ${id}\n`), id)
  t.match(text, /x-standin-download/)
  t.match(text, /x-standin-wait: P7D/)
})

t.test('writes journeys only for what can be seen, with ids that Arazzo allows', async t => {
  const folder = t.testdir({})
  const openapi = [createRequire(import.meta.url).resolve('@readme/oas-examples/3.0/json/callbacks.json')]
  const [written] = await writeJourneys({ folder, force: false, options: { openapi } })
  t.match(written, { leftOut: [], workflows: 1 })
  const text = await readFile(join(folder, 'callbacks.arazzo.yaml'), 'utf8')
  t.match(text, /workflowId: POST-streams-accepted\n/)
  t.match(text, /operationPath: '\{\$sourceDescriptions\.callbacks\.url\}#\/paths\/~1streams\/post'/)
})

t.test('writes that limits of one operation refuse, and that a key cannot be used for another request', async t => {
  const folder = t.testdir({})
  const openapi = [new URL('orders.yaml', import.meta.url).pathname]
  const [written] = await writeJourneys({ folder, force: false, options: { openapi } })
  t.same(written?.leftOut, [])
  const text = await readFile(join(folder, 'orders.arazzo.yaml'), 'utf8')
  for (const id of ['addOrder-replay', 'addOrder-conflict', 'limit-orders']) t.ok(text.includes(`: ${id}\n`), id)
  t.match(text, /stepId: conflict\n(?:.+\n)+ +x-standin-refusal: conflict\n/)
})

t.test('writes journeys for other documents, which pass', async t => {
  const folder = t.testdir({})
  const written = await writeJourneys({ folder, force: false, options: { openapi: [PETS, JOBS] } })
  t.same(written.flatMap(({ leftOut }) => leftOut.map(({ workflow }) => workflow.id)), [])
  const { results } = await verifyJourneys({ files: [folder], inputs: {}, options: {} })
  t.ok(results.length >= 40)
  t.same(results.filter(({ status }) => status !== 'passed').map(({ workflow }) => workflow.id), [])
})
