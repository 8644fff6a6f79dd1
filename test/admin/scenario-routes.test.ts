import t from 'tap'
import type { Admin } from './start-admin.ts'
import { startAdmin } from './start-admin.ts'

const COLD = {
  description: 'The kiln is cold.',
  parameters: {
    times: { description: 'How often.', default: 1 },
    glaze: { default: 'blue' },
    keys: { default: ['one'] }
  },
  clock: { mode: 'running' },
  settings: {
    delayMs: 5,
    resources: { 'kiln.Batch': { lifecycle: 'broken' } },
    credentials: { 'kiln.key': '$parameters.keys' }
  },
  resources: {
    'kiln.Batch': { 3: { members: { glaze: '$parameters.glaze' }, status: 'cracked' } },
    'kiln.Potter': { 9: null }
  },
  stubs: [
    {
      operation: 'kiln.readBatch',
      times: '$parameters.times',
      reply: { status: 404, body: { message: 'No {$parameters.glaze} batch' } }
    }
  ]
}

/** All that a scenario can change, but for the time, which goes on. */
async function stateOf ({ call, world }: Admin): Promise<object> {
  const get = async (path: string) => (await call('GET', path)).json()
  const batches = await get('/resources/kiln.Batch')
  return {
    settings: await get('/settings'),
    stubs: await get('/stubs'),
    batches: batches.resources.map((batch: { shown: object }) => batch.shown),
    potter: world.store.get('kiln.Potter', '9') ?? null,
    running: (await get('/scenarios')).running
  }
}

t.test('a scenario is put, read, started with all that is in it, stopped and deleted', async t => {
  const admin = await startAdmin(t)
  const { call, world } = admin
  const before = await stateOf(admin)
  t.match(await call('PUT', '/scenarios/kiln%2Fcold', COLD), { statusCode: 201 })
  t.match(await call('PUT', '/scenarios/kiln%2Fcold', COLD), { statusCode: 200 })
  t.match((await call('GET', '/scenarios')).json(), {
    scenarios: [
      {
        name: 'kiln/cold',
        description: 'The kiln is cold.',
        source: 'world',
        file: null,
        running: false
      }
    ],
    running: []
  })
  t.same(await stateOf(admin), before)

  const started = await call('POST', '/scenarios/kiln%2Fcold/start', { parameters: { times: 2 } })
  t.same(started.json(), {
    name: 'kiln/cold',
    parameters: { times: 2, glaze: 'blue', keys: ['***'] },
    stubs: ['1']
  })
  t.equal(world.clock.mode, 'running')
  t.match(await stateOf(admin), {
    settings: {
      delayMs: 5,
      resources: { 'kiln.Batch': { lifecycle: 'broken' } },
      credentials: { 'kiln.key': ['***'] }
    },
    stubs: { stubs: [{ id: '1', times: 2, reply: { body: { message: 'No blue batch' } } }] },
    batches: [{ id: 3, glaze: 'blue', status: 'cracked' }],
    potter: 'absent',
    running: [started.json()]
  })
  t.same(world.settings.credentials, { 'kiln.key': ['one'] })
  t.match((await call('GET', '/scenarios/kiln%2Fcold')).json(), {
    running: true,
    parameters: { keys: { default: ['***'] } },
    document: { settings: { credentials: { 'kiln.key': '$parameters.keys' } } }
  })

  t.equal((await call('POST', '/scenarios/stop')).statusCode, 204)
  t.same(await stateOf(admin), before)
  t.equal((await call('DELETE', '/scenarios/kiln%2Fcold')).statusCode, 204)
  t.match((await call('DELETE', '/scenarios/kiln%2Fcold')).json(), {
    code: 'STANDIN_UNKNOWN_SCENARIO'
  })
})

t.test('the slash of a name need not be encoded, and a start needs no body', async t => {
  const { app, call } = await startAdmin(t)
  t.equal(
    (await app.inject({ method: 'PUT', url: '/__admin/scenarios/kiln/cold', payload: COLD }))
      .statusCode,
    201
  )
  t.match((await app.inject('/__admin/scenarios/kiln/cold')).json(), { name: 'kiln/cold' })
  t.match(
    (await app.inject({ method: 'POST', url: '/__admin/scenarios/kiln/cold/start' })).json(),
    { parameters: { times: 1 } }
  )
  t.match((await call('POST', '/scenarios/kiln%2Fcold/start')).json(), { stubs: ['2'] })
  t.equal(
    (await app.inject({ method: 'DELETE', url: '/__admin/scenarios/kiln/cold' })).statusCode,
    204
  )
})

