import t from 'tap'
import { startAdmin } from './start-admin.ts'

const DEFAULTS = {
  delayMs: 0,
  progression: 'clock',
  resources: {},
  limits: {},
  credentials: {},
  scopes: {},
  operations: {},
  webhooks: {},
  retries: {}
}

t.test('settings are changed by a merge patch, and fall back to the defaults', async t => {
  const { call } = await startAdmin(t)
  t.same((await call('GET', '/settings')).json(), DEFAULTS)

  const first = {
    delayMs: 20,
    progression: { polls: 3 },
    resources: {
      'kiln.Batch': {
        lifecycle: 'broken',
        durations: { heating: 'PT9S' },
        files: { count: 2, repeat: 5 }
      }
    }
  }
  t.same(
    (
      await call('PATCH', '/settings', first, { 'content-type': 'application/merge-patch+json' })
    ).json(),
    { ...DEFAULTS, ...first }
  )
  const second = {
    delayMs: null,
    resources: { 'kiln.Batch': { lifecycle: null, progression: 'manual' } },
    limits: { 'kiln.firings': { enabled: true, max: 1, per: 'PT5S' } }
  }
  const expected = {
    ...DEFAULTS,
    progression: { polls: 3 },
    resources: {
      'kiln.Batch': {
        durations: { heating: 'PT9S' },
        files: { count: 2, repeat: 5 },
        progression: 'manual'
      }
    },
    limits: second.limits
  }
  t.same((await call('PATCH', '/settings', second)).json(), expected)
  t.same((await call('PATCH', '/settings', {})).json(), expected)
  t.same((await call('GET', '/settings')).json(), expected)
  t.same((await call('GET', '/~other/__admin/settings')).json(), DEFAULTS)

  t.equal((await call('DELETE', '/settings')).statusCode, 204)
  t.same((await call('GET', '/settings')).json(), DEFAULTS)
})

t.test('null brings back the default of a word among several', async t => {
  const { call } = await startAdmin(t)
  await call('PATCH', '/settings', {
    operations: { 'kiln.fireBatch': { fault: 'no-answer', code: 429 } }
  })
  const patched = await call('PATCH', '/settings', {
    operations: { 'kiln.fireBatch': { fault: null } }
  })
  t.same(patched.json().operations, { 'kiln.fireBatch': { code: 429 } })
})

t.test('accepted credentials are kept, and not shown', async t => {
  const { call, world } = await startAdmin(t)
  const shown = (
    await call('PATCH', '/settings', { credentials: { 'kiln.key': ['one', 'two'] } })
  ).json()
  t.same(shown.credentials, { 'kiln.key': ['***', '***'] })
  t.same(world.settings.credentials, { 'kiln.key': ['one', 'two'] })
})

t.test(
  'every name that is not known is refused at once with the nearest, and nothing changes',
  async t => {
    const { call } = await startAdmin(t)
    await call('PATCH', '/settings', { delayMs: 7 })
    const response = await call('PATCH', '/settings', {
      delayMs: 9,
      resources: {
        'kiln.Bach': {},
        'kiln.Batch': {
          lifecycle: 'brokn',
          durations: { heatin: 'PT1S', firing: '5s', cooling: 'P999999999D' }
        }
      },
      limits: { 'kiln.firing': { enabled: true }, 'kiln.firings': { per: 'often' } },
      credentials: { 'kiln.kye': [], constructor: [] }
    })
    t.match(response.json(), { status: 422, code: 'STANDIN_INVALID_SETTINGS' })
    t.match(
      response
        .json()
        .violations.map(({ message, pointer }: { message: string, pointer: string }) => [
          pointer,
          message
        ]),
      [
        ['/resources/kiln.Bach', /did you mean "kiln.Batch"/],
        ['/resources/kiln.Batch/lifecycle', /did you mean "broken"/],
        ['/resources/kiln.Batch/durations/heatin', /did you mean "heating"/],
        ['/resources/kiln.Batch/durations/firing', /ISO 8601/],
        ['/resources/kiln.Batch/durations/cooling', /at most 365000 days/],
        ['/limits/kiln.firing', /did you mean "kiln.firings"/],
        ['/limits/kiln.firings/per', /ISO 8601/],
        ['/credentials/kiln.kye', /did you mean "kiln.key"/],
        ['/credentials/constructor', /known: kiln.key/]
      ]
    )
    t.same((await call('GET', '/settings')).json(), { ...DEFAULTS, delayMs: 7 })
  }
)

