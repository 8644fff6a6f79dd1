import t from 'tap'
import { startStandin } from '../start-standin.ts'

const CREDENTIALS = { Client: 'Shop 1.0', AccessToken: 'a', ClientToken: 'c' }

t.test('a journey touches responses, properties, values, statuses, a way, a rule and a file', async t => {
  const { app, send, advance } = await startStandin(t)
  const add = { ...CREDENTIALS, EntityType: 'Payment' }
  const added = await send('POST', '/api/connector/v1/exports/add', add, { 'x-standin-test': 'adds once' })
  const query = { ...CREDENTIALS, ExportIds: [added.json().Export.Id] }
  await send('POST', '/api/connector/v1/exports/add', add, { 'x-standin-test': 'adds twice' })
  await advance('PT10S')
  const got = await send('POST', '/api/connector/v1/exports/getAll', query)
  const { pathname, search } = new URL(got.json().Exports[0].Files[0].Url)
  await send('GET', pathname + search)

  const { cells } = app.coverage?.report({ api: 'mews' }) ?? { cells: [] }
  const touched = cells.filter(({ hits }) => hits > 0)
  const ofAdd = touched.filter(({ operation }) => operation === 'mews.addExport')
  t.strictSame(ofAdd.map(({ hits, id, tests }) => [id, hits, tests]), [
    ['mews.addExport responses 200 application/json application/json', 1, ['adds once']],
    ['mews.addExport responses 400 - application/json', 1, ['adds twice']],
    ['mews.addExport properties body Client', 2, ['adds once', 'adds twice']],
    ['mews.addExport properties body AccessToken', 2, ['adds once', 'adds twice']],
    ['mews.addExport properties body ClientToken', 2, ['adds once', 'adds twice']],
    ['mews.addExport properties body EntityType', 2, ['adds once', 'adds twice']],
    ['mews.addExport values body EntityType Payment', 2, ['adds once', 'adds twice']],
    ['mews.addExport rules unique', 1, ['adds twice']]
  ])
  const ofApi = touched.filter(({ operation }) => operation === undefined)
  t.strictSame(ofApi.map(({ hits, id, tests }) => [id, hits, tests]), [
    ['mews statuses Export success Pending', 2, ['adds once', 'adds twice']],
    ['mews statuses Export success Success', 1, ['default']],
    ['mews ways Export success', 1, ['default']],
    ['mews files Export', 1, ['default']]
  ])
  t.match(ofAdd.at(-1)?.place, { file: 'openapi/mews.yaml', line: Number, column: Number })
})
