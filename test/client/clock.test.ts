import t from 'tap'
import { addExport, startWorld } from './start-world.ts'

t.test('the clock of a world is read, stopped, set going and moved on', async t => {
  const { world: { clock } } = await startWorld()

  t.same(await clock.get(), { now: '2026-01-01T00:00:00.000Z', mode: 'frozen' })
  t.match(await clock.advance('PT10S'), { now: '2026-01-01T00:00:10.000Z', changes: [] })
  t.match(await clock.advance({ to: '2026-01-02T00:00:00Z' }), { now: '2026-01-02T00:00:00.000Z' })
  t.match(await clock.run(), { mode: 'running' })
  t.match(await clock.freeze('2026-02-01T00:00:00Z'), { mode: 'frozen', now: '2026-02-01T00:00:00.000Z' })
  await t.rejects(clock.freeze('2026-01-01T00:00:00Z'), { code: 'STANDIN_CLOCK_BACKWARD', status: 409 })
})

t.test('the timeline has what came and what will come', async t => {
  const { world } = await startWorld()
  await addExport(world)
  const { callbacks, resources: [lane], total } = await world.timeline({ limit: 1 })
  t.same({ callbacks, total }, { callbacks: [], total: 1 })
  t.match(lane, { type: 'mews.Export', status: 'Pending', until: '2026-01-01T00:00:02.000Z', running: true })
  t.same(lane?.statuses.map(({ status }) => status), ['Pending', 'Processing', 'Success', 'Expired'])
})

t.test('the timeline has the requests that wait, and until when', async t => {
  const { world } = await startWorld()
  await world.stub({ operation: 'mews.addExport', delay: { fixed: 5_000, by: 'clock' } })
  const slow = addExport(world)
  let waiting = (await world.timeline()).waiting
  while (waiting.length === 0) waiting = (await world.timeline()).waiting
  t.match(waiting, [{
    id: 'w1',
    operation: 'mews.addExport',
    fault: null,
    at: '2026-01-01T00:00:00.000Z',
    due: '2026-01-01T00:00:05.000Z',
    realDue: null
  }])
  await world.clock.advance('PT5S')
  await slow
  t.same((await world.timeline()).waiting, [])

  await world.deleteStubs()
  await world.settings.patch({ delayMs: 200 })
  const before = Date.now()
  const later = addExport(world)
  while (waiting.length === 0 || waiting[0]?.id === 'w1') waiting = (await world.timeline()).waiting
  const realDue = Date.parse(waiting[0]?.realDue ?? '')
  t.ok(realDue >= before + 200 && realDue < before + 10_000, waiting[0]?.realDue ?? 'none')
  await later
})

t.test('it tells what happened on the way', async t => {
  const { world } = await startWorld()
  await addExport(world)

  t.match(await world.clock.advance({ to: 'next' }), {
    now: '2026-01-01T00:00:02.000Z',
    changes: [{ from: 'Pending', to: 'Processing' }]
  })
  t.match(await world.clock.advance({ to: 'idle' }), { changes: [{ to: 'Success' }], waiting: { length: 0 } })
})
