import t from 'tap'
import type { Delivery } from '../../src/worlds/delivery.ts'
import { startAdmin } from './start-admin.ts'
import { KILN_START } from '../simulation/kiln.ts'
import { WAITING_DELIVERY } from './waiting-delivery.ts'

t.test('a clock is read, stopped, set going and moved on', async t => {
  const { call, world } = await startAdmin(t)
  t.same((await call('GET', '/clock')).json(), { now: '2026-01-01T00:00:00.000Z', mode: 'frozen' })

  t.same(
    (await call('PUT', '/clock', { mode: 'frozen', now: '2026-02-01T01:00:00+01:00' })).json(),
    { now: '2026-02-01T00:00:00.000Z', mode: 'frozen' }
  )
  t.match((await call('PUT', '/clock', { mode: 'running', now: '2026-03-01T00:00:00Z' })).json(), {
    now: /^2026-03-01T00:00:0/,
    mode: 'running'
  })
  t.equal(world.clock.mode, 'running')
})

t.test('it can be moved by a duration and to an instant', async t => {
  const { call } = await startAdmin(t)
  t.same((await call('POST', '/clock/advance', { by: 'PT2.5S' })).json(), {
    now: '2026-01-01T00:00:02.500Z',
    mode: 'frozen',
    changes: [],
    more: 0,
    callbacks: []
  })
  t.match((await call('POST', '/clock/advance', { to: '2026-01-02T00:00:00Z' })).json(), {
    now: '2026-01-02T00:00:00.000Z'
  })
  t.match((await call('POST', '/clock/advance', { by: 'PT0S' })).json(), {
    now: '2026-01-02T00:00:00.000Z'
  })
})

t.test('it is never turned back', async t => {
  const { call, world } = await startAdmin(t)
  for (const [method, path, body] of [
    ['PUT', '/clock', { mode: 'running', now: '2025-12-31T23:59:59Z' }],
    ['POST', '/clock/advance', { to: '2025-12-31T23:59:59Z' }]
  ] as const) {
    t.match((await call(method, path, body)).json(), {
      status: 409,
      code: 'STANDIN_CLOCK_BACKWARD',
      detail: /already 2026-01-01T00:00:00.000Z/
    })
  }
  t.match(world.clock, { mode: 'frozen' })
  t.equal(world.clock.now(), KILN_START)
})

t.test('the steps on the way are told in order', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/1', {})
  await call('POST', '/clock/advance', { by: 'PT1S' })
  await call('PUT', '/resources/kiln.Batch/2', { lifecycle: 'broken' })

  const { changes } = (await call('POST', '/clock/advance', { by: 'PT6S' })).json()
  t.same(changes, [
    {
      at: '2026-01-01T00:00:02.000Z',
      resource: { type: 'kiln.Batch', id: '1' },
      from: 'heating',
      to: 'firing'
    },
    {
      at: '2026-01-01T00:00:03.000Z',
      resource: { type: 'kiln.Batch', id: '2' },
      from: 'heating',
      to: 'cracked'
    },
    {
      at: '2026-01-01T00:00:07.000Z',
      resource: { type: 'kiln.Batch', id: '1' },
      from: 'firing',
      to: 'cooling'
    }
  ])
})

t.test('no more than a thousand steps are listed', async t => {
  const { call } = await startAdmin(t)
  for (let id = 1; id <= 1_001; id++) await call('PUT', `/resources/kiln.Batch/${id}`, {})
  t.match((await call('POST', '/clock/advance', { to: 'next' })).json(), {
    changes: { length: 1_000 },
    more: 1
  })
})

t.test(
  '"next" is the next change or the next callback; where nothing is due, the clock stays',
  async t => {
    const { call, world } = await startAdmin(t)
    t.match((await call('POST', '/clock/advance', { to: 'next' })).json(), {
      now: '2026-01-01T00:00:00.000Z',
      changes: []
    })

    await call('PUT', '/resources/kiln.Batch/1', {})
    world.schedule.add({ at: KILN_START + 1_000, run: async () => {} })
    t.match((await call('POST', '/clock/advance', { to: 'next' })).json(), {
      now: '2026-01-01T00:00:01.000Z',
      changes: []
    })
    t.match((await call('POST', '/clock/advance', { to: 'next' })).json(), {
      now: '2026-01-01T00:00:02.000Z',
      changes: [{ to: 'firing' }]
    })
  }
)

t.test(
  '"idle" is when the last job has ended; those that the clock does not move are told',
  async t => {
    const { call } = await startAdmin(t)
    await call('PUT', '/resources/kiln.Batch/1', {})
    await call('PATCH', '/settings', { progression: 'manual' })
    await call('PUT', '/resources/kiln.Batch/2', {})
    await call('PATCH', '/settings', { progression: { polls: 3 } })
    await call('PUT', '/resources/kiln.Batch/3', {})

    t.match((await call('POST', '/clock/advance', { to: 'idle' })).json(), {
      now: '2026-01-01T00:00:07.000Z',
      changes: [{ to: 'firing' }, { to: 'cooling' }],
      waiting: [
        { type: 'kiln.Batch', id: '2', status: 'heating', progression: 'manual' },
        { type: 'kiln.Batch', id: '3', status: 'heating', progression: { polls: 3 } }
      ]
    })
    t.match((await call('POST', '/clock/advance', { to: 'idle' })).json(), {
      now: '2026-01-01T00:00:07.000Z',
      changes: []
    })
  }
)

