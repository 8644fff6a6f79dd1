import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import { listen } from '../start-standin.ts'
import { KEY, startShop } from './shop.ts'

/** Starts a receiver of callbacks that responds with statuses, the last of them from then on. */
async function startReceiver (t: Test, ...statuses: number[]): Promise<string> {
  let [status = 204] = statuses
  const server = createServer((_request, response) => {
    status = statuses.shift() ?? status
    response.writeHead(status).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo  // it listens on a port
  return `http://127.0.0.1:${port}/`
}

t.test('a status is seen where a response shows it, not where it is reached', async t => {
  const { advance, order, send, touched } = await startShop(t)
  await order({ kind: 'sales' })
  t.match(await touched(), { 'statuses Report success queued': 1, 'statuses Report success ready': undefined })
  await advance('PT2S')
  await send('GET', '/reports')
  t.notHas(await touched(), { 'statuses Report success ready': 1 }, 'a list of ids shows no status')
  await send('HEAD', '/reports/1')
  t.notHas(await touched(), { 'statuses Report success ready': 1 }, 'HEAD has no body')
  await send('GET', '/reports/1')
  const cells = await touched()
  t.match(cells, { 'statuses Report success ready': 1, 'ways Report success': 1 })
  t.notHas(cells, { 'ways Report failure': Number })
})

t.test('a way is taken once a client sees its outcome', async t => {
  const { advance, order, send, settings, touched } = await startShop(t)
  await settings({ resources: { 'shop.Report': { lifecycle: 'failure' } } })
  await order({ kind: 'sales' })
  t.notHas(await touched(), { 'ways Report failure': 1 })
  await advance('PT2S')
  await send('GET', '/reports/1')
  t.match(await touched(), { 'ways Report failure': 1, 'statuses Report failure failed': 1 })
})

t.test('a file counts where it is downloaded', async t => {
  const { order, send, touched } = await startShop(t)
  await order({ kind: 'sales' })
  await send('HEAD', '/reports/1/file')
  t.notHas(await touched(), { 'files Report': 1 })
  await send('GET', '/reports/1/file')
  t.match(await touched(), { 'files Report': 1, 'download responses 200 - text/csv': 2 })
})

t.test('a callback counts where it is delivered, and is found where it is not', async t => {
  const { admin, advance, order, settings, touched } = await startShop(t)
  const good = await startReceiver(t, 204)
  const bad = await startReceiver(t, 500)
  await settings({ webhooks: { 'shop.changed': good } })
  await order({ kind: 'sales' }, `?callback=${good}`)
  await order({ kind: 'stock' }, `?callback=${bad}`, { ...KEY, 'X-Standin-Test': 'fails' })
  t.notHas(await touched(), { 'order callbacks ready': 1 })
  await advance('PT2S')
  t.match(await touched(), { 'order callbacks ready': 1, 'callbacks changed': 2 })
  const { findings } = (await admin('GET', '/coverage')).json()
  t.match(findings, [{ kind: 'undelivered', operation: 'shop.order', count: 1, message: /responded 500$/ }])
})

t.test('a callback that is sent again by hand, and arrives, is found no more', async t => {
  const { admin, advance, order, settings, touched } = await startShop(t)
  await settings({ retries: { 'shop.order/ready': [] } })
  const [first, second] = [await startReceiver(t, 500, 204), await startReceiver(t, 500, 500)]
  await order({ kind: 'sales' }, `?callback=${first}`, { ...KEY, 'X-Standin-Test': 'recovers' })
  await order({ kind: 'stock' }, `?callback=${second}`)
  await advance('PT2S')
  const count = async () => (await admin('GET', '/coverage')).json().findings[0]?.count
  t.equal(await count(), 2)
  const { callbacks } = (await admin('GET', '/callbacks')).json()
  for (const { id } of callbacks) await admin('POST', `/callbacks/${id}/redeliver`)
  t.equal(await count(), 1)
  t.match(await touched({ test: 'recovers' }), { 'order callbacks ready': 1 })
})

t.test('a fault counts, and hides the response and the status that it cut off', async t => {
  const shop = await startShop(t)
  const url = await listen(shop)
  await shop.admin('POST', '/stubs', { operation: 'shop.order', fault: 'reset-before-headers' })
  await t.rejects(fetch(`${url}/reports`, {
    method: 'POST',
    body: '{"kind":"sales"}',
    headers: { ...KEY, 'content-type': 'application/json' }
  }))
  const cells = await shop.touched()
  t.match(cells, { 'faults reset-before-headers': 1, 'order properties body kind': 1 })
  t.notHas(cells, { 'order responses 202 application/json application/json': 1 })
  t.notHas(cells, { 'statuses Report success queued': 1 })
})
