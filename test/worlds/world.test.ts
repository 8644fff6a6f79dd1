import t from 'tap'
import type { Resource } from '../../src/worlds/resource.ts'
import { World } from '../../src/worlds/world.ts'

const OPTIONS = { seed: 1, startsAt: 0, indexes: [], maxResources: 10, maxExchanges: 10 }

t.test('what is random in a world follows from its seed and its name', async t => {
  const uuid = new World('a', OPTIONS).random.uuid()
  t.equal(new World('a', OPTIONS).random.uuid(), uuid)
  t.not(new World('b', OPTIONS).random.uuid(), uuid)
  t.not(new World('a', { ...OPTIONS, seed: 2 }).random.uuid(), uuid)
})

t.test('a subject has a seed of its own, the same at every run', async t => {
  const world = new World('a', OPTIONS)
  t.equal(world.seedFor('rows'), new World('a', OPTIONS).seedFor('rows'))
  t.not(world.seedFor('rows'), world.seedFor('bodies'))
})

t.test('watchers hear of what was put somewhere else on its way', async t => {
  const world = new World('a', OPTIONS)
  const progress = {
    lifecycle: 'success',
    stages: [],
    progression: 'clock',
    stage: 0,
    since: 0,
    reads: 0
  } as const
  const resource: Resource = {
    type: 'mews.Export',
    id: '1',
    number: 1,
    created: 0,
    members: {},
    hidden: {},
    progress
  }
  const heard: Resource[] = []
  world.watch(moved => heard.push(moved))
  world.watch(moved => heard.push(moved))

  world.moved(resource)
  t.same(heard, [resource, resource])
})
