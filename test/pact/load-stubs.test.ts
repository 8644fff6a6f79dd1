import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import t from 'tap'
import type { Test } from 'tap'
import { parseCtl } from '../../src/cli/ctl.ts'
import { runCtl } from '../../src/cli/run-ctl.ts'
import { startStandin } from '../../src/testing.ts'

interface GivenInteraction {
  readonly request: object
  readonly response?: object
  readonly providerStates?: readonly object[]
  readonly description?: string
}

/** Starts a stand-in, and returns functions that load interactions as stubs and send requests. */
async function start (t: Test) {
  const { server: { url }, world } = await startStandin(t, { openapi: ['examples/orders.yaml'] })
  const headers = { 'x-standin-world': world.name, 'content-type': 'application/json' }
  const send = async (method: string, path: string, body?: unknown, more: object = {}) => {
    const init = { method, headers: { ...headers, ...more } }
    const response = await fetch(url + path, { ...init, ...body !== undefined && { body: JSON.stringify(body) } })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) as Record<string, unknown> }
  }
  const pactOf = (...interactions: GivenInteraction[]) => ({
    consumer: { name: 'web' },
    provider: { name: 'orders' },
    interactions: interactions.map((one, index) => ({ description: `${index}`, response: { status: 200 }, ...one })),
    metadata: { pactSpecification: { version: '3.0.0' } }
  })
  const load = async (...interactions: GivenInteraction[]) => {
    const { body, status } = await send('POST', '/__admin/pact/stubs', pactOf(...interactions))
    return { status, ...body as { stubs: object[], warnings: string[] } }
  }
  return { load, pactOf, send, url, world }
}

const CREATED = { status: 201, body: { id: 77, item: 'Desk', quantity: 1, createdAt: '2026-01-01T00:00:00Z' } }

t.test('a request is matched as it is where it has no rules', async t => {
  const { load, send } = await start(t)
  const request = { method: 'POST', path: '/orders', body: { item: 'Desk', quantity: 1 } }
  t.match(await load({ request, response: CREATED }), {
    status: 201,
    stubs: [{ operation: 'orders.createOrder' }],
    warnings: []
  })
  t.match((await send('POST', '/orders', { item: 'Desk', quantity: 1 })).body, { id: 77 })
  t.notMatch((await send('POST', '/orders', { item: 'Desk', quantity: 2 })).body, { id: 77 })
  t.notMatch((await send('POST', '/orders', { item: 'Desk', quantity: 1, customerId: 7 })).body, { id: 77 })
})

t.test('rules become schemas: of version 3 and later, and of version 2', async t => {
  for (const matchingRules of [
    {
      body: {
        '$.item': { matchers: [{ match: 'regex', regex: '^D' }] },
        '$.quantity': { matchers: [{ match: 'integer' }] }
      }
    },
    { '$.body.item': { match: 'regex', regex: '^D' }, '$.body.quantity': { match: 'type' } }
  ]) {
    const { load, send } = await start(t)
    const request = { method: 'POST', path: '/orders', body: { item: 'Desk', quantity: 1 }, matchingRules }
    t.same((await load({ request, response: CREATED })).warnings, [])
    t.match((await send('POST', '/orders', { item: 'Drawer', quantity: 9 })).body, { id: 77 })
    t.notMatch((await send('POST', '/orders', { item: 'Chair', quantity: 9 })).body, { id: 77 })
    t.notMatch((await send('POST', '/orders', { item: 'Desk', quantity: 9, customerId: 7 })).body, { id: 77 })
  }
})

