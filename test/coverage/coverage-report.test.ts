import t from 'tap'
import { KEY, SHOP, startShop } from './shop.ts'

t.test('nothing is lost with a thousand worlds that were dropped', async t => {
  const { admin, app, send, touched } = await startShop(t, { maxWorlds: 10 })
  for (let index = 0; index < 1_000; index++) {
    await send('POST', '/reports', { kind: 'sales' }, { ...KEY, 'x-standin-world': `w${index}` })
    if (index % 10 === 0) await admin('DELETE', `/worlds/w${index}`)
  }
  t.match(await touched(), { 'order responses 202 application/json application/json': 1_000 })
  t.match(await touched({ world: 'w7' }), { 'order responses 202 application/json application/json': 1 })
  const cells = app.coverage?.report().cells.filter(({ id }) => id === 'shop.order values body kind sales')
  t.strictSame(cells?.map(({ tests }) => tests.length), [20], 'it names the first of the tests')
  t.strictSame(cells?.[0]?.tests.slice(0, 2), ['w0', 'w1'])
})

t.test('a reset keeps what was counted, and a deletion begins anew', async t => {
  const { admin, order, touched } = await startShop(t)
  await order({ kind: 'sales' })
  await admin('POST', '/reset')
  await order({ kind: 'sales' })
  t.match(await touched(), { 'order values body kind sales': 2 })
  t.equal((await admin('DELETE', '/coverage')).statusCode, 204)
  t.strictSame(await touched(), {})
  await order({ kind: 'stock' })
  t.match(await touched(), { 'order values body kind stock': 1 })
})

t.test('the report is also of one world, or of one test', async t => {
  const { admin, order, send, touched } = await startShop(t)
  await order({ kind: 'sales' }, '', { ...KEY, 'x-standin-test': 'buys a%2Fb' })
  await order({ kind: 'stock' }, '', { ...KEY, 'x-standin-test': 'other' })
  await send('GET', '/nowhere', undefined, { 'x-standin-world': 'w' })
  t.match(await touched({ test: 'buys a/b' }), { 'order values body kind sales': 1 })
  t.notHas(await touched({ test: 'buys a/b' }), { 'order values body kind stock': 1 })
  t.match(await touched({ world: 'default' }), { 'order values body kind sales': 1, 'order values body kind stock': 1 })
  t.strictSame(await touched({ test: 'w' }), {})
  const ofWorld = (await send('GET', '/~w/__admin/coverage')).json()
  t.match(ofWorld.findings, [{ kind: 'unmatched', count: 1, tests: ['w'] }])
  t.strictSame((await admin('GET', '/coverage?test=none')).json().findings, [])
})

t.test('a filter names an API and an operation', async t => {
  const { admin, order } = await startShop(t)
  await order({ kind: 'sales' })
  const { cells, summary } = (await admin('GET', '/coverage?operation=read')).json()
  t.ok(cells.every(({ operation }: { operation: string }) => operation === 'shop.read'))
  t.match(summary, { total: { touched: 0, total: cells.length }, operations: [{ operation: 'shop.read' }] })
  t.match((await admin('GET', '/coverage?operation=raed')).json(), { code: 'STANDIN_INVALID_REQUEST' })
  t.match((await admin('GET', '/coverage?api=shap')).json(), {
    code: 'STANDIN_INVALID_REQUEST',
    violations: [{ message: /did you mean "shop"/ }]
  })
  t.match((await admin('GET', '/coverage?apis=shop')).json(), { code: 'STANDIN_INVALID_REQUEST' })
})