t.test('starting another takes the place of what runs; adding goes beside it', async t => {
  const admin = await startAdmin(t)
  const { call } = admin
  await call('PATCH', '/settings', { delayMs: 7 })
  await call('PUT', '/resources/kiln.Batch/3', { members: { glaze: 'red' } })
  const before = await stateOf(admin)
  await call('PUT', '/scenarios/cold', COLD)
  await call('PUT', '/scenarios/slow', {
    description: 'Slow.',
    settings: { delayMs: 9 },
    resources: { 'kiln.Batch': { 3: { members: { glaze: 'grey' } } } }
  })

  await call('POST', '/scenarios/cold/start')
  t.match((await call('POST', '/scenarios/slow/start', { add: true })).json(), { stubs: [] })
  t.match(await stateOf(admin), {
    settings: { delayMs: 9, resources: { 'kiln.Batch': { lifecycle: 'broken' } } },
    stubs: { stubs: [{ id: '1' }] },
    batches: [{ glaze: 'grey' }],
    running: [{ name: 'cold' }, { name: 'slow' }]
  })
  await call('POST', '/scenarios/slow/start')
  t.match(await stateOf(admin), {
    settings: { delayMs: 9, resources: {} },
    stubs: { stubs: [] },
    batches: [{ glaze: 'grey' }],
    potter: null,
    running: [{ name: 'slow' }]
  })
  await call('POST', '/scenarios/stop')
  t.same(await stateOf(admin), before)
})

t.test('what a test changes meanwhile stays when the scenario stops', async t => {
  const admin = await startAdmin(t)
  const { call } = admin
  await call('PUT', '/scenarios/cold', COLD)
  await call('POST', '/scenarios/cold/start')
  await call('PATCH', '/settings', {
    delayMs: 8,
    resources: { 'kiln.Batch': { progression: 'manual' } }
  })
  await call('PUT', '/resources/kiln.Batch/3', { members: { glaze: 'red' } })
  await call('PUT', '/resources/kiln.Potter/9', {})
  await call('POST', '/stubs', { operation: 'kiln.listOrders' })
  await call('POST', '/scenarios/stop')
  t.match(await stateOf(admin), {
    settings: {
      delayMs: 8,
      resources: { 'kiln.Batch': { progression: 'manual' } },
      credentials: {}
    },
    stubs: { stubs: [{ operation: 'kiln.listOrders' }] },
    batches: [{ glaze: 'red' }],
    potter: { id: '9' }
  })
  t.notOk('lifecycle' in (await call('GET', '/settings')).json().resources['kiln.Batch'])
})

t.test('scenarios and what runs belong to a world, and are gone when it is reset', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/scenarios/cold', COLD)
  await call('POST', '/scenarios/cold/start')
  t.match((await call('POST', '/~other/__admin/scenarios/cold/start')).json(), {
    code: 'STANDIN_UNKNOWN_SCENARIO',
    detail: 'There is no scenario "cold"'
  })
  t.same((await call('GET', '/~other/__admin/scenarios')).json(), { scenarios: [], running: [] })
  await call('POST', '/reset')
  t.same((await call('GET', '/scenarios')).json(), { scenarios: [], running: [] })
})

const BROKEN: ReadonlyArray<
  readonly [object, ReadonlyArray<readonly [pointer: string, message: RegExp]>]
> = [
  [
    { descripton: 'x', stub: [] },
    [
      ['/descripton', /did you mean "description"/],
      ['/stub', /did you mean "stubs"/],
      ['/description', /required/]
    ]
  ],
  [
    { description: '', parameters: { 'a b': { default: 1 }, c: { defalt: 1 } } },
    [
      ['', /a b/],
      ['/description', /empty|character/],
      ['/parameters/c/defalt', /did you mean "default"/],
      ['/parameters/c/default', /required/]
    ]
  ],
  [
    { description: 'x', parameters: { max: { default: 1 } }, stubs: [{ times: '$parameters.mx' }] },
    [['/stubs/0/times', /did you mean "max"/]]
  ],
  [
    {
      description: 'x',
      clock: { mode: 'froozen' },
      resources: { 'kiln.Batch': { 3: { stats: 1 } } }
    },
    [
      ['/clock/mode', /did you mean|"frozen"/],
      ['/resources/kiln.Batch/3/stats', /did you mean "status"/]
    ]
  ],
  [
    {
      description: 'x',
      clock: { now: 'tomorrow' },
      settings: { delay: 5 },
      resources: {
        'kiln.Batc': {},
        'kiln.Batch': { 3: { status: 'heatin', members: { id: 4 } }, '03': {} }
      },
      stubs: [
        { operation: 'kiln.readBatc' },
        { operation: 'kiln.readBatch', reply: { status: 404, body: { mesage: 'x' } } }
      ]
    },
    [
      ['/clock/now', /instant/],
      ['/settings/delay', /did you mean "delayMs"/],
      ['/resources/kiln.Batc', /did you mean "kiln.Batch"/],
      ['/resources/kiln.Batch/3/members/id', /give the id/],
      ['/resources/kiln.Batch/3/status', /did you mean "heating"/],
      ['/resources/kiln.Batch/03', /without leading zeros/],
      ['/stubs/0/operation', /did you mean "kiln.readBatch"/],
      ['/stubs/1/reply/body/message', /required/]
    ]
  ]
]

for (const [document, violations] of BROKEN) {
  const pointers = violations.map(([pointer]) => pointer).join(' ')
  t.test(
    `every violation is reported with its place and the nearest word: ${pointers}`,
    async t => {
      const { call } = await startAdmin(t)
      const { detail, violations: found } = (
        await call('PUT', '/scenarios/broken', document)
      ).json()
      t.ok(detail)
      for (const [pointer, message] of violations) {
        const violation = found?.find(
          (violation: { pointer: string }) => violation.pointer === pointer
        )
        t.match(violation?.message ?? JSON.stringify(found), message, pointer)
      }
      t.match((await call('GET', '/scenarios')).json(), { scenarios: [] })
    }
  )
}

