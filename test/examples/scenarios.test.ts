import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../../src/server.ts'
import { delaysDuring } from '../delays-during.ts'
import { freshWorld, listen, startStandin } from '../start-standin.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { parseCurl } from './curl.ts'

const page = readFileSync(new URL('../../docs/guide/scenarios.md', import.meta.url), 'utf8')

interface Listed {
  readonly name: string
  readonly description: string
  readonly parameters: Readonly<Record<string, { readonly default: unknown }>>
}

async function listShipped (t: Test): Promise<Listed[]> {
  const { admin } = await freshWorld(t)
  return (await admin('GET', '/scenarios')).json().scenarios
}

t.test('the table has every scenario that ships, and nothing else', async t => {
  const rows = (await listShipped(t)).map(({ description, name, parameters }) => {
    const shown = Object.entries(parameters).map(
      ([name, { default: value }]) => `\`${name}\` ${typeof value === 'string' ? value : JSON.stringify(value)}`
    )
    return `| \`${name}\` | ${shown.join('<br>')} | ${description} |`
  })
  const table = page.split('<!-- scenarios -->\n')[1]?.split('<!-- /scenarios -->')[0]?.split('\n').slice(2, -1)
  t.strictSame(table, rows)
})

t.test('each that ships is shown by a test', async t => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const tests = readdirSync(folder)
    .filter(name => /^scenarios-\w+\.test\.ts$/.test(name))
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  for (const { name } of await listShipped(t)) {
    const [api, word] = name.split('/')
    t.ok(tests.includes(`'${name}: `) || (tests.includes(`${api}/\${name}: `) && tests.includes(`'${word}'`)), name)
  }
})

t.test('the shipped scenarios start one after another, leave nothing behind, and keep the contracts', async t => {
  const { admin } = await freshWorld(t)
  const read = async (path: string): Promise<unknown> => (await admin('GET', path)).json()
  const state = () => Promise.all(['/settings', '/stubs', '/resources'].map(read))
  const before = await state()
  for (const { name } of await listShipped(t)) {
    t.equal((await admin('POST', `/scenarios/${name}/start`)).statusCode, 200, name)
  }
  for (const { name } of await listShipped(t)) {
    t.equal((await admin('POST', `/scenarios/${name}/start`, { add: true })).statusCode, 200, name)
  }
  await admin('POST', '/scenarios/stop')
  t.same(await state(), before)
})

t.test('the command lines of the page can be pasted', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  const statuses: number[] = []
  for (const { language, text } of listCodeBlocks(page)) {
    for (const line of language === 'sh' ? text.trim().split('\n') : []) {
      const { body, headers, method, url } = parseCurl(line)
      const response = await app.inject({
        method: method as 'GET',
        url: url.replace('http://127.0.0.1:4010', ''),
        headers,
        payload: body
      })
      statuses.push(response.statusCode)
    }
  }
  t.same(statuses, [200, 200, 429, 204, 200, 201, 200, 200])
})

t.test('the example of the page does what it says', async t => {
  const [example] = listCodeBlocks(page).filter(({ language }) => language === 'yaml')
  const fixtures = t.testdir({})
  cpSync(new URL('../../fixtures', import.meta.url), fixtures, { recursive: true })
  writeFileSync(join(fixtures, 'mews/scenarios/month-end.yaml'), String(example?.text))
  const { admin, send } = await startStandin(t, { fixtures })
  await admin('POST', '/scenarios/mews/month-end/start', { parameters: { requests: 4 } })

  const credentials = { ClientToken: 'c', AccessToken: 'a', Client: 'Test' }
  const add = async (EntityType: string) => send('POST', '/api/connector/v1/exports/add', {
    ...credentials,
    EntityType
  })
  t.match(await add('Payment'), { statusCode: 500 })
  t.match((await add('Payment')).json(), { Message: 'No Payment today.' })
  t.match((await add('Payment')).json(), { Export: { Status: 'Pending' } })
  const known = await send('POST', '/api/connector/v1/exports/getAll', {
    ...credentials,
    ExportIds: ['706dc6d5-9511-4751-825e-538ce99da2ce']
  })
  t.match(known.json(), { Exports: [{ Status: 'Success', EntityType: 'Payment' }] })
  t.match(await add('Company'), { statusCode: 429 })
})

t.test('the mistake of the page is told as shown', async t => {
  const [shown] = listCodeBlocks(page).filter(({ language }) => language === 'text')
  const [example] = listCodeBlocks(page).filter(({ language }) => language === 'yaml')
  const fixtures = t.testdir({})
  cpSync(new URL('../../fixtures', import.meta.url), fixtures, { recursive: true })
  writeFileSync(
    join(fixtures, 'mews/scenarios/month-end.yaml'),
    String(example?.text).replace('{ durations: { Pending: $parameters.queued } }', '\n      lifecycle: failur')
  )
  const message = String(shown?.text.trim().replace(/^\S+:\d+:\d+ /, ''))
  await t.rejects(createStandin({ fixtures }), { message: new RegExp(message.replaceAll(/[.?()/]/g, '\\$&')) })
})

t.test('what is set for an operation goes for each of its answers: its delay, and its fault', async t => {
  const standin = await freshWorld(t)
  const RUN = '/v1/system/check-sets/8b0ce0b5-2c7b-4b1c-9e3c-6f6d1b1a7a01'
  const AUTHORIZED = { authorization: 'Bearer token' }
  const url = await listen(standin)
  await standin.settings({
    operations: { 'vcf.getExport': { delay: 'PT0.2S' }, 'vcf.getExportData': { fault: 'reset-before-headers' } }
  })
  const delays = await delaysDuring(async () => {
    t.equal((await standin.send('GET', `${RUN}/exports`, undefined, AUTHORIZED)).statusCode, 404)
  })
  t.ok(delays.includes(200))
  const getData = () => fetch(`${url}${RUN}/exports/data`, { headers: AUTHORIZED })
  await t.rejects(getData())
  await standin.settings({ operations: { 'vcf.getExportData': null } })
  t.equal((await getData()).status, 404)
})
