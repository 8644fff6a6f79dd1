import { createServer } from 'node:http'
import { once } from 'node:events'
import t from 'tap'
import type { Orders, Shop } from './orders.ts'
import { startShop } from './orders.ts'

interface Case {
  readonly title: string
  /** What is done before the edit; what it gives is handed to `then`. */
  readonly given: (shop: Shop) => Promise<unknown>
  /** What the document says then. */
  readonly edit: Orders
  readonly dropped: ReadonlyArray<object>
  /** What is asked for after it, and what it must be. */
  readonly then: (shop: Shop, given: unknown) => Promise<unknown>
  readonly is: unknown
}

const addOrder = async ({ send }: Shop, name = 'a'): Promise<string> =>
  ((await send('POST', '/orders', { name, url: 'http://127.0.0.1:1/' })).body as { id: string }).id
const read = (url: string) => async ({ send }: Shop) => (await send('GET', url)).body
const readOrder = async ({ send }: Shop, id: unknown) => await send('GET', `/orders/${id}`)
const world = 'default'

const CASES: readonly Case[] = [
  {
    title: 'a resource is kept where its type is',
    given: addOrder,
    edit: { title: 'Another' },
    dropped: [],
    then: readOrder,
    is: { status: 200, body: { name: 'a', status: 'open' } }
  },
  {
    title: 'a resource is found under indexes that were not there when it was created',
    given: async shop => [await addOrder(shop, 'a'), await addOrder(shop, 'b')],
    edit: { index: ['name'] },
    dropped: [],
    then: read('/orders?name=b'),
    is: [{ name: 'b' }]
  },
  {
    title: 'a resource goes on along its way as it was when it was created',
    given: addOrder,
    edit: { lifecycle: [{ open: 'PT1H' }, 'done'] },
    dropped: [],
    then: async (shop, id) => {
      await shop.send('POST', '/__admin/clock/advance', { by: 'PT1M' })
      return await readOrder(shop, id)
    },
    is: { body: { status: 'done' } }
  },
  {
    title:
      'a resource keeps its status where only others are gone, and goes on from there as it is declared now',
    given: addOrder,
    edit: { lifecycle: [{ open: 'PT1H' }, 'sent'], tellsAt: 'sent' },
    dropped: [],
    then: async (shop, id) => {
      await shop.send('POST', '/__admin/clock/advance', { by: 'PT1H' })
      return await readOrder(shop, id)
    },
    is: { body: { status: 'sent' } }
  },
  {
    title: 'a resource whose status is gone begins its way anew',
    given: async shop => {
      const id = await addOrder(shop)
      await shop.send('POST', '/__admin/clock/advance', { by: 'PT2M' })
      return id
    },
    edit: { lifecycle: [{ open: 'PT1H' }, 'sent'], tellsAt: 'sent' },
    dropped: [{ kind: 'status', of: 'shop.Order', world }],
    then: readOrder,
    is: { body: { status: 'open' } }
  },
  {
    title:
      'a resource whose type is gone is forgotten, with its callback, and does not come back with it',
    given: addOrder,
    edit: { orders: false },
    dropped: [
      { kind: 'resource', of: 'shop.Order', world },
      { kind: 'callback', of: 'shop.addOrder/told', world }
    ],
    then: async (shop, id) => {
      await shop.edit({})
      return [(await readOrder(shop, id)).status, await read('/__admin/callbacks')(shop)]
    },
    is: [404, { callbacks: [{ state: 'cancelled' }] }]
  },
  {
    title: 'that an id was deleted is remembered with its type, and forgotten with it',
    given: shop => shop.send('DELETE', '/__admin/resources/shop.Order/a'),
    edit: { orders: false },
    dropped: [],
    then: async shop => {
      await shop.edit({})
      return await read('/__admin/resources/shop.Order')(shop)
    },
    is: { total: 0 }
  },
  {
    title: 'stubs are kept in their order, with the uses that they have left',
    given: async ({ send }) => {
      await send('POST', '/__admin/stubs', {
        operation: 'shop.listPots',
        reply: { body: ['first'] }
      })
      await send('POST', '/__admin/stubs', {
        operation: 'shop.listPots',
        reply: { body: ['twice'] },
        times: 2
      })
      await send('GET', '/pots')
    },
    edit: { title: 'Another' },
    dropped: [],
    then: async shop => [
      await read('/pots')(shop),
      await read('/pots')(shop),
      await read('/__admin/stubs')(shop)
    ],
    is: [
      ['twice'],
      ['first'],
      {
        stubs: [
          { id: '2', used: 2 },
          { id: '1', used: 1 }
        ]
      }
    ]
  },
  {
    title: 'a stub that answers one call goes on counting',
    given: async ({ send }) => {
      await send('POST', '/__admin/stubs', {
        operation: 'shop.listPots',
        when: { call: 2 },
        reply: { body: ['second'] }
      })
      await send('GET', '/pots')
    },
    edit: { title: 'Another' },
    dropped: [],
    then: read('/pots'),
    is: ['second']
  },
  {
    title: 'a sequence goes on where it was',
    given: async ({ send }) => {
      await send('POST', '/__admin/stubs', {
        operation: 'shop.listPots',
        sequence: [{ body: ['one'] }, { body: ['two'] }]
      })
      await send('GET', '/pots')
    },
    edit: { title: 'Another' },
    dropped: [],
    then: read('/pots'),
    is: ['two']
  },
  {
    title: 'a stub of an operation that is gone is dropped',
    given: ({ send }) =>
      send('POST', '/__admin/stubs', { operation: 'shop.readOrder', reply: { status: 404 } }),
    edit: { orders: false },
    dropped: [{ kind: 'stub', of: 'shop.readOrder', world, reason: /shop\.readOrder/ }],
    then: read('/__admin/stubs'),
    is: { stubs: [] }
  },
  {
    title: 'a stub that breaks the contract as it is now is dropped',
    given: ({ send }) =>
      send('POST', '/__admin/stubs', {
        operation: 'shop.readOrder',
        reply: { body: { id: '1', status: 'open' } }
      }),
    edit: { required: ['name'] },
    dropped: [{ kind: 'stub', of: 'shop.readOrder', world, reason: /name/ }],
    then: read('/__admin/stubs'),
    is: { stubs: [] }
  },
  {
    title: 'settings are kept, but for what speaks of things that are gone',
    given: ({ send }) =>
      send('PATCH', '/__admin/settings', {
        delayMs: 1,
        resources: { 'shop.Order': { lifecycle: 'success' } },
        operations: { 'shop.readOrder': { code: 404 }, 'shop.listPots': { code: 200 } }
      }),
    edit: { orders: false },
    dropped: [
      { kind: 'setting', of: 'resources/shop.Order', world },
      { kind: 'setting', of: 'operations/shop.readOrder', world }
    ],
    then: async shop => {
      await shop.send('PATCH', '/__admin/settings', { delayMs: 2 })
      return await read('/__admin/settings')(shop)
    },
    is: { delayMs: 2, resources: {}, operations: { 'shop.listPots': { code: 200 } } }
  },
  {
    title: 'the clock stays where it is, and the journal keeps what has been',
    given: async shop => {
      await shop.send('PUT', '/__admin/clock', { mode: 'frozen', now: '2050-01-01T00:00:00Z' })
      await addOrder(shop)
    },
    edit: { orders: false },
    dropped: [{ kind: 'resource' }, { kind: 'callback' }],
    then: async shop => [await read('/__admin/clock')(shop), await read('/__admin/requests')(shop)],
    is: [
      { now: '2050-01-01T00:00:00.000Z', mode: 'frozen' },
      { requests: [{ operation: 'shop.addOrder' }] }
    ]
  },
  {
    title: 'a scenario that a test put is kept, and one that runs can be stopped',
    given: async ({ send }) => {
      await send('PUT', '/__admin/scenarios/mine', {
        description: 'Mine',
        stubs: [{ operation: 'shop.listPots', reply: { body: ['mine'] } }],
        settings: { delayMs: 1 }
      })
      await send('POST', '/__admin/scenarios/mine/start', {})
    },
    edit: { orders: false },
    dropped: [],
    then: async shop => {
      const started = [await read('/pots')(shop), await read('/__admin/scenarios')(shop)]
      await shop.send('POST', '/__admin/scenarios/stop')
      return [...started, await read('/__admin/stubs')(shop), await read('/__admin/settings')(shop)]
    },
    is: [
      ['mine'],
      { scenarios: [{ name: 'mine' }], running: [{ name: 'mine' }] },
      { stubs: [] },
      { delayMs: 0 }
    ]
  }
]