const UNSTARTABLE: ReadonlyArray<readonly [why: string, body: object, answer: object]> = [
  [
    'a parameter that is not known',
    { parameters: { time: 1 } },
    {
      code: 'STANDIN_INVALID_SCENARIO',
      detail:
        /\/parameters\/time must be a parameter of this scenario, but is "time" \(did you mean "times"\?\)/
    }
  ],
  [
    'a parameter of another type',
    { parameters: { times: '2' } },
    {
      code: 'STANDIN_INVALID_SCENARIO',
      detail: /\/parameters\/times must be a number, like its default 1, but is "2"/
    }
  ],
  [
    'a parameter that makes it wrong',
    { parameters: { times: 0 } },
    { code: 'STANDIN_INVALID_SCENARIO', detail: /\/stubs\/0\/times/ }
  ],
  [
    'a member that is not known',
    { paramters: {} },
    { code: 'STANDIN_INVALID_REQUEST', detail: /did you mean "parameters"/ }
  ]
]

for (const [why, body, answer] of UNSTARTABLE) {
  t.test(
    `a scenario that cannot start for ${why} changes nothing, and what runs goes on`,
    async t => {
      const admin = await startAdmin(t)
      const { call } = admin
      await call('PUT', '/scenarios/slow', {
        description: 'Slow.',
        settings: { delayMs: 1 },
        stubs: [{ operation: 'kiln.listOrders' }]
      })
      await call('PUT', '/scenarios/cold', COLD)
      await call('POST', '/scenarios/slow/start')
      const before = await stateOf(admin)
      t.match((await call('POST', '/scenarios/cold/start', body)).json(), answer)
      t.same(await stateOf(admin), before)
      t.equal(admin.world.clock.mode, 'frozen')
    }
  )
}

t.test(
  'a clock that would have to be turned back and a full world are refused before anything is done',
  async t => {
    const admin = await startAdmin(t)
    const { call, world } = admin
    const before = await stateOf(admin)
    const many = Object.fromEntries(
      Array.from({ length: 3_001 }, (_, index) => [String(index + 1), {}])
    )
    for (const [document, code] of [
      [{ clock: { now: '2025-12-31T00:00:00Z' } }, 'STANDIN_CLOCK_BACKWARD'],
      [{ clock: { mode: 'running' }, resources: { 'kiln.Batch': many } }, 'STANDIN_RESOURCES_FULL']
    ] as const) {
      t.equal(
        (
          await call('PUT', '/scenarios/bad', {
            description: 'x',
            settings: { delayMs: 4 },
            ...document
          })
        ).statusCode < 300,
        true
      )
      t.match((await call('POST', '/scenarios/bad/start')).json(), { code })
      t.same(await stateOf(admin), before)
      t.equal(world.clock.mode, 'frozen')
    }
  }
)

t.test(
  'what an operation answers is chosen as a whole, and is what it was when the scenario stops',
  async t => {
    const { call } = await startAdmin(t)
    const operations = async () => (await call('GET', '/settings')).json().operations
    const before = { 'kiln.fireBatch': { example: 'blue', delay: 5 } }
    await call('PATCH', '/settings', { operations: before })
    await call('PUT', '/scenarios/busy', {
      description: 'Busy.',
      settings: { operations: { 'kiln.fireBatch': { code: 409 } } }
    })
    await call('POST', '/scenarios/busy/start')
    t.same(await operations(), { 'kiln.fireBatch': { code: 409, delay: 5 } })
    await call('POST', '/scenarios/stop')
    t.same(await operations(), before)
  }
)

t.test('the clock is moved before anything is seeded', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/scenarios/later', {
    description: 'x',
    clock: { mode: 'frozen', now: '2026-02-01T00:00:00Z' },
    resources: { 'kiln.Batch': { 3: {} } }
  })
  await call('POST', '/scenarios/later/start')
  t.match((await call('GET', '/clock')).json(), { mode: 'frozen', now: '2026-02-01T00:00:00.000Z' })
  t.match((await call('GET', '/resources/kiln.Batch/3')).json(), {
    created: '2026-02-01T00:00:00.000Z',
    status: 'heating'
  })
})

t.test('a name that could not be one of a file is refused', async t => {
  const { app, call } = await startAdmin(t)
  for (const name of ['a%2Fb%2Fc', '..%2Fa', '%20', `${'a'.repeat(65)}`]) {
    t.match(
      (await call('PUT', `/scenarios/${name}`, { description: 'x' })).json(),
      { code: 'STANDIN_INVALID_REQUEST' },
      name
    )
  }
  t.match(
    (
      await app.inject({
        method: 'PUT',
        url: '/__admin/scenarios/a/.b',
        payload: { description: 'x' }
      })
    ).json(),
    { code: 'STANDIN_INVALID_REQUEST' }
  )
})
