import t from 'tap'
import { standin as connect } from '../../src/client/index.ts'
import { listen, startStandin } from '../start-standin.ts'

const DOWN = {
  description: 'Listing is down',
  parameters: { code: { default: 500 } },
  clock: { mode: 'frozen', now: '2030-01-01T00:00:00Z' },
  settings: { delayMs: 1 },
  stubs: [{ operation: 'mews.getAllExports', reply: { status: '$parameters.code' } }]
}
const STUB = { operation: 'mews.addExport', reply: { status: 403 }, times: 3 }

t.test('new worlds start with the settings, scenarios and stubs of another', async t => {
  const standin = await startStandin(t)
  const server = connect(new URL(await listen(standin)).origin)
  const { admin } = standin
  const before = await server.world('before')
  await standin.settings({ limits: { 'mews.requests': { max: 9 } } })
  t.equal((await admin('PUT', '/scenarios/down', DOWN)).statusCode, 201)
  t.equal((await admin('POST', '/scenarios/down/start', { parameters: { code: 403 } })).statusCode, 200)
  t.equal((await admin('POST', '/stubs', STUB)).statusCode, 201)
  await standin.seed('mews.Export', '0b3a3f1e-6c0e-4b3e-8a52-0d0a6d3f6a11', { members: { EntityType: 'Payment' } })
  await server.startWorldsFrom('default')
  t.same((await admin('GET', '/worlds/start')).json(), { from: 'default' })

  const world = await server.world('after')
  t.match(await world.settings.get(), { delayMs: 1, limits: { 'mews.requests': { max: 9 } } })
  t.match(await world.stubs(), [
    { operation: 'mews.addExport', times: 3, used: 0 },
    { operation: 'mews.getAllExports', reply: { status: 403 } }
  ])
  t.match(await world.clock.get(), { mode: 'frozen', now: '2030-01-01T00:00:00.000Z' })
  t.same(await world.resources('mews.Export'), [])
  await world.scenarios.stop()
  t.match(await world.settings.get(), { delayMs: 0, limits: { 'mews.requests': { max: 9 } } })
  t.equal((await world.stubs()).length, 1)
  await world.start('down')
  t.match(await world.settings.get(), { delayMs: 1 })
  t.equal((await admin('GET', '/stubs')).json().stubs.length, 2, 'the other world is as it was')
  t.same(await before.stubs(), [], 'worlds that were there are as they were')

  await standin.settings({ delayMs: 7 })
  t.match(await (await server.world('later')).settings.get(), { delayMs: 7 }, 'it is copied as it is then')
  await world.reset()
  t.match(await world.settings.get(), { delayMs: 7 })
  await server.startWorldsFrom(null)
  t.match(await (await server.world('plain')).settings.get(), { delayMs: 0 })
})

t.test('a world that does not exist is refused, with the nearest name', async t => {
  const { admin } = await startStandin(t)
  const answer = await admin('PUT', '/worlds/start', { from: 'defualt' })
  t.equal(answer.statusCode, 404)
  t.match(answer.json(), { code: 'STANDIN_UNKNOWN_WORLD', detail: /did you mean "default"/ })
  t.match((await admin('PUT', '/worlds/start', { from: 'x' })).json(), { detail: /\(known: default\)/ })
  t.same((await admin('GET', '/worlds/start')).json(), { from: null })
  t.equal((await admin('PUT', '/worlds/start', {})).statusCode, 400)
})
