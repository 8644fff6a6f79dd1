import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('the types are listed with their lifecycles and how many there are', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/1', {})
  t.match((await call('GET', '/resources')).json(), {
    types: [
      { type: 'kiln.Potter', count: 0, lifecycles: { length: 0 } },
      {
        type: 'kiln.Batch',
        count: 1,
        lifecycles: [
          {
            name: 'fired',
            default: true,
            statuses: [
              { status: 'heating', lasts: 'PT2S' },
              { status: 'firing', lasts: 'PT5S' },
              { status: 'cooling', lasts: 'P1D' },
              { status: 'ready', lasts: null }
            ]
          },
          { name: 'broken', default: false }
        ],
        running: ['heating', 'firing']
      },
      { type: 'kiln.Order' }
    ]
  })
})

t.test(
  'a resource is seeded and read, credentials masked, as clients see it and as it is',
  async t => {
    const { call } = await startAdmin(t)
    const seeded = await call('PUT', '/resources/kiln.Batch/12', {
      members: { glaze: 'blue' },
      hidden: { token: 'abc', by: 'Ada' },
      status: 'cooling'
    })
    const resource = {
      type: 'kiln.Batch',
      id: '12',
      number: 1,
      created: '2026-01-01T00:00:00.000Z',
      status: 'cooling',
      since: '2026-01-01T00:00:00.000Z',
      until: '2026-01-02T00:00:00.000Z',
      lifecycle: 'fired',
      progression: 'clock',
      shown: { id: 12, status: 'cooling', glaze: 'blue', openUntil: '2026-01-02T00:00:00Z' },
      hidden: { token: '***', by: 'Ada' },
      files: []
    }
    t.equal(seeded.statusCode, 201)
    t.same(seeded.json(), resource)

    await call('POST', '/clock/advance', { by: 'P1D' })
    t.same((await call('GET', '/resources/kiln.Batch/12')).json(), {
      ...resource,
      status: 'ready',
      since: resource.until,
      until: null,
      shown: { id: 12, status: 'ready', glaze: 'blue', openUntil: null }
    })
    t.match(
      await call('PUT', '/resources/kiln.Batch/12', {}),
      { statusCode: 200 },
      'it takes the place of the other'
    )
  }
)

t.test('a type without lifecycles has no status', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('PUT', '/resources/kiln.Potter/5', { members: { name: 'Ada' } })).json(), {
    status: null,
    until: null,
    lifecycle: null,
    shown: { name: 'Ada' }
  })
})

t.test('resources are listed by pages, each once, whatever happens between them', async t => {
  const { call } = await startAdmin(t)
  for (let id = 1; id <= 5; id++) await call('PUT', `/resources/kiln.Batch/${id}`, {})
  const ids = ({ resources }: { resources: Array<{ id: string }> }) => resources.map(({ id }) => id)

  const first = (await call('GET', '/resources/kiln.Batch?limit=2')).json()
  t.same([ids(first), first.total, first.next], [['1', '2'], 5, 2])
  await call('DELETE', '/resources/kiln.Batch/2')
  const second = (await call('GET', `/resources/kiln.Batch?limit=2&after=${first.next}`)).json()
  t.same([ids(second), second.total, second.next], [['3', '4'], 4, 4])
  const third = (await call('GET', `/resources/kiln.Batch?limit=2&after=${second.next}`)).json()
  t.same([ids(third), third.next], [['5'], null])
})

t.test('a resource is forced into a status, and goes on from there', async t => {
  const { call } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/1', {})
  t.match((await call('PUT', '/resources/kiln.Batch/1/status', { status: 'firing' })).json(), {
    status: 'firing',
    until: '2026-01-01T00:00:05.000Z',
    shown: { status: 'firing' }
  })
  t.match((await call('PUT', '/resources/kiln.Batch/1/status', { status: 'cracked' })).json(), {
    status: 'cracked',
    until: null,
    lifecycle: 'broken'
  })
  t.match((await call('PUT', '/resources/kiln.Batch/1/status', { status: 'firng' })).json(), {
    status: 422,
    code: 'STANDIN_INVALID_RESOURCE',
    detail: /did you mean "firing"/
  })
})

t.test('a deleted resource does not exist, seeded before or not', async t => {
  const { call, world } = await startAdmin(t)
  await call('PUT', '/resources/kiln.Batch/1', {})
  t.equal((await call('DELETE', '/resources/kiln.Batch/1')).statusCode, 204)
  t.match((await call('GET', '/resources/kiln.Batch/1')).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_RESOURCE'
  })

  t.match((await call('GET', '/resources/kiln.Potter/48')).json(), {
    status: 404,
    detail: /operations assume that it exists/
  })
  t.equal((await call('DELETE', '/resources/kiln.Potter/48')).statusCode, 204)
  t.equal(world.store.get('kiln.Potter', '48'), 'absent')
  t.notMatch((await call('GET', '/resources/kiln.Potter/48')).json(), {
    detail: /operations assume that it exists/
  })
})

t.test('what is not known is refused with the nearest that is, and nothing changes', async t => {
  const { call } = await startAdmin(t)
  for (const [method, path] of [
    ['GET', '/resources/kiln.Bach'],
    ['GET', '/resources/kiln.Bach/1'],
    ['PUT', '/resources/kiln.Bach/1'],
    ['DELETE', '/resources/kiln.Bach/1'],
    ['PUT', '/resources/kiln.Bach/1/status']
  ] as const) {
    const body = method === 'PUT' ? (path.endsWith('status') ? { status: 'ready' } : {}) : undefined
    t.match(
      (await call(method, path, body)).json(),
      { status: 404, code: 'STANDIN_UNKNOWN_RESOURCE_TYPE', detail: /did you mean "kiln.Batch"/ },
      `${method} ${path}`
    )
  }
  t.match((await call('PUT', '/resources/kiln.Batch/1', { member: {}, status: 1 })).json(), {
    status: 400,
    violations: [{ pointer: '/member', expected: /did you mean "members"/ }, { pointer: '/status' }]
  })
  t.match((await call('PUT', '/resources/kiln.Batch/x', { status: 'redy' })).json(), {
    status: 422,
    violations: [
      { in: 'path', pointer: '/id' },
      { pointer: '/status', message: /did you mean "ready"/ }
    ]
  })
  t.match((await call('PUT', '/resources/kiln.Batch/9/status', { status: 'ready' })).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_RESOURCE'
  })
  t.match((await call('GET', '/resources/kiln.Batch?limit=0&aftr=1')).json(), {
    status: 400,
    violations: [
      { in: 'query', pointer: '/aftr', expected: /did you mean "after"/ },
      { in: 'query', pointer: '/limit' }
    ]
  })
  t.equal((await call('GET', '/resources/kiln.Batch')).json().total, 0)
})

t.test('settings go for resources that are seeded from then on', async t => {
  const { call } = await startAdmin(t)
  await call('PATCH', '/settings', {
    resources: {
      'kiln.Batch': {
        lifecycle: 'broken',
        durations: { heating: 'PT9S' },
        progression: { polls: 2 }
      }
    }
  })
  t.match((await call('PUT', '/resources/kiln.Batch/1', {})).json(), {
    lifecycle: 'broken',
    progression: { polls: 2 },
    until: null
  })
  t.match((await call('PUT', '/resources/kiln.Batch/2', { lifecycle: 'fired' })).json(), {
    lifecycle: 'fired'
  })
})
