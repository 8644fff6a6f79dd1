import { join } from 'node:path'
import t from 'tap'
import { schemaAddress } from '../../src/init/schema-address.ts'

t.test('the schema is the one that is installed above the overlay, or else that of a server', async t => {
  const installed = { standin: { dist: { schemas: { 'overlay.json': '{}' } } } }
  const folder = t.testdir({ project: { node_modules: installed, 'my apis': {} }, elsewhere: {} })
  const addressIn = (path: string) => schemaAddress(join(folder, path, 'shop.overlay.yaml'))
  t.equal(await addressIn('project'), './node_modules/standin/dist/schemas/overlay.json')
  t.equal(await addressIn('project/my apis'), '../node_modules/standin/dist/schemas/overlay.json')
  t.equal(await addressIn('elsewhere'), 'http://localhost:8080/__admin/schemas/overlay.json')
})
