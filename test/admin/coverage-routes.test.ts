import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createStandin } from '../../src/server.ts'

const ORDERS = new URL('../../examples/orders.yaml', import.meta.url).pathname

t.test('the coverage comes in the format that the query names, or Accept prefers', async t => {
  const app = await createStandin({ openapi: [ORDERS] })
  t.teardown(() => app.close())
  await app.inject('/orders')
  const table: ReadonlyArray<readonly [string, string, RegExp, RegExp]> = [
    ['', '*/*', /^application\/json/, /^\{"version":1,/],
    ['?format=json', 'text/html', /^application\/json/, /^\{"version":1,/],
    ['', 'text/html,*/*;q=0.8', /^text\/html/, /^<!doctype html>/],
    ['?format=html', '*/*', /^text\/html/, /^<!doctype html>/],
    ['?format=junit', '*/*', /^application\/xml/, /^<\?xml/],
    ['?format=ctrf', '*/*', /^application\/json/, /"reportFormat": "CTRF"/],
    ['?format=markdown&operation=orders.listOrders', '*/*', /^text\/markdown/, /^## Coverage: 33\.3 % \(1 of 3/],
    ['', 'text/plain', /^text\/plain/, /\nCoverage {2}/]
  ]
  for (const [query, accept, type, body] of table) {
    const response = await app.inject({ url: `/__admin/coverage${query}`, headers: { accept } })
    t.equal(response.statusCode, 200)
    t.match(response.headers['content-type'], type, `${query} ${accept}`)
    t.match(response.body, body, `${query} ${accept}`)
  }
  t.match((await app.inject('/__admin/coverage?format=pdf')).json(), { status: 400, code: 'STANDIN_INVALID_REQUEST' })
})

t.test('the report is written when the app closes, in the formats that are named', async t => {
  const folder = join(t.testdir(), 'reports')
  const app = await createStandin({ openapi: [ORDERS], report: folder, reportFormats: ['json', 'junit'] })
  await app.inject({ url: '/orders', headers: { 'x-standin-test': 'lists' } })
  t.same(readdirSync(folder), [])
  await app.close()

  t.same(readdirSync(folder).sort(), ['junit.xml', 'report.json'])
  const { cells } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  t.match(cells.find(({ hits }: { hits: number }) => hits > 0), { operation: 'orders.listOrders', tests: ['lists'] })
})

t.test('a folder that cannot be written, and one without a count, are refused at the start', async t => {
  const folder = t.testdir({ file: '' })
  const report = join(folder, 'file')
  await t.rejects(createStandin({ openapi: [ORDERS], report }), { code: 'STANDIN_REPORT_NOT_WRITTEN' })
  await t.rejects(createStandin({ report: folder, coverage: false }), { code: 'STANDIN_INVALID_OPTION' })
  const reportFormats = ['pdf'] as unknown as ['json']  // a mistake of plain JavaScript
  await t.rejects(createStandin({ report: folder, reportFormats }), { code: 'STANDIN_INVALID_OPTION' })
})
