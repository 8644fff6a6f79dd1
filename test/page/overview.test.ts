import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser } from '../open-browser.ts'
import { listBarriers, openStandinPage } from './open-standin-page.ts'

const SHOP = `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://shop.example/v2 }]
paths:
  /orders:
    get:
      operationId: listOrders
      servers: [{ url: https://other.example/v3 }]
      responses:
        200: { description: The orders., content: { application/json: { example: [] } } }
    delete:
      responses: { 299: }
`

t.test('it lists the operations, where they are and what requests have touched', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  const page = await openStandinPage(t, url, `?world=${world.name}`)
  const api = page.getByRole('region', { name: 'Mews Connector exports' })
  await api.getByText('/api/connector/v1/exports/add').waitFor()
  await api.getByText('Add export').waitFor()
  t.ok((await page.getByRole('main').innerText()).includes(url), 'the base URL of the world')

  const line = api.getByRole('listitem').filter({ hasText: 'mews.addExport' })
  await line.getByText(/^0\/\d+$/).waitFor()
  await fetch(`${url}/api/connector/v1/exports/add`, { method: 'POST' })
  await line.getByText(/^[1-9]\d*\/\d+$/).waitFor()
  t.same(await listBarriers(page), [])

  await api.getByRole('link', { name: 'mews.addExport', exact: true }).click()
  await page.getByText('1 exchange', { exact: true }).waitFor()
  t.equal(await page.getByLabel('Operation').inputValue(), 'mews.addExport')
})

t.test('it shows the warnings of a document with their places', { skip: noBrowser }, async t => {
  const folder = t.testdir({ 'shop.yaml': SHOP })
  const { url } = await startStandin(t, { openapi: [`${folder}/shop.yaml`] })
  const page = await openStandinPage(t, url)
  await page.getByText('1 warning of the document').click()
  await page.getByText('shop.yaml:12:20').waitFor()
  await page.getByText('the response 299 must be an object').waitFor()
})

t.test('the reference of a contract sends to the world, wherever its servers are', { skip: noBrowser }, async t => {
  const folder = t.testdir({ 'shop.yaml': SHOP })
  const { url, world } = await startStandin(t, { openapi: [`${folder}/shop.yaml`] })
  const page = await openStandinPage(t, url, `?world=${world.name}`)
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).host))
  await page.getByRole('link', { name: 'Try it' }).click()
  await page.locator('.opblock-get').click()
  await page.getByRole('button', { name: 'Execute' }).click()
  await page.locator('.responses-table.live-responses-table').waitFor()
  t.match(await world.requests(), [{ operation: 'shop.listOrders', request: { url: '/v3/orders' } }])
  t.same([...new Set(asked)], [new URL(url).host], 'and nowhere else')
})
