import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { fetchIn, noBrowser, openPage, servePage } from '../open-browser.ts'

const CREDENTIALS = { Client: 'test', AccessToken: 'access', ClientToken: 'client' }
const JSON_BODY = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-of-the-page': '1' },
  body: JSON.stringify({ ...CREDENTIALS, EntityType: 'OrderItem' })
}

t.test('a page of another port sends its cookies and reads the headers', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  const page = await openPage(t, await servePage(t))
  await world.stub({
    operation: 'mews.addExport',
    reply: { status: 403, headers: { 'Set-Cookie': 'sid=of-the-stub', 'X-Left': '7' }, body: { Message: 'Wait' } },
    times: 1
  })

  const add = `${url}/api/connector/v1/exports/add`
  const first = await fetchIn(page, add, { ...JSON_BODY, credentials: 'include' })
  t.match(first, { status: 403, text: '{"Message":"Wait"}', headers: { 'x-left': '7', date: String } })
  const second = await fetchIn(page, add, { ...JSON_BODY, credentials: 'include' })
  t.match(second, { status: 200, text: /"Pending"/ })
  const third = await fetchIn(page, add, { ...JSON_BODY, credentials: 'omit' })
  t.match(third, { status: 400 }, 'the same export already runs')

  const cookies = (await world.requests()).map(({ request }) => request.headers.cookie)
  t.match(cookies, [undefined, String, undefined], 'the cookie that was set came back')
})

for (const [cors, credentials, isRead] of [
  ['*', 'omit', true],
  ['*', 'include', false],
  ['off', 'omit', false],
  [['https://elsewhere.example'], 'include', false]
] as const) {
  const outcome = isRead ? 'reads' : 'reads nothing'
  const title = `with ${JSON.stringify(cors)}, a page that would ${credentials} its cookies ${outcome}`
  t.test(title, { skip: noBrowser }, async t => {
    const { url } = await startStandin(t, { cors })
    const page = await openPage(t, await servePage(t))
    const read = await fetchIn(page, `${url}/api/connector/v1/exports/add`, { ...JSON_BODY, credentials })
    t.match(read, isRead ? { status: 200 } : { failed: /Failed to fetch/ })
  })
}

t.test('the browser obeys the preflight headers that a document declares', { skip: noBrowser }, async t => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    'x-standin': { headers: { 'Access-Control-Allow-Headers': 'content-type', 'Access-Control-Max-Age': '0' } },
    paths: {
      '/things': {
        put: {
          operationId: 'putThing',
          requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
          responses: { 204: { description: 'It is stored.' } }
        }
      }
    }
  }
  const folder = t.testdir({ 'things.json': JSON.stringify(document) })
  const { url, world } = await startStandin(t, { openapi: [`${folder}/things.json`] })
  const page = await openPage(t, await servePage(t))
  const put = { method: 'PUT', body: '{}', credentials: 'include' } as const

  const declared = { 'content-type': 'application/json' }
  t.match(await fetchIn(page, `${url}/things`, { ...put, headers: declared }), { status: 204 })
  const undeclared = { ...declared, 'x-of-the-page': '1' }
  t.match(await fetchIn(page, `${url}/things`, { ...put, headers: undeclared }), { failed: /Failed to fetch/ })
  t.equal((await world.requests()).length, 1)
})

t.test('a page of this machine scripts the stand-in, with its token', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t, { adminToken: 'secret' })
  const page = await openPage(t, await servePage(t))
  const stubs = `${url}/__admin/stubs`
  const body = JSON.stringify({ operation: 'mews.addExport', reply: { status: 403, body: { Message: 'By the page' } } })
  const headers = { 'content-type': 'application/json', authorization: 'Bearer secret' }

  t.match(await fetchIn(page, stubs, { method: 'POST', headers, body }), { status: 201 })
  t.match(await fetchIn(page, stubs, { method: 'DELETE', headers, credentials: 'include' }), { status: 204 })
  const refused = await fetchIn(page, stubs, { headers: { authorization: 'Bearer wrong' } })
  t.match(refused, { status: 401, text: /STANDIN_ADMIN_TOKEN_REQUIRED/, headers: { 'www-authenticate': /^Bearer/ } })
  t.same(await world.stubs(), [])
})

t.test('a page of another site reads nothing, changes nothing and evicts no world', { skip: noBrowser }, async t => {
  const { server, url, world } = await startStandin(t, { maxWorlds: 2 })
  await world.stub({ operation: 'mews.addExport', reply: { status: 403, body: { Message: 'Mine' } } })
  const page = await openPage(t, (await servePage(t)).replace('127.0.0.1', 'rebind.test'))
  const origin = new URL(url).origin

  for (const path of ['clock', 'requests', 'stubs', 'health', 'docs', 'openapi.json']) {
    t.match(await fetchIn(page, `${origin}/__admin/${path}`), { failed: /Failed to fetch/ }, path)
  }
  for (const method of ['POST', 'DELETE']) {
    t.match(await fetchIn(page, `${url}/__admin/stubs`, { method }), { failed: /Failed to fetch/ })
  }
  for (let number = 0; number < 5; number++) {
    await fetchIn(page, `${origin}/~e${number}/__admin/clock`, { mode: 'no-cors' })
    await fetchIn(page, `${origin}/~e${number}/__admin/reset`, { mode: 'no-cors', method: 'POST' })
  }
  t.equal((await world.stubs()).length, 1)
  t.same((await server.worlds()).map(({ name }) => name), [world.name])
})

t.test('a site that calls this machine by its own name is refused', { skip: noBrowser }, async t => {
  const { url, world } = await startStandin(t)
  const origin = new URL(url).origin.replace('127.0.0.1', 'rebind.test')
  const page = await openPage(t, `${origin}/nothing`)
  for (const method of ['GET', 'POST', 'DELETE']) {
    const read = await fetchIn(page, `${origin}/~${world.name}/__admin/stubs`, { method })
    t.match(read, { status: 403, text: /STANDIN_HOST_NOT_ALLOWED/ })
  }
})

t.test('the documentation page takes the token, and no other page shows it', { skip: noBrowser }, async t => {
  const { url } = await startStandin(t, { adminToken: 'secret' })
  const { origin } = new URL(url)
  const page = await openPage(t, 'about:blank')
  const problems: string[] = []
  page.on('console', message => { if (message.type() === 'error') problems.push(message.text()) })
  page.on('pageerror', error => problems.push(error.message))

  await page.goto(`${origin}/__admin/docs`)
  await page.getByRole('button', { name: 'Authorize' }).first().click()
  await page.locator('.auth-container input').fill('secret')
  await page.locator('.auth-container button[type=submit]').click()
  await page.locator('.btn-done').click()
  await page.locator('#operations-clock-readClock .opblock-summary-control').click()
  await page.locator('#operations-clock-readClock .execute').click()
  await page.locator('#operations-clock-readClock .live-responses-table .response-col_status').first().waitFor()
  t.match(await page.locator('#operations-clock-readClock .live-responses-table').innerText(), /200[^]*"running"/)
  t.same(problems, [])

  await page.goto(await servePage(t))
  await page.setContent(`<iframe src="${origin}/__admin/docs"></iframe>`)
  t.match(problems.join(), /frame|403/i)
})
