import t from 'tap'
import { startProgress } from '../../src/simulation/progress.ts'
import { forceStatus, removeResource, seedResource } from '../../src/simulation/seed.ts'
import { nextChange } from '../../src/simulation/changes-between.ts'
import type { Resource } from '../../src/worlds/resource.ts'
import { frozenKiln, KILN_START } from './kiln.ts'
import { positionOf } from '../../src/simulation/position.ts'

t.test('a seeded resource begins its way now, in the lifecycle that it is given', async t => {
  const { batch, world } = frozenKiln()
  const resource = seedResource(
    batch,
    '12',
    { members: { glaze: 'blue' }, hidden: { token: 'x' }, lifecycle: 'broken' },
    world
  )

  t.match(resource, {
    type: 'kiln.Batch',
    id: '12',
    number: 1,
    created: KILN_START,
    members: { glaze: 'blue' },
    hidden: { token: 'x' }
  })
  t.equal(world.store.get('kiln.Batch', '12'), resource)
  t.match(positionOf(resource, batch, KILN_START), {
    status: 'heating',
    since: KILN_START,
    until: KILN_START + 2_000
  })
  t.equal(positionOf(resource, batch, KILN_START + 2_000).status, 'cracked')
})

t.test('a seeded status picks a lifecycle that has it', async t => {
  const { batch, world } = frozenKiln()
  t.equal(seedResource(batch, '1', { status: 'firing' }, world).progress.lifecycle, 'fired')
  t.equal(seedResource(batch, '2', { status: 'cracked' }, world).progress.lifecycle, 'broken')
})

t.test('seeding an id again puts a new resource in the place of the old', async t => {
  const { batch, types, world } = frozenKiln()
  const old = seedResource(batch, '1', { members: { glaze: 'blue' } }, world)
  const moved: unknown[] = []
  world.watch(resource => moved.push(resource))
  const fresh = seedResource(batch, '1', { status: 'ready' }, world)

  t.same(world.store.list(), [fresh])
  t.equal(fresh.number, 2)
  t.same(moved, [old], 'whoever waits for the old one hears of it')
  t.equal(nextChange([old], types, KILN_START), undefined)
})

t.test('what a type does not know is refused at once, with the nearest that it does, and nothing changes', async t => {
  const { batch, potter, world } = frozenKiln()
  const refusal = (seed: () => unknown): unknown => {
    try {
      return seed()
    } catch (error) {
      return error
    }
  }

  t.match(refusal(() =>
    seedResource(
      batch,
      '007',
      { members: { id: 9, status: 'firing' }, lifecycle: 'brokn', status: 'fireing' },
      world
    )), {
    code: 'STANDIN_INVALID_RESOURCE',
    statusCode: 422,
    violations: [
      { in: 'path', pointer: '/id' },
      { pointer: '/members/id' },
      { pointer: '/members/status' },
      { pointer: '/lifecycle', message: /did you mean "broken"/ },
      { pointer: '/status', message: /did you mean "firing"/ }
    ]
  })
  t.match(
    refusal(() => seedResource(batch, '1', { lifecycle: 'broken', status: 'firing' }, world)),
    { violations: [{ pointer: '/status' }] }
  )
  t.match(refusal(() => seedResource(batch, 'NaN', {}, world)), { violations: [{ in: 'path' }] })
  t.match(refusal(() =>
    seedResource(potter, '1', { status: 'ready' }, world)), { violations: [{ message: /but is "ready"$/ }] })
  t.same(world.store.list(), [])
})

t.test('a forced status goes on from there, and whoever waits for the resource hears of it', async t => {
  const { batch, world } = frozenKiln()
  const resource = seedResource(batch, '1', {}, world)
  const moved: unknown[] = []
  world.watch(resource => moved.push(resource))
  world.clock.moveTo(KILN_START + 10_000)

  forceStatus(resource, batch, 'firing', world)
  t.match(positionOf(resource, batch, KILN_START + 10_000), {
    status: 'firing',
    since: KILN_START + 10_000,
    until: KILN_START + 15_000
  })
  t.same(moved, [resource])
  t.equal(world.store.get('kiln.Batch', '1'), resource)
  t.throws(
    () => forceStatus(resource, batch, 'redy', world),
    { code: 'STANDIN_INVALID_RESOURCE', message: /did you mean "ready"/ }
  )
})

t.test('a job that had ended counts again when it is put back into a running status', async t => {
  const { batch, indexes: [index], world } = frozenKiln()
  if (index === undefined) return t.fail('the kiln has an index of batches by glaze')
  const isRefused = (): boolean => {
    const weigh = (resource: Resource) =>
      batch.running.has(positionOf(resource, batch, KILN_START).status ?? '') ? 'counts' : 'gone'
    const draft = {
      type: batch.id,
      created: 0,
      members: { glaze: 'other' },
      hidden: {},
      progress: startProgress(batch, world.settings, 0),
      makeId: () => '99'
    }
    return world.store.insert(draft, [{ index, key: '["blue"]', max: 1, weigh }]).kind === 'refused'
  }
  const resource = seedResource(batch, '1', { members: { glaze: 'blue' }, status: 'ready' }, world)
  t.notOk(isRefused(), 'the guard forgets what has ended')

  forceStatus(resource, batch, 'firing', world)
  t.ok(isRefused())
})

t.test('a removed resource is remembered as missing, and its way ends', async t => {
  const { batch, potter, types, world } = frozenKiln()
  const resource = seedResource(batch, '1', {}, world)
  removeResource(batch.id, '1', world)
  removeResource(potter.id, '48', world)

  t.equal(world.store.get('kiln.Batch', '1'), 'absent')
  t.equal(world.store.get('kiln.Potter', '48'), 'absent')
  t.equal(nextChange([resource], types, KILN_START), undefined)
})