for (const { dropped, edit, given, is, then, title } of CASES) {
  t.test(title, async t => {
    const shop = await startShop(t, { index: [] })
    const known = await given(shop)
    const reload = await shop.edit({ index: [], ...edit })

    t.match(reload.dropped, dropped)
    t.equal(reload.dropped.length, dropped.length)
    t.match(await then(shop, known), is)
  })
}

t.test('a callback that waits is sent when and as it is declared now', async t => {
  const heard: string[] = []
  const receiver = createServer((request, response) => {
    request.on('data', data => heard.push(String(data))).on('end', () => response.end())
  }).listen(0, '127.0.0.1')
  t.teardown(() => receiver.close())
  await once(receiver, 'listening')
  const { port } = receiver.address() as { port: number }
  const shop = await startShop(t)
  await shop.send('POST', '/orders', { name: 'a', url: `http://127.0.0.1:${port}/` })
  await shop.edit({ title: 'Another', tellsAt: 'open' })

  t.match((await shop.send('GET', '/__admin/callbacks?state=delivered&wait=PT10S')).body, {
    callbacks: [{ state: 'delivered', body: { status: 'open' } }]
  })
  t.match(heard, [/"status":"open"/])
})

t.test('a callback that is no longer declared is called off', async t => {
  const shop = await startShop(t)
  const id = await addOrder(shop)

  t.same((await shop.edit({ tells: false })).dropped, [{ kind: 'callback', of: 'shop.addOrder/told', world }])
  t.match((await shop.send('GET', '/__admin/callbacks')).body, { callbacks: [{ state: 'cancelled' }] })
  t.equal((await readOrder(shop, id)).status, 200)
})

t.test('what is dropped of every world is told with its name', async t => {
  const shop = await startShop(t)
  for (const name of ['one', 'two']) await shop.send('PUT', `/~${name}/__admin/resources/shop.Order/a`, {})

  t.match((await shop.edit({ orders: false })).dropped, [
    { of: 'shop.Order', world: 'one' },
    { of: 'shop.Order', world: 'two' }
  ])
})

t.test('a world that is made after the edit goes by it too', async t => {
  const shop = await startShop(t, { index: [] })
  await shop.edit({ index: ['name'] })
  await shop.send('POST', '/~new/orders', { name: 'a' })
  await shop.send('POST', '/~new/orders', { name: 'b' })

  t.match((await shop.send('GET', '/~new/orders?name=b')).body, [{ name: 'b' }])
})
