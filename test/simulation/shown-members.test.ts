import t from 'tap'
import type { Scope } from '../../src/simulation/scope.ts'
import { shownMembers } from '../../src/simulation/shown-members.ts'
import { subjectOf } from '../../src/simulation/subject-of.ts'
import { play } from './act.ts'

t.test('a resource shows its id, its status, its own members, then those declared for it', async t => {
  const { advance, send } = play({
    root: {
      resources: {
        Job: {
          while: { done: { late: 1, size: '$resource.name', note: 'done' }, failed: {} },
          always: { size: null, kind: 'from the type', note: '$status.until', made: '$created' },
          lifecycles: { success: [{ waiting: 'PT1S' }, 'done'], failure: ['failed'] },
          status: { member: 'state' },
          id: { member: 'nr', format: 'integer' }
        }
      }
    },
    operations: {
      'POST /jobs': {
        standin: {
          create: {
            type: 'Job',
            hidden: { secret: 1 },
            members: { name: '$request.body#/name', kind: '$request.body#/kind' }
          },
          reply: { status: 200, body: '$resource' }
        }
      },
      'GET /jobs': {
        standin: { find: { type: 'Job', many: true }, reply: { status: 200, body: '$resources' } }
      }
    }
  })
  const shown = () => JSON.stringify((send('GET /jobs').body as unknown[])[0])
  send('POST /jobs', { body: { name: 'a', kind: 'own' } })
  t.equal(
    shown(),
    '{"nr":1,"state":"waiting","name":"a","kind":"own","size":null,' +
      '"note":"2026-01-01T00:00:01Z","made":"2026-01-01T00:00:00Z"}'
  )
  await advance('PT1S')
  t.equal(
    shown(),
    '{"nr":1,"state":"done","name":"a","kind":"own","size":"a","made":"2026-01-01T00:00:00Z","late":1,"note":"done"}'
  )

  t.equal(
    JSON.stringify(send('POST /jobs', { body: { name: 'b' } }).body),
    '{"nr":2,"state":"waiting","name":"b","size":null,"kind":"from the ' +
    'type","note":"2026-01-01T00:00:02Z","made":"2026-01-01T00:00:01Z"}'
  )
})

t.test('a type that declares nothing shows what it was created with', async t => {
  const { send } = play({
    root: { resources: { Job: {} } },
    operations: {
      'POST /jobs': {
        standin: {
          create: { type: 'Job', members: { body: '$request.body' } },
          reply: { status: 200, body: '$resource' }
        }
      }
    }
  })
  t.same(send('POST /jobs', { body: { a: [1] } }).body, { body: { a: [1] } })
})

/** Jobs that show what a test declares for them. */
function playJobs (always: Readonly<Record<string, unknown>>, job: Readonly<Record<string, unknown>> = {}) {
  return play({
    root: {
      resources: {
        Job: {
          status: { member: 'state', running: ['waiting'] },
          lifecycles: { success: [{ waiting: 'PT10S' }, 'done'] },
          always,
          ...job
        }
      }
    },
    operations: {
      'POST /jobs': {
        standin: {
          create: { type: 'Job', members: { name: '$request.body#/name' } },
          reply: { status: 200, body: '$resource' }
        }
      },
      'GET /jobs': {
        query: ['as'],
        standin: { find: { type: 'Job', many: true }, reply: { status: 200, body: '$resources' } }
      }
    }
  })
}

t.test('a resource is shown as the very same value until it comes to another status, or is created anew', async t => {
  const { advance, send, world } = playJobs({
    link: '{$server.url}/jobs',
    until: '$status.until',
    texts: { $each: ['$resource.name'], as: '{$item}!' }
  })
  const shown = () => (send('GET /jobs').body as Array<Record<string, unknown>>)[0]
  send('POST /jobs', { body: { name: 'a' } })
  const first = shown()
  t.equal(shown(), first)
  await advance('PT9S')
  t.equal(shown(), first)
  await advance('PT1S')
  t.same(shown(), { state: 'done', name: 'a', link: 'http://shop.test/~test/jobs', texts: ['a!'] })

  const [resource] = world.store.list()
  if (resource === undefined) throw new Error('it was not created')
  world.store.put({ ...resource, members: { name: 'b' } })
  t.match(shown(), { name: 'b', texts: ['b!'] })
})

t.test('members that follow from the time, the progress or the request are made for every response', async t => {
  const { advance, send, simulation } = playJobs({
    at: '$now',
    is: { $choose: '$status', of: { waiting: 'at {$status.progress}' }, else: 0 },
    as: '$request.query.as'
  })
  const shown = (as: string) => (send('GET /jobs', { query: { as } }).body as unknown[])[0]
  send('POST /jobs', { body: { name: 'a' } })
  t.same(shown('x'), { state: 'waiting', name: 'a', at: '2026-01-01T00:00:00Z', is: 'at 0', as: 'x' })
  await advance('PT5S')
  t.same(shown('y'), { state: 'waiting', name: 'a', at: '2026-01-01T00:00:05Z', is: 'at 50', as: 'y' })
  t.notOk(simulation.types.get('Job')?.isSteady)

  const named = playJobs({ link: '$server.url' })
  named.send('POST /jobs', { body: {} })
  const scopeAt = (serverUrl: string): Scope => {
    const known = named.scope()
    return { ...known, request: { ...known.request, serverUrl } }
  }
  const type = named.simulation.types.get('Job')
  const [resource] = named.world.store.list()
  if (type === undefined || resource === undefined) throw new Error('it was not created')
  for (const serverUrl of ['http://a.test', 'http://b.test', 'http://a.test']) {
    t.match(
      shownMembers(subjectOf(resource, type, named.world.clock.now()), scopeAt(serverUrl)),
      { link: serverUrl }
    )
  }
})

t.test('a URL that is limited in time is given out anew with every answer', async t => {
  const files = { name: 'a', rows: '{$resource.name}', mediaType: 'text/plain' }
  t.ok(playJobs({ made: '$created' }, { files }).simulation.types.get('Job')?.isSteady)
  t.notOk(
    playJobs(
      { made: '$created' },
      { files: { ...files, validFor: 'PT1S' } }
    ).simulation.types.get('Job')?.isSteady
  )
})
