import t from 'tap'
import { forceStatus } from '../../src/simulation/seed.ts'
import { play } from './act.ts'
import type { Play } from './act.ts'

const JOB = {
  id: { member: 'id', format: 'integer', from: 100 },
  status: { member: 'status', running: ['waiting', 'running'] },
  lifecycles: { success: [{ waiting: 'PT2.5S' }, { running: 'PT4S' }, { done: 'P1D' }, 'gone'] }
}

const BUSY = {
  status: 409,
  headers: { 'Retry-After': '$retryAfter' },
  body: { by: '$conflict.id', is: '$conflict.status', after: '$retryAfter' }
}
const CREATE = {
  type: 'Job',
  members: { name: '$request.body#/name' },
  hidden: { token: '$request.header.token' }
}
const MADE = { status: 201, body: '$resource' }

/** An operation that creates jobs, guarded as a test declares. */
function playGuarded (guards: { unique?: unknown, capacity?: unknown }): Play {
  return play({
    root: { resources: { Job: JOB } },
    operations: { 'POST /jobs': { statuses: [201, 409], standin: { ...guards, create: CREATE, reply: MADE } } }
  })
}

function add ({ send }: Play, name: string, token = 'a'): [status: number, body: unknown] {
  const { body, status } = send('POST /jobs', { body: { name }, headers: { token } })
  return [status, body]
}

const UNIQUE = { where: { name: '$request.body#/name', token: '$request.header.token' }, else: BUSY }

t.test('what is created has an id of its own, and the members that it is given', async t => {
  const jobs = playGuarded({})
  t.strictSame(add(jobs, 'a'), [201, { id: 100, status: 'waiting', name: 'a' }])
  t.strictSame(add(jobs, 'a'), [201, { id: 101, status: 'waiting', name: 'a' }])
  const response = jobs.send('POST /jobs', { body: {} })
  t.strictSame(response.body, { id: 102, status: 'waiting' }, 'a member whose value is undefined is left out')
  t.same(response.resource, { type: 'shop.Job', id: '102' })
  t.equal(response.source, 'simulation')
})

t.test('an id that is taken already is passed over', async t => {
  const jobs = playGuarded({})
  jobs.world.store.delete('shop.Job', '100')
  t.match(add(jobs, 'a'), [201, { id: 101 }])
})

t.test('ids are uuids, the same at every run and others in another world', async t => {
  const script = {
    root: { resources: { Job: { id: { member: 'Id', format: 'uuid' } } } },
    operations: {
      'POST /jobs': { standin: { create: { type: 'Job' }, reply: { status: 200, body: '$resource.Id' } } }
    }
  }
  const first = play(script)
  const id = first.send('POST /jobs').body
  t.match(id, /^[0-9a-f-]{36}$/)
  t.equal(play(script).send('POST /jobs').body, id)
  t.not(first.elsewhere('other').send('POST /jobs').body, id)
})

t.test('a unique one is refused while another like it runs, and the refusal says until when', async t => {
  const jobs = playGuarded({ unique: UNIQUE })
  t.same(add(jobs, 'a')[0], 201)
  t.strictSame(add(jobs, 'a'), [409, { by: 100, is: 'waiting', after: 7 }])
  t.same(add(jobs, 'b')[0], 201, 'another name is another job')
  t.same(add(jobs, 'a', 'other')[0], 201, 'another token too, though it is hidden')

  await jobs.advance('PT3S')
  t.strictSame(add(jobs, 'a'), [409, { by: 100, is: 'running', after: 4 }])
  await jobs.advance('PT3.4S')
  t.strictSame(add(jobs, 'a'), [409, { by: 100, is: 'running', after: 1 }])
  await jobs.advance('PT1S')
  t.match(add(jobs, 'a'), [201, { id: 103 }], 'accepted once the second is over')
  t.match(add(jobs, 'a'), [409, { by: 103 }])
})

t.test('the time to wait is in the header too', async t => {
  const jobs = playGuarded({ unique: UNIQUE })
  add(jobs, 'a')
  t.strictSame(
    jobs.send('POST /jobs', { body: { name: 'a' }, headers: { token: 'a' } }).headers,
    { 'retry-after': '7' }
  )
})

t.test('where the clock alone will not end the other, no time is told', async t => {
  for (const progression of ['manual', { polls: 2 }] as const) {
    const jobs = playGuarded({ unique: UNIQUE })
    jobs.set({ progression })
    add(jobs, 'a')
    const response = jobs.send('POST /jobs', { body: { name: 'a' }, headers: { token: 'a' } })
    t.same(response.body, { by: 100, is: 'waiting' })
    t.same(response.headers, {})
  }
})

