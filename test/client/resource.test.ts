import t from 'tap'
import { startWorld } from './start-world.ts'

const ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6'

t.test('a resource is seeded, read, forced into a status and made missing', async t => {
  const { world } = await startWorld()
  const resource = world.resource('mews.Export', ID)

  t.match(await resource.put({ members: { EntityType: 'Payment' }, status: 'Success' }), {
    id: ID,
    status: 'Success',
    shown: { EntityType: 'Payment' }
  })
  t.match(await resource.status('Expired'), { status: 'Expired' })
  t.match(await resource.get(), { status: 'Expired' })
  await resource.delete()
  await t.rejects(resource.get(), { code: 'STANDIN_UNKNOWN_RESOURCE', status: 404 })
})

t.test('types are listed, and all resources of one, however many there are', async t => {
  const { world } = await startWorld()
  const ids = Array.from({ length: 1_005 }, (_, index) => index + 1)
  await Promise.all(ids.map(id => world.resource('et.ExternalSystem', id).put()))

  t.match((await world.resources()).find(({ type }) => type === 'et.ExternalSystem'), { count: 1_005 })
  const resources = await world.resources('et.ExternalSystem')
  t.equal(new Set(resources.map(({ id }) => id)).size, 1_005)
})
