import t from 'tap'
import { standin } from '../../src/client/index.ts'
import type { Coverage } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import { addExport, startWorld } from './start-world.ts'

t.test('a world is fresh, has a name that no other has, and is dropped at the end of the block', async t => {
  const { server } = await startWorld()
  const namesNow = async () => (await server.worlds()).map(({ name }) => name)
  const names: string[] = []
  {
    await using one = await server.world()
    await using other = await server.world()
    await addExport(one)
    names.push(one.name, other.name)

    t.not(one.name, other.name)
    t.equal((await one.resources('mews.Export')).length, 1)
    t.same(await other.resources('mews.Export'), [])
    await addExport(other)
    t.ok(names.every(name => /^w-[0-9a-f]{24}$/.test(name)))
    t.same((await namesNow()).filter(name => names.includes(name)).length, 2)
  }
  t.same((await namesNow()).filter(name => names.includes(name)), [])
})

t.test('the memory of all worlds is told beside them', async t => {
  const { server } = await startWorld()
  await using world = await server.world()
  await addExport(world)
  const { bytes, dropped, maxBytes } = await server.memory()
  t.ok(bytes > 0 && bytes < maxBytes, `${bytes} of ${maxBytes}`)
  t.equal(dropped, 0)
})

t.test('a world that has a name is shared by all who know it', async t => {
  const { server } = await startWorld()
  const world = await server.world('checkout')
  await addExport(world)

  t.equal(world.url, `${server.url}/~checkout`)
  t.equal((await (await server.world('checkout')).resources('mews.Export')).length, 1)
})

t.test('the code under test reaches a world by its URL or by its headers', async t => {
  const { server, world } = await startWorld()
  await addExport(world, 'Payment')
  await addExport(server, 'Customer', world.headers)

  t.match((await world.resources('mews.Export')).map(({ shown }) => shown.EntityType), ['Payment', 'Customer'])
})

t.test('a world can be taken back to its start, and dropped twice', async t => {
  const { server } = await startWorld()
  const world = await server.world()
  await addExport(world)
  await world.reset()
  t.same(await world.resources('mews.Export'), [])

  await world.close()
  await world.close()
  t.notMatch((await server.worlds()).map(({ name }) => name), [world.name])
})

t.test('a name that is no name of a world is refused, and leads nowhere else', async t => {
  const { server } = await startWorld()
  for (const name of ['a/../b', '', 'a b', '../__admin', 'x'.repeat(65)]) {
    await t.rejects(server.world(name), { code: 'STANDIN_INVALID_WORLD_NAME', status: 400 }, name)
  }
})

t.test('it works with a server that asks for a token, and says when there is none', async t => {
  const { server, world } = await startStandin(t, { adminToken: 's3cret' })
  t.match(await world.clock.get(), { mode: 'running' })

  await t.rejects(standin(server.url).world(), {
    code: 'STANDIN_ADMIN_TOKEN_REQUIRED',
    status: 401,
    message: /^GET \/__admin\/clock was rejected with 401 STANDIN_ADMIN_TOKEN_REQUIRED: /
  })
  t.match(await standin(server.url).health(), { status: 'ok', apis: ['et', 'mews', 'vcf', 'webadmit'] })
  t.match(await standin(server.url).schema('overlay'), { title: 'OpenAPI Overlay with x-standin' })
})

t.test('a client reads what was touched: in all worlds, in one, by one test', async t => {
  const { server, world } = await startWorld()
  await addExport(world, 'Payment', { 'x-standin-test': 'adds one' })
  const touchedIn = ({ cells }: Coverage) => cells.filter(({ hits }) => hits > 0).map(({ id }) => id)
  const value = 'mews.addExport values body EntityType Payment'
  t.ok(touchedIn(await server.coverage()).includes(value))
  t.ok(touchedIn(await world.coverage({ test: 'adds one' })).includes(value))
  t.strictSame(touchedIn(await world.coverage({ api: 'et' })), [])
  t.strictSame(touchedIn(await server.coverage({ world: 'none' })), [])
  await world.close()
  t.ok(touchedIn(await server.coverage({ world: world.name })).includes(value), 'the world has ended')
  await server.resetCoverage()
  t.strictSame(touchedIn(await server.coverage()), [])
})