t.test(
  'jobs that begin while it waits for others are waited for too, but not for ever',
  async t => {
    const { call, world } = await startAdmin(t)
    await call('PUT', '/resources/kiln.Batch/1', {})
    world.schedule.add({
      at: KILN_START + 7_000,
      run: async () => {
        await call('PUT', '/resources/kiln.Batch/2', {})
      }
    })
    t.match((await call('POST', '/clock/advance', { to: 'idle' })).json(), {
      now: '2026-01-01T00:00:14.000Z',
      changes: { length: 4 },
      waiting: { length: 0 }
    })

    const again = async (): Promise<void> => {
      await call('PUT', '/resources/kiln.Batch/3', {})
      world.schedule.add({ at: world.clock.now() + 7_000, run: again })
    }
    await again()
    t.match((await call('POST', '/clock/advance', { to: 'idle' })).json(), {
      waiting: [{ id: '3', status: 'heating' }]
    })
  }
)

t.test('callbacks on the way are waited for and told', async t => {
  const { call, world } = await startAdmin(t)
  const delivery: Delivery = {
    ...WAITING_DELIVERY,
    resource: { type: 'kiln.Batch', id: '1' },
    url: 'http://127.0.0.1/?token=abc',
    attempts: [{ at: KILN_START - 1, status: 500, error: undefined }]
  }
  world.store.addDelivery(delivery)
  world.schedule.add({
    at: KILN_START + 3_000,
    run: async () => {
      const attempt = { at: world.clock.now(), status: 204, error: undefined }
      world.store.updateDelivery(delivery, { attempts: [...delivery.attempts, attempt] })
    }
  })
  t.match((await call('POST', '/clock/advance', { by: 'PT5S' })).json(), {
    now: '2026-01-01T00:00:05.000Z',
    callbacks: [
      {
        id: '1',
        callback: 'kiln.fireBatch/ready',
        resource: { type: 'kiln.Batch', id: '1' },
        url: 'http://127.0.0.1/?token=***',
        at: '2026-01-01T00:00:03.000Z',
        status: 204,
        error: null
      }
    ]
  })
  t.match((await call('POST', '/clock/advance', { by: 'PT5S' })).json(), {
    callbacks: { length: 0 }
  })
})

t.test('a timer is set for what is due once the clock runs again', async t => {
  const { call, world } = await startAdmin(t)
  const kept = new Promise<void>(resolve =>
    world.schedule.add({ at: KILN_START + 20, run: async () => resolve() })
  )
  await call('PUT', '/clock', { mode: 'running' })
  // The timer does not keep the process alive.
  const alive = setInterval(() => {}, 1_000)
  await kept
  clearInterval(alive)
  t.ok(world.clock.now() >= KILN_START + 20)
})

t.test('bad input is refused with all that is wrong, and the clock stays', async t => {
  const { call, world } = await startAdmin(t)
  const bad: ReadonlyArray<[string, string, unknown, object[]]> = [
    ['PUT', '/clock', undefined, [{ rule: 'required', pointer: '' }]],
    ['PUT', '/clock', {}, [{ pointer: '/mode', rule: 'required' }]],
    [
      'PUT',
      '/clock',
      { mode: 'frosen', nw: 1 },
      [
        { pointer: '/nw', expected: /did you mean "now"/ },
        { pointer: '/mode', message: /must be one of "frozen", "running"/ }
      ]
    ],
    [
      'PUT',
      '/clock',
      { mode: 'frozen', now: '2026-02-30T00:00:00Z' },
      [{ pointer: '/now', message: /must be an instant such as/ }]
    ],
    ['POST', '/clock/advance', {}, [{ rule: 'minProperties' }]],
    ['POST', '/clock/advance', { by: 'PT1S', to: 'next' }, [{ rule: 'maxProperties' }]],
    ['POST', '/clock/advance', { by: '5s' }, [{ pointer: '/by', message: /ISO 8601 duration/ }]],
    ['POST', '/clock/advance', { by: 'P1M' }, [{ pointer: '/by' }]],
    ['POST', '/clock/advance', { by: 5 }, [{ pointer: '/by', rule: 'type' }]],
    [
      'POST',
      '/clock/advance',
      { to: 'tomorrow' },
      [{ pointer: '/to', message: /"next" or "idle"/ }]
    ],
    ['POST', '/clock/advance', [], [{ rule: 'type' }]]
  ]
  for (const [method, path, body, violations] of bad) {
    const response = await call(method, path, body)
    t.match(
      response.json(),
      { status: 400, code: 'STANDIN_INVALID_REQUEST', violations },
      JSON.stringify(body)
    )
    t.equal(response.json().violations.length, violations.length)
    t.match(response.headers['content-type'], 'application/problem+json')
  }
  t.match((await call('POST', '/clock/advance', { by: 'P99999999W' })).json(), {
    status: 422,
    code: 'STANDIN_CLOCK_TOO_FAR'
  })
  t.equal(world.clock.now(), KILN_START)
  t.equal(world.clock.mode, 'frozen')
})

t.test('each world has a clock of its own', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/~a/__admin/clock', { mode: 'frozen', now: '2030-01-01T00:00:00Z' })
  t.equal((await call('GET', '/clock')).json().now, '2026-01-01T00:00:00.000Z')
  t.equal(
    (await call('GET', '/clock', undefined, { 'x-standin-world': 'a' })).json().now,
    '2030-01-01T00:00:00.000Z'
  )
})
