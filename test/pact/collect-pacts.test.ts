import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../../src/testing.ts'
import { validatePact, verifyPacts, withoutTools } from './pact-tools.ts'

const CREDENTIALS = { ClientToken: 'client-s3cret', AccessToken: 'access-s3cret', Client: 'web 1.0' }

interface Pact {
  readonly consumer: object
  readonly interactions: ReadonlyArray<Record<string, unknown>>
}

/** Starts a stand-in with what a consumer's tests do, and returns the pacts of it. */
async function play (t: Test, spec: '3' | '4' = '4') {
  const { server, world } = await startStandin(t, {
    openapi: ['openapi/mews.yaml', 'openapi/webadmit.yaml', 'examples/orders.yaml'],
    fixtures: 'fixtures',
    clock: 'frozen',
    startsAt: '2026-01-01T00:00:00Z'
  })
  const url = server.url
  const headers = { 'x-standin-world': world.name }
  const send = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...more, ...body !== undefined && { 'content-type': 'application/json' } },
      ...body !== undefined && { body: JSON.stringify(body) }
    })
    const text = await response.text()
    return /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) as Record<string, unknown> : {}
  }
  const advance = async (by: string) => await send('POST', '/__admin/clock/advance', { by })
  const add = { ...CREDENTIALS, EntityType: 'OrderItem' }
  const { Export } = await send('POST', '/api/connector/v1/exports/add', add) as { Export: { Id: string } }
  await send('POST', '/api/connector/v1/exports/add', add)
  for (const by of ['PT0S', 'PT3S', 'PT6S']) {
    await advance(by)
    await send('POST', '/api/connector/v1/exports/getAll', { ...CREDENTIALS, ExportIds: [Export.Id] })
  }
  const reply = { status: 429, headers: { 'Retry-After': 7 }, body: { Message: 'Slow down' } }
  await send('POST', '/__admin/stubs', { operation: 'mews.addExport', reply, times: 1 })
  await send('POST', '/api/connector/v1/exports/add', { ...add, EntityType: 'Payment' })
  await send('POST', '/api/connector/v1/exports/add', { ...add, EntityType: 'Nonsense' })
  await send('GET', '/orders', undefined, { 'x-trace': 'not declared' })
  await send('GET', '/orders/1')
  await send('GET', '/orders/1', undefined, { accept: 'image/png' })
  await send('GET', '/orders/2')
  await send('GET', '/orders/999')
  await send('GET', '/customers/7')
  await send('POST', '/exports')
  await send('POST', '/exports')
  await advance('PT1H')
  await send('GET', '/exports/1')
  await send('GET', '/exports/1/file')
  await send('POST', '/orders', { item: 'Desk', quantity: 3 })
  const answer = await send('GET', `/__admin/pact?consumer=web&spec=${spec}`)
  const { pacts } = answer as { pacts: Array<{ api: string, pact: Pact, leftOut: unknown[] }> }
  return { pacts, send, url }
}

t.test('exchanges that kept their contract become interactions, each with its state', async t => {
  const { pacts } = await play(t)
  t.same(pacts.map(({ api }) => api), ['mews', 'orders'])
  const [mews, orders] = pacts
  const titles = ({ pact }: { pact: Pact }) => pact.interactions.map(({ description, providerStates = [] }) => {
    return [description, ...(providerStates as Array<{ name: string }>).map(({ name }) => name)].join(' | ')
  })
  t.same(mews && titles(mews), [
    'addExport responds 200',
    'addExport responds 400 | mews.Export is Pending',
    'getAllExports responds 200 | mews.Export is Pending',
    'getAllExports responds 200 | mews.Export is Processing',
    'getAllExports responds 200 | mews.Export is Success',
    'addExport responds 429 | mews.addExport responds 429'
  ])
  t.same(mews?.leftOut, [{ operation: 'mews.addExport', why: 'the request broke the contract', count: 1 }])
  t.same(orders && titles(orders), [
    'listOrders responds 200 | orders.Order exists | orders.Order exists',
    'getOrder responds 200 | orders.Order exists',
    'getOrder responds 404 | orders.Order does not exist',
    'getCustomer responds 200',
    'startExport responds 202',
    'startExport responds 409 | orders.Export is queued',
    'getExport responds 200 | orders.Export is done',
    'getExportFile responds 200 | orders.Export is done',
    'createOrder responds 201'
  ])
})

