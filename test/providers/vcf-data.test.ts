import t from 'tap'
import { freshWorld } from '../start-standin.ts'
import { RUN, getData, getExport, runOf, startExport } from './vcf-exports.ts'

t.test('the data is there once the task has completed: a CSV with a line of headings', async t => {
  const standin = await freshWorld(t)
  t.equal((await getExport(standin)).statusCode, 404)
  t.equal((await getData(standin)).statusCode, 404)
  await startExport(standin)
  await standin.advance('PT9S')
  t.match((await getData(standin)).json(), { errorCode: 'EXPORT_DATA_NOT_FOUND' })

  await standin.advance('PT1S')
  const data = await getData(standin)
  const [headings = '', ...rows] = data.body.trimEnd().split('\n')
  t.equal(data.statusCode, 200)
  t.equal(data.headers['content-type'], 'application/octet-stream')
  t.equal(data.headers['content-length'], String(data.rawPayload.length))
  t.equal(data.headers['content-disposition'], `attachment; filename="check-set-${RUN}.csv"`)
  t.match(headings, /^result_id,domain,/)
  t.ok(rows.length > 0)
  t.notOk(rows.includes(headings), 'the headings stand there once')
  t.ok((await getData(standin)).rawPayload.equals(data.rawPayload), 'the same bytes again')
})

t.test('a later export does not take away the data of the earlier one, and a failed one has none', async t => {
  const standin = await freshWorld(t)
  await startExport(standin)
  await standin.advance('PT10S')
  const { body } = await getData(standin)
  await standin.settings({ resources: { 'vcf.ExportTask': { lifecycle: 'failure' } } })
  await startExport(standin)
  await startExport(standin, runOf(2))

  t.equal((await getExport(standin)).json().status, 'NOT_STARTED')
  t.equal((await getData(standin)).body, body)
  await standin.advance('PT10S')
  t.equal((await getExport(standin)).json().status, 'FAILED')
  t.equal((await getData(standin)).body, body)
  t.equal((await getData(standin, runOf(2))).statusCode, 404)
})

t.test('the data can be had in parts, which keep the headers of the contract', async t => {
  const standin = await freshWorld(t)
  await startExport(standin)
  await standin.advance('PT10S')
  const whole = await getData(standin)
  const part = await getData(standin, RUN, { range: 'bytes=5-14' })

  t.equal(part.statusCode, 206)
  t.equal(part.headers['content-range'], `bytes 5-14/${whole.rawPayload.length}`)
  t.equal(part.headers['content-disposition'], whole.headers['content-disposition'])
  t.notOk('x-standin-violation' in part.headers)
  t.ok(part.rawPayload.equals(whole.rawPayload.subarray(5, 15)))
  const { requests: [latest] } = (await standin.admin('GET', '/requests?limit=1')).json()
  t.equal(latest.response.status, 206)
})