t.test('what has the wrong form is refused, what a patch would leave behind as well', async t => {
  const { call } = await startAdmin(t)
  const bad: ReadonlyArray<[unknown, string, RegExp]> = [
    [{ delay: 5 }, 'STANDIN_INVALID_REQUEST', /did you mean "delayMs"/],
    [{ delayMs: -1 }, 'STANDIN_INVALID_REQUEST', /at least 0/],
    [{ delayMs: '5' }, 'STANDIN_INVALID_REQUEST', /number/],
    [{ progression: 'clok' }, 'STANDIN_INVALID_REQUEST', /"clock"/],
    [{ progression: { polls: 0 } }, 'STANDIN_INVALID_REQUEST', /at least 1/],
    [
      { resources: { 'kiln.Batch': { lifecycl: 'broken', files: { count: -1 } } } },
      'STANDIN_INVALID_REQUEST',
      /did you mean "lifecycle".*count must be at least 0/
    ],
    [{ limits: { 'kiln.firings': { max: 1.5 } } }, 'STANDIN_INVALID_REQUEST', /integer/],
    [{ credentials: { 'kiln.key': 'one' } }, 'STANDIN_INVALID_REQUEST', /list/],
    [{ progression: { polls: null } }, 'STANDIN_INVALID_REQUEST', /polls/],
    [[], 'STANDIN_INVALID_REQUEST', /object/]
  ]
  for (const [patch, code, detail] of bad) {
    t.match(
      (await call('PATCH', '/settings', patch)).json(),
      { code, detail },
      JSON.stringify(patch)
    )
  }
  t.same((await call('GET', '/settings')).json(), DEFAULTS)
})

t.test('what operations answer is checked against what they document', async t => {
  const { call } = await startAdmin(t)
  const good = {
    'kiln.fireBatch': { code: 201, example: 'blue', delay: 'PT0.1S' },
    'kiln.listOrders': { code: 429, dynamic: true, delay: 5 }
  }
  t.same((await call('PATCH', '/settings', { operations: good })).json().operations, good)
  const response = await call('PATCH', '/settings', {
    operations: {
      'kiln.fireBach': {},
      'kiln.fireBatch': { code: 428, example: null },
      'kiln.readBatch': { example: 'blue' },
      'kiln.listOrders': { delay: '5s' }
    }
  })
  t.match(response.json(), { status: 422, code: 'STANDIN_INVALID_SETTINGS' })
  t.match(
    response
      .json()
      .violations.map(({ message, pointer }: { message: string, pointer: string }) => [
        pointer,
        message
      ]),
    [
      [
        '/operations/kiln.fireBatch/code',
        /a status that kiln.fireBatch documents.*did you mean "429"/
      ],
      ['/operations/kiln.listOrders/delay', /ISO 8601/],
      ['/operations/kiln.fireBach', /did you mean "kiln.fireBatch"/],
      [
        '/operations/kiln.readBatch/example',
        /an example of kiln.readBatch, but is "blue"$/
      ]
    ]
  )
  t.match(
    (await call('PATCH', '/settings', { operations: { 'kiln.fireBatch': { code: 409 } } })).json(),
    { detail: /an example of kiln.fireBatch 409/ },
    'what was set before has to go with it'
  )
})

t.test('delays and faults are set for an API or for all, and those of one operation go before them', async t => {
  const { call } = await startAdmin(t)
  const operations = {
    '*': { fault: 'no-answer' },
    'kiln.*': { delay: 5, dynamic: true },
    'kiln.fireBatch': { delay: 0 }
  }
  t.match((await call('PATCH', '/settings', { operations })).json(), { operations })
  for (const [wrong, code] of [
    [{ '*': { code: 503 } }, 'STANDIN_INVALID_SETTINGS'],
    [{ 'kiln.*': { example: 'blue' } }, 'STANDIN_INVALID_SETTINGS'],
    [{ 'kiln.*': { delay: '5s' } }, 'STANDIN_INVALID_SETTINGS'],
    [{ 'kilm.*': { delay: 5 } }, 'STANDIN_INVALID_SETTINGS']
  ] as const) {
    t.equal((await call('PATCH', '/settings', { operations: wrong })).json().code, code, JSON.stringify(wrong))
  }
})

t.test('what settings can name is listed', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('GET', '/settings/names')).json(), {
    operations: ['kiln.fireBatch', 'kiln.readBatch'],
    resources: ['kiln.Potter', 'kiln.Batch', 'kiln.Order'],
    limits: [{ id: 'kiln.firings', enabled: false, max: 2, per: 'PT1M', burst: null }],
    credentials: ['kiln.key']
  })
})
