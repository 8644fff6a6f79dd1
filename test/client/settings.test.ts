import t from 'tap'
import { addExport, startWorld } from './start-world.ts'

t.test('settings are read, changed and brought back', async t => {
  const { world } = await startWorld()

  t.match(await world.settings.patch({ resources: { 'mews.Export': { lifecycle: 'failure' } } }), {
    resources: { 'mews.Export': { lifecycle: 'failure' } }
  })
  await addExport(world)
  t.match(await world.clock.advance({ to: 'idle' }), { changes: [{ to: 'Processing' }, { to: 'Failed' }] })

  await world.settings.reset()
  t.same((await world.settings.get()).resources, {})
  t.match(await world.settings.patch({ operations: { 'mews.addExport': { code: 403 } } }), {
    operations: { 'mews.addExport': { code: 403 } }
  })
  t.match(await addExport(world), { status: 403 })
})

t.test('what settings can name is listed', async t => {
  const { world } = await startWorld()
  const { credentials, limits, operations } = await world.settings.names()
  t.ok(operations.includes('mews.addExport') && credentials.includes('vcf.bearer'))
  const [limit] = limits.filter(({ id }) => id === 'mews.requests')
  t.match(limit, { enabled: Boolean, max: Number, per: /^PT/ })
})