t.test('a unique one counts in the statuses that it names instead of the running ones', async t => {
  const jobs = playGuarded({ unique: { ...UNIQUE, while: ['running', 'done'] } })
  t.same(add(jobs, 'a')[0], 201)
  t.same(add(jobs, 'a')[0], 201, 'neither is running yet')
  await jobs.advance('PT3S')
  t.same(add(jobs, 'a')[0], 409)
  await jobs.advance('PT4S')
  t.same(add(jobs, 'a')[0], 409)
  await jobs.advance('P1D')
  t.same(add(jobs, 'a')[0], 201)
})

t.test('of 200 in a row one is accepted', async t => {
  const jobs = playGuarded({ unique: UNIQUE })
  const statuses = Array.from({ length: 200 }, () => add(jobs, 'a')[0])
  t.equal(statuses.filter(status => status === 201).length, 1)
  t.equal(jobs.world.store.list('shop.Job').length, 1)
})

t.test('one that is put back into a running status by hand counts again', async t => {
  const jobs = playGuarded({ unique: UNIQUE })
  const { simulation, world } = jobs
  add(jobs, 'a')
  await jobs.advance('PT1H')
  add(jobs, 'a')
  await jobs.advance('PT1H')
  add(jobs, 'b')
  const resource = world.store.get('shop.Job', '100')
  const type = simulation.types.get('Job')
  if (typeof resource !== 'object' || type === undefined) return t.fail('it was created')
  forceStatus(resource, type, 'running', world)
  t.match(add(jobs, 'a'), [409, { by: 100, is: 'running', after: 4 }])
})

t.test('reuse gives the one in the way instead of a new one', async t => {
  const jobs = playGuarded({ unique: { ...UNIQUE, else: 'reuse' } })
  add(jobs, 'a')
  await jobs.advance('PT3S')
  const response = jobs.send('POST /jobs', { body: { name: 'a' }, headers: { token: 'a' } })
  t.strictSame([response.status, response.body], [201, { id: 100, status: 'running', name: 'a' }])
  t.same(response.resource, { type: 'shop.Job', id: '100' })
  await jobs.advance('PT4S')
  t.match(add(jobs, 'a'), [201, { id: 101 }])
})

t.test('a capacity holds so many at once, and tells when the first of them ends', async t => {
  const jobs = playGuarded({ capacity: { max: 2, else: BUSY } })
  add(jobs, 'a')
  await jobs.advance('PT1S')
  add(jobs, 'b')
  t.strictSame(add(jobs, 'c'), [409, { by: 101, is: 'waiting', after: 6 }])
  await jobs.advance('PT5.5S')
  t.match(add(jobs, 'c'), [201, { id: 102 }])
  t.strictSame(add(jobs, 'd'), [409, { by: 102, is: 'waiting', after: 1 }])
})

t.test('a capacity can be one for each value', async t => {
  const jobs = playGuarded({
    capacity: { max: 1, where: { token: '$request.header.token' }, while: ['waiting'], else: BUSY }
  })
  t.same([add(jobs, 'a', 'x')[0], add(jobs, 'b', 'y')[0], add(jobs, 'c', 'x')[0]], [201, 201, 409])
  await jobs.advance('PT2.5S')
  t.same(add(jobs, 'c', 'x')[0], 201)
})

t.test('a capacity of none refuses everything, and never says when', async t => {
  t.same(add(playGuarded({ capacity: { max: 0, else: BUSY } }), 'a'), [409, {}])
})

t.test('unique is asked before capacity', async t => {
  const jobs = playGuarded({ unique: UNIQUE, capacity: { max: 1, else: { status: 409, body: 'full' } } })
  add(jobs, 'a')
  t.match(add(jobs, 'a'), [409, { by: 100 }])
  t.same(add(jobs, 'b'), [409, 'full'])
})

t.test('a guard can look at another type than the one that is created', async t => {
  const { send } = play({
    root: { resources: { Job: JOB, Lock: { id: { member: 'id', format: 'integer' } } } },
    operations: {
      'POST /locks': { standin: { create: { type: 'Lock' }, reply: { status: 200 } } },
      'POST /jobs': {
        statuses: [201, 409],
        standin: {
          unique: { type: 'Lock', else: { status: 409, body: { by: '$conflict.id', after: '$retryAfter' } } },
          create: CREATE,
          reply: MADE
        }
      }
    }
  })
  t.equal(send('POST /jobs').status, 201)
  send('POST /locks')
  t.same(send('POST /jobs').body, { by: 1 }, 'what has no lifecycle counts for ever')
})

t.test('two worlds share nothing', async t => {
  const here = playGuarded({ unique: UNIQUE, capacity: { max: 1, else: BUSY } })
  const there = here.elsewhere('other')
  t.same(
    [add(here, 'a'), add(there, 'a')],
    [[201, { id: 100, status: 'waiting', name: 'a' }], [201, { id: 100, status: 'waiting', name: 'a' }]]
  )
  await here.advance('P1D')
  t.same([add(here, 'a')[0], add(there, 'a')[0]], [201, 409], 'not even the time')
})