t.test('paths, queries and headers are matched, each by its rule', async t => {
  const { load, send } = await start(t)
  const order = { id: 5, item: '$5', quantity: 1, createdAt: '2026-01-01T00:00:00Z' }
  const matchingRules = { path: { matchers: [{ match: 'regex', regex: '/orders/\\d+' }] } }
  const { warnings } = await load(
    { request: { method: 'GET', path: '/orders/5' }, response: { status: 200, body: order } },
    { request: { method: 'GET', path: '/orders', query: { limit: ['1'] } }, response: { status: 200, body: [] } },
    {
      request: {
        method: 'GET',
        path: '/customers/7',
        headers: { 'X-Tenant': 'a' },
        matchingRules: { header: { 'X-Tenant': { matchers: [{ match: 'regex', regex: '^[ab]$' }] } } }
      },
      response: { status: 404, body: { message: 'none' } }
    }
  )
  t.match(warnings, [/^2: its response breaks the contract/], 'the contract documents no 404 of it')
  t.same((await send('GET', '/orders/5')).body, order, 'a dollar sign is one')
  t.equal((await send('GET', '/orders/1')).status, 200)
  t.same((await send('GET', '/orders?limit=1')).body, [])
  t.notSame((await send('GET', '/orders')).body, [])
  t.equal((await send('GET', '/customers/7', undefined, { 'x-tenant': 'b' })).status, 404)
  t.equal((await send('GET', '/customers/7', undefined, { 'x-tenant': 'c' })).status, 200)
  const ruled = await load({
    request: { method: 'GET', path: '/orders/5', matchingRules },
    response: { status: 404, body: { message: 'x' } }
  })
  t.match(ruled.warnings, [/the path has a rule/])
  t.equal((await send('GET', '/orders/1')).status, 404)
})

t.test('what a stub cannot say is told', async t => {
  const { load, pactOf, send } = await start(t)
  const get = { method: 'GET', path: '/orders/1' }
  const { stubs, warnings } = await load(
    { request: get, response: { status: 404, body: { message: 'x' } }, providerStates: [{ name: 'no order' }] },
    { request: get, response: { status: 200 }, description: 'again' },
    { request: { ...get, path: '/orders/2' }, response: { status: 200, body: { id: 2 } }, description: 'a part' },
    { request: { method: 'GET', path: '/elsewhere' }, response: { status: 200, body: { ok: true } } },
    {
      request: {
        method: 'POST',
        path: '/orders',
        body: { item: 'Desk', quantity: 1 },
        matchingRules: { body: { '$.item': { matchers: [{ match: 'semver' }] } } }
      },
      response: CREATED
    }
  )
  t.equal(stubs.length, 4)
  t.match(warnings, [
    /^0: it responds in any state, not only where "no order"$/,
    /^again: left out, as an earlier interaction has the same request$/,
    /^a part: its response breaks the contract, and is sent all the same$/,
    /^4: body: the rule "semver" is taken for that of a type$/
  ])
  t.same((await send('GET', '/orders/2')).body, { id: 2 })
  t.same((await send('GET', '/elsewhere')).body, { ok: true })
  t.match(await send('POST', '/__admin/pact/stubs', { ...pactOf(), interactions: {} }), {
    status: 422,
    body: { code: 'STANDIN_INVALID_PACT' }
  })
  t.match(await send('POST', '/__admin/pact/stubs', {}), { status: 400, body: { code: 'STANDIN_INVALID_REQUEST' } })
})

t.test('standin ctl pact load reads the file', async t => {
  const { pactOf, send, url, world } = await start(t)
  const file = join(t.testdir({}), 'web-orders.json')
  const request = { method: 'GET', path: '/orders/1' }
  await writeFile(file, JSON.stringify(pactOf({ request, response: { status: 404, body: { message: 'x' } } })))
  const command = parseCtl(['pact', 'load', file, '--url', url, '--world', world.name])
  if (command.kind !== 'ctl') throw new Error('help')
  const printed: string[] = []
  const print = (text: string): void => {
    printed.push(text)
  }
  t.ok(await runCtl(command, { print, warn: print, isTerminal: false, readInput: async () => '' }))
  t.match(printed, [/"operation":"orders.getOrder"/])
  t.equal((await send('GET', '/orders/1')).status, 404)
})
