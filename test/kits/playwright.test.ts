import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../../src/testing.ts'
import { noBrowser, servePage } from '../open-browser.ts'
import { runPlaywright } from './run-playwright.ts'

const KIT = new URL('../../src/kits/playwright.ts', import.meta.url).pathname
const ADD = '/api/connector/v1/exports/add'
const PAYMENT = { Client: 'a', AccessToken: 'b', ClientToken: 'c', EntityType: 'Payment' }

const HEAD = `
import { expect, test as base } from '@playwright/test'
import { worldFixtures } from '${KIT}'
import type { StandinFixtures } from '${KIT}'

const test = base.extend<StandinFixtures>(worldFixtures())

async function add ([url, body]) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url + '${ADD}', { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, text: await response.text() }
}
`

/** Returns tests of an application whose pages send requests to `api`. */
function withPages (app: string, api: string): string {
  return `${HEAD}
async function addIn (page) {
  await page.goto('${app}')
  return await page.evaluate(add, ['${api}', ${JSON.stringify(PAYMENT)}])
}

test('a page uses the world', async ({ page, world }) => {
  await world.clock.freeze()
  expect((await addIn(page)).status).toBe(200)
  expect((await addIn(page)).text).toContain('already Pending')
  await world.verify({ operation: 'mews.addExport', count: { exactly: 2 } })
})

test('the next test has another world', async ({ page, world }) => {
  await world.stub({ operation: 'mews.addExport', reply: { status: 403, body: { Message: 'Not today' } }, times: 1 })
  expect(await addIn(page)).toEqual({ status: 403, text: '{"Message":"Not today"}' })
  expect((await addIn(page)).status).toBe(200)
})
`
}

/** Returns tests that need no browser, the last with a stand-in that is not there. */
function withoutPages (nowhere: string): string {
  return `${HEAD}
test('a test that passes', async ({ world }) => {
  expect(await world.requests()).toEqual([])
})

test('a test that fails', async ({ world }) => {
  const added = await add([world.url, ${JSON.stringify(PAYMENT)}])
  expect(added.status).toBe(418)
})

test('a test that is expected to fail', async ({ world }) => {
  test.fail()
  expect(world.name).toBe('default')
})

test.describe(() => {
  test.use({ standin: { url: '${nowhere}' } })
  test('a test without a stand-in', async ({ world }) => {})
})
`
}

t.test('pages are led to the world of their test', { skip: noBrowser, timeout: 110_000 }, async t => {
  const { server } = await startStandin(t)
  const app = await servePage(t)
  const proxy = await serveProxy(t, server.url)
  const cases = [
    [server.url.replace('127.0.0.1', 'localhost'), app, { url: server.url }],
    [server.url, app, { url: server.url, way: 'header' }],
    [proxy, proxy, { url: server.url, pageUrl: proxy, way: 'cookie' }]
  ] as const

  for (const [api, page, standin] of cases) {
    t.strictSame(await runPlaywright(t, withPages(page, api), { standin }), [
      { title: 'a page uses the world', status: 'passed', errors: [], attached: {} },
      { title: 'the next test has another world', status: 'passed', errors: [], attached: {} }
    ], JSON.stringify(standin))
  }
  t.same((await server.worlds()).filter(({ name }) => name !== 'default'), [], 'the worlds are dropped')
})

t.test('the journal is attached to the report of a test that fails', async t => {
  const { server } = await startStandin(t)
  const stopped = await startStandin()
  await stopped.close()
  const spec = withoutPages(stopped.server.url)
  const results = await runPlaywright(t, spec, { standin: { url: server.url } })
  const [passed, failed, expected, without] = results

  t.match(passed, { status: 'passed', attached: {} })
  t.match(failed, { status: 'failed', errors: [/418/] })
  const journal = JSON.parse(failed?.attached['standin-journal.json'] ?? '{}')
  t.match(journal, { world: /^w-/, verification: { ok: true } })
  t.match(journal.requests, [{ operation: 'mews.addExport', response: { status: 200 } }])
  t.match(expected, { status: 'failed' })
  for (const result of [passed, expected, without]) t.notOk(result?.attached['standin-journal.json'], result?.title)
  t.match(without, { status: 'failed', errors: [/StandinClientError/] })
  t.same((await server.worlds()).filter(({ name }) => name !== 'default'), [], 'the worlds are dropped')
})

/** Serves an empty page at `/`, and passes what is below `/api` on to a stand-in. Returns its origin. */
async function serveProxy (t: Test, target: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const { headers, method, url = '/' } = incoming
    if (!url.startsWith('/api')) {
      outgoing.setHeader('content-type', 'text/html').end('<!doctype html><title>A page</title>')
      return
    }
    incoming.pipe(request(`${target}${url}`, { method, headers }, response => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo  // it listens on a port
  return `http://127.0.0.1:${port}`
}
