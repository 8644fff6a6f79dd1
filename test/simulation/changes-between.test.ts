import t from 'tap'
import { seedResource } from '../../src/simulation/seed.ts'
import { changesBetween, idleAt, nextChange } from '../../src/simulation/changes-between.ts'
import { frozenKiln, KILN_START } from './kiln.ts'
import { runningAt } from '../../src/simulation/running-at.ts'

const second = (count: number) => KILN_START + count * 1_000

t.test('steps are told in order of time, with where each resource came from', async t => {
  const { batch, types, world } = frozenKiln()
  seedResource(batch, '1', {}, world)
  world.clock.moveTo(second(1))
  seedResource(batch, '2', { lifecycle: 'broken' }, world)

  const changes = changesBetween(world.store.list(), types, second(1), second(7))
  t.same(changes.map(({ at, resource, from, to }) => [at, resource.id, from, to]), [
    [second(2), '1', 'heating', 'firing'],
    [second(3), '2', 'heating', 'cracked'],
    [second(7), '1', 'firing', 'cooling']
  ])
})

t.test('a step at the first instant was taken before, one at the last is taken', async t => {
  const { batch, types, world } = frozenKiln()
  seedResource(batch, '1', {}, world)

  t.same(changesBetween(world.store.list(), types, second(2), second(6)), [])
  t.match(changesBetween(world.store.list(), types, second(1), second(2)), [{ at: second(2), to: 'firing' }])
})

t.test('the next change is the earliest of all', async t => {
  const { batch, types, world } = frozenKiln()
  t.equal(nextChange(world.store.list(), types, KILN_START), undefined)

  seedResource(batch, '1', { status: 'cooling' }, world)
  seedResource(batch, '2', {}, world)
  seedResource(batch, '3', { status: 'ready' }, world)
  t.equal(nextChange(world.store.list(), types, KILN_START), second(2))
})

t.test('all is idle when the last running status has ended, whatever comes after it', async t => {
  const { batch, types, world } = frozenKiln()
  t.equal(idleAt([], types, KILN_START), KILN_START)

  seedResource(batch, '1', { lifecycle: 'broken' }, world)
  seedResource(batch, '2', {}, world)
  t.equal(idleAt(world.store.list(), types, KILN_START), second(7))
  t.same(
    runningAt(world.store.list(), types, second(6)).map(({ resource, status }) => [resource.id, status]),
    [['2', 'firing']]
  )
  t.same(runningAt(world.store.list(), types, second(7)), [])
})

t.test('what the clock does not move is not waited for, and goes on running', async t => {
  const { batch, types, world } = frozenKiln()
  world.store.putSettings({ ...world.settings, progression: 'manual' })
  seedResource(batch, '1', {}, world)
  world.store.putSettings({ ...world.settings, progression: { polls: 2 } })
  seedResource(batch, '2', {}, world)

  t.equal(nextChange(world.store.list(), types, KILN_START), undefined)
  t.equal(idleAt(world.store.list(), types, KILN_START), KILN_START)
  t.equal(runningAt(world.store.list(), types, second(100)).length, 2)
})

t.test('resources of types without a lifecycle neither change nor run', async t => {
  const { potter, types, world } = frozenKiln()
  seedResource(potter, '1', { members: { name: 'Ada' } }, world)

  t.same(changesBetween(world.store.list(), types, KILN_START, second(1_000_000)), [])
  t.equal(nextChange(world.store.list(), types, KILN_START), undefined)
  t.equal(idleAt(world.store.list(), types, KILN_START), KILN_START)
})
