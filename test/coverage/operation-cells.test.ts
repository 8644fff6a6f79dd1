import t from 'tap'
import { KEY, startShop } from './shop.ts'

t.test('responses are told apart by the media types of both messages, refusals by that of the response', async t => {
  const { order, send, touched } = await startShop(t)
  await order({ kind: 'sales' })
  await send('POST', '/reports', 'kind=stock', { ...KEY, 'content-type': 'application/x-www-form-urlencoded' })
  await send('POST', '/reports', 'kind=no', { ...KEY, 'content-type': 'application/x-www-form-urlencoded' })
  await order({ kind: 'no' })
  t.match(await touched(), {
    'order responses 202 application/json application/json': 1,
    'order responses 202 application/x-www-form-urlencoded application/json': 1,
    'order responses 400 - application/json': 2
  })
})

t.test('parameters, members and values count where the request fits the contract', async t => {
  const { order, touched } = await startShop(t)
  await order({ kind: 'sales', lines: [{ sort: 'a' }, { sort: 'a' }], parent: { kind: 'stock' } }, '?mode=fast', {
    ...KEY,
    'X-Trace': '1'
  })
  await order({ kind: 'no', key: 'unseen' }, '?mode=slow')
  const sent = Object.entries(await touched()).filter(([id]) => / (?:parameters|values|properties) /.test(id))
  t.strictSame(Object.fromEntries(sent), {
    'order parameters query mode': 1,
    'order values query mode fast': 1,
    'order parameters header X-Trace': 1,
    'order properties body kind': 1,
    'order values body kind sales': 1,
    'order properties body lines': 1,
    'order properties body lines[].sort': 1,
    'order values body lines[].sort a': 1,
    'order properties body parent': 1
  })
})

t.test('each alternative of a security requirement has its cell', async t => {
  const { order, touched } = await startShop(t)
  await order({ kind: 'sales' })
  t.match(await touched(), { 'order security key': 1, 'order security basic': undefined })
  await order({ kind: 'stock' }, '', { authorization: `Basic ${btoa('a:b')}` })
  await order({ kind: 'stock' }, '', {})
  t.match(await touched(), { 'order security key': 1, 'order security basic': 1 })
})

t.test('credentials that may be left out have cells, as has doing without', async t => {
  const { send, touched } = await startShop(t)
  await send('GET', '/reports')
  t.match(await touched(), { 'list security key': undefined, 'list security none': 1 })
  await send('GET', '/reports', undefined, KEY)
  t.match(await touched(), { 'list security key': 1, 'list security none': 1 })
})

t.test('each rule counts what it refused or repeated', async t => {
  const { order, send, settings, touched } = await startShop(t)
  await order({ kind: 'sales', key: 'a' })
  await order({ kind: 'sales', key: 'a' })
  await order({ kind: 'stock', key: 'a' })
  await order({ kind: 'sales' })
  await order({ kind: 'stock', shop: 'none' })
  await send('GET', '/reports/99')
  await settings({ limits: { 'shop.orders': { enabled: true, max: 1 } } })
  await send('GET', '/reports/1')
  await order({ kind: 'stock' })
  const cells = await touched()
  t.strictSame(Object.fromEntries(Object.entries(cells).filter(([id]) => id.includes('rules'))), {
    'order rules idempotent': 1,
    'order rules idempotent conflict': 1,
    'order rules requires 0': 1,
    'order rules unique': 1,
    'read rules find': 1,
    'rules limit orders': 1
  })
})