t.test('messages have rules from their schemas, and no secrets', async t => {
  const { pacts } = await play(t)
  const [mews, orders] = pacts
  const text = JSON.stringify(pacts)
  t.notMatch(text, /s3cret/)
  t.notMatch(text, /x-trace|user-agent|"host"|connection/i)
  const added = mews?.pact.interactions[0]
  t.match(added, {
    type: 'Synchronous/HTTP',
    request: {
      method: 'POST',
      path: '/api/connector/v1/exports/add',
      headers: { 'Content-Type': ['application/json'] },
      body: { contentType: 'application/json', content: { AccessToken: 'placeholder', EntityType: 'OrderItem' } },
      matchingRules: { body: { '$.AccessToken': { combine: 'AND', matchers: [{ match: 'type' }] } } }
    },
    response: {
      status: 200,
      matchingRules: {
        body: {
          '$.Export.Id': { matchers: [{ match: 'regex' }] },
          '$.Export.Status': { matchers: [{ match: 'regex', regex: '^(Pending|Processing|Success|Failed|Expired)$' }] },
          '$.Export.ExpiresUtc': { matchers: [{ match: 'null' }] }
        }
      }
    }
  })
  const succeeded = mews?.pact.interactions[4]
  t.match(succeeded, {
    request: { generators: { body: { '$.ExportIds[0]': { type: 'ProviderState', expression: '$' + '{ExportId}' } } } },
    response: {
      matchingRules: {
        body: {
          '$.Exports': { matchers: [{ match: 'type', min: 1 }] },
          '$.Exports[*].Status': { matchers: [{ match: 'equality' }] },
          '$.Exports[*].ExpiresUtc': { combine: 'OR', matchers: [{ match: 'datetime' }, { match: 'datetime' }] },
          '$.Exports[*].Files[*].SizeInBytes': { matchers: [{ match: 'integer' }] }
        }
      }
    }
  })
  const order = orders?.pact.interactions[1]
  t.match(order, {
    request: {
      path: '/orders/1',
      matchingRules: { path: { matchers: [{ match: 'regex', regex: '^/orders/[^/]+$' }] } },
      generators: { path: { type: 'ProviderState', expression: '/orders/$' + '{OrderId}' } }
    }
  })
})

t.test('the key of an interaction is the same in every run', async t => {
  const keys = async () => (await play(t)).pacts.map(({ pact }) => pact.interactions.map(({ key }) => key))
  t.same(await keys(), await keys())
})

for (const spec of ['4', '3'] as const) {
  t.test(`the verifier of Pact passes each interaction of version ${spec}`, { skip: withoutTools }, async t => {
    const { pacts, url } = await play(t, spec)
    const { interactionResults, result } = await verifyPacts(url, t.testdir({}), pacts.map(({ pact }) => pact))
    const failed = interactionResults.filter(({ result }) => result !== 'OK')
    t.same(failed, [])
    t.equal(interactionResults.length, pacts.flatMap(({ pact }) => pact.interactions).length)
    t.ok(result)
  })
}

for (const version of ['3.0.3', '3.1.0']) {
  t.test(`the validator of PactFlow accepts the pacts, by OpenAPI ${version}`, { skip: withoutTools }, async t => {
    const { pacts, send } = await play(t)
    const folder = t.testdir({})
    for (const { api, pact } of pacts) {
      const document = await send('GET', `/__admin/contracts/${api}.json?openapi=${version}`)
      const { code, output } = await validatePact(folder, document, pact)
      t.equal(code, 0, output)
    }
  })
}

t.test('the verifier does fail where the stand-in differs', { skip: withoutTools }, async t => {
  const { pacts, url } = await play(t)
  const [mews] = pacts
  const [added] = structuredClone(mews?.pact.interactions ?? [])
  Object.assign(added?.response as object, { status: 201 })
  const { result } = await verifyPacts(url, t.testdir({}), [{ ...mews?.pact, interactions: [added] }])
  t.notOk(result)
})

t.test('a provider has one name, and an API is one that is served', async t => {
  const { send } = await play(t)
  t.match(await send('GET', '/__admin/pact?consumer=web&provider=all'), { code: 'STANDIN_INVALID_REQUEST' })
  t.match(await send('GET', '/__admin/pact?consumer=web&api=mewz'), {
    code: 'STANDIN_INVALID_REQUEST',
    detail: /did you mean "mews"/
  })
  t.match(await send('GET', '/__admin/pact?consumer=web&provider=Mews%20Connector&api=mews'), {
    pacts: [{ pact: { provider: { name: 'Mews Connector' } } }]
  })
  t.match(await send('GET', '/__admin/pact'), { code: 'STANDIN_INVALID_REQUEST' })
})
