import t from 'tap'
import { addExport, startWorld } from './start-world.ts'

const REFUSED = {
  description: 'Exports are refused.',
  parameters: { message: { default: 'Not now' } },
  stubs: [{ operation: 'mews.addExport', reply: { status: 403, body: { Message: '$parameters.message' } } }]
}

t.test('a scenario that ships is started and stopped', async t => {
  const { world } = await startWorld()

  t.match(await world.start('mews/failure'), { name: 'mews/failure' })
  t.match(await world.scenarios.list(), { running: [{ name: 'mews/failure' }] })
  await addExport(world)
  t.match(await world.clock.advance({ to: 'idle' }), { changes: [{ to: 'Processing' }, { to: 'Failed' }] })
  await world.scenarios.stop()
  t.match(await world.scenarios.list(), { running: { length: 0 } })
})

t.test('a test can put its own, and choose what its parameters are', async t => {
  const { server, world } = await startWorld()

  t.match(await world.scenarios.put('mine/refused', REFUSED), { name: 'mine/refused', source: 'world' })
  t.match(await world.scenarios.get('mine/refused'), { document: { description: 'Exports are refused.' } })
  t.match(await world.start('mine/refused', { parameters: { message: 'Never' } }), {
    parameters: { message: 'Never' },
    stubs: { length: 1 }
  })
  t.same(await addExport(world), { status: 403, body: { Message: 'Never' } })
  await t.rejects((await server.world()).start('mine/refused'), { code: 'STANDIN_UNKNOWN_SCENARIO', status: 404 })

  await world.scenarios.delete('mine/refused')
  await t.rejects(world.scenarios.get('mine/refused'), { code: 'STANDIN_UNKNOWN_SCENARIO' })
})

t.test('one can be added to those that run', async t => {
  const { world } = await startWorld()
  await world.scenarios.put('refused', REFUSED)
  await world.start('mews/failure')
  await world.start('refused', { add: true })

  t.match((await world.scenarios.list()).running.map(({ name }) => name), ['mews/failure', 'refused'])
})