t.test('findings are counted together where they are alike', async t => {
  const { admin, app, order, send } = await startShop(t)
  await order({ kind: 'no', lines: [{ sort: 'x' }, { sort: 'y' }] })
  await order({ kind: 'never', lines: [{ sort: 'z' }] })
  await send('GET', '/report?token=secret')
  await send('GET', '/report?token=other')
  await admin('POST', '/stubs', { operation: 'shop.read', reply: { status: 418, body: {} }, contract: 'off' })
  await admin('POST', '/stubs', { operation: 'shop.list', reply: { status: 200, body: [] } })
  const when = { body: { key: 'a' } }
  await admin('POST', '/stubs', { operation: 'shop.order', when, reply: { status: 202, body: {} } })
  await app.inject('/reports/1')
  const { findings } = (await admin('GET', '/coverage')).json()
  const found: Array<[string, number]> = findings.map(({ count, id }: { count: number, id: string }) =>
    [id.replace(/ [0-9a-f]{16}$/, ''), count])
  t.strictSame(found, [
    ['violations shop.order request body /kind enum', 2],
    ['violations shop.order request body /lines/*/sort enum', 2],
    ['unmatched GET /report', 2],
    ['undocumented shop.read 418', 1],
    ['unused-stubs shop.order', 1],
    ['unused-stubs shop.list', 1]
  ])
  t.match(findings[2].message, /the nearest is GET \/reports \(shop\.list\)/)
  t.notMatch(JSON.stringify(findings), /secret/)
  t.match(findings[0].place, { file: /shop\.json$/, line: Number })
})

t.test('a stub is unused where no world has used it, of those that have ended too', async t => {
  const { admin, send } = await startShop(t)
  const stub = { operation: 'shop.list', reply: { status: 200, body: [] } }
  const inWorld = (world: string) => ({ 'x-standin-world': world })
  await admin('POST', '/stubs', stub, inWorld('a'))
  await admin('POST', '/stubs', stub, inWorld('b'))
  await admin('POST', '/reset', undefined, inWorld('a'))
  t.match((await admin('GET', '/coverage')).json().findings, [{ kind: 'unused-stubs', count: 2, tests: ['a', 'b'] }])
  await send('GET', '/reports', undefined, inWorld('b'))
  t.strictSame((await admin('GET', '/coverage')).json().findings, [])
  t.match((await admin('GET', '/coverage?world=a')).json().findings, [{ kind: 'unused-stubs' }])
  await admin('DELETE', '/stubs', undefined, inWorld('b'))
  await admin('POST', '/stubs', { ...stub, when: { query: { a: 'b' } } }, inWorld('b'))
  await admin('DELETE', '/stubs', undefined, inWorld('b'))
  t.match((await admin('GET', '/coverage')).json().findings, [{ kind: 'unused-stubs', tests: ['b'] }])
})

t.test('ignored cells have their reason, and count neither way', async t => {
  const { admin, order } = await startShop(t, {
    coverageIgnore: { 'shop faults *': 'no client retries', 'shop.order *': 'old', 'shop.gone *': 'stale' }
  })
  await order({ kind: 'sales' })
  const { cells, summary, unusedIgnores } = (await admin('GET', '/coverage')).json()
  t.match(cells.find(({ id }: { id: string }) => id === 'shop faults garbage'), { ignored: 'no client retries' })
  t.match(summary.dimensions, { faults: { total: 0, ignored: 6, percent: null } })
  const own = summary.operations.find(({ operation }: { operation: string }) => operation === 'shop.order')
  t.match(own, { touched: 0, total: 0, percent: null })
  t.strictSame(unusedIgnores, ['shop.gone *'])
})

t.test('a server without coverage counts nothing, and says so', async t => {
  const { admin, app } = await startShop(t, { coverage: false })
  t.equal(app.coverage, undefined)
  t.match((await admin('GET', '/coverage')).json(), { status: 404, code: 'STANDIN_COVERAGE_OFF' })
  t.match((await admin('DELETE', '/coverage')).json(), { code: 'STANDIN_COVERAGE_OFF' })
})

t.test('every cell has a place, and an id of its own', async t => {
  const { app } = await startShop(t)
  const cells = app.coverage?.report().cells ?? []
  t.equal(new Set(cells.map(({ id }) => id)).size, cells.length)
  t.strictSame(cells.filter(({ dimension, place }) => place === undefined && dimension !== 'faults'), [])
  t.strictSame(cells.filter(({ hits }) => hits > 0), [])
  const lines = JSON.stringify(SHOP, null, 2).split('\n')
  const unique = cells.find(({ id }) => id === 'shop.order rules unique')
  t.match(lines[(unique?.place?.line ?? 0) - 1], /"unique"/)
})
