import t from 'tap'
import { byWorld } from '../../src/worlds/by-world.ts'
import { World } from '../../src/worlds/world.ts'

t.test('each world has its own, made when it is first asked for', async t => {
  const made: string[] = []
  const notesOf = byWorld(({ name }) => {
    made.push(name)
    return [name]
  })
  const [one, other] = ['one', 'other'].map(name =>
    new World(name, { seed: 1, startsAt: 0, indexes: [], maxResources: 1, maxExchanges: 1 }))
  if (one === undefined || other === undefined) throw new Error('there are two')

  t.same(made, [])
  t.equal(notesOf(one), notesOf(one))
  t.not(notesOf(one), notesOf(other))
  t.same(made, ['one', 'other'])
})
