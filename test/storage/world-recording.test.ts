import t from 'tap'
import type { WorldChanges } from '../../src/storage/storage.ts'
import { WorldRecording } from '../../src/storage/world-recording.ts'
import type { LimitUsed } from '../../src/worlds/snapshot.ts'
import { World } from '../../src/worlds/world.ts'

const USED: LimitUsed = { used: 1, reset: 5 }

/** Starts the recording of a world, with what was saved of it. */
function startRecording () {
  const options = { seed: 1, startsAt: 0, indexes: [], maxResources: 10, maxExchanges: 10 }
  const world = new World('recorded', options)
  const saved: WorldChanges[] = []
  const failed: unknown[] = []
  const recording = new WorldRecording(world, {
    save: async changes => { saved.push(changes) },
    fail: async error => {
      failed.push(error)
      throw error
    },
    isIdle: () => true,
    confirm: () => undefined
  })
  world.record(recording)
  return { world, recording, saved, failed }
}

t.test('a part that was gone is put after all others', async t => {
  const { recording, saved } = startRecording()
  recording.changed('limits', 'first', USED)
  recording.changed('limits', 'second', USED)
  await recording.saved()
  recording.changed('limits', 'first', undefined)
  recording.changed('limits', 'third', USED)
  recording.changed('limits', 'first', USED)
  recording.changed('limits', 'first', { ...USED, used: 2 })
  recording.changed('limits', 'second', undefined)
  await recording.saved()
  const [, { deletes, puts } = { deletes: [], puts: [] }] = saved
  t.same(puts.map(([key]) => key), ['limits third', 'limits first'])
  t.match(puts[1], ['limits first', /"used":2/])
  t.same(deletes, ['limits first', 'limits second'])
})

t.test('a value that cannot be kept fails the save, and nothing waits for ever', async t => {
  const { failed, recording, saved } = startRecording()
  const circular: Record<string, unknown> = {}
  circular.self = circular
  recording.changed('answers', 'circular', { answer: circular })
  await t.rejects(recording.saved())
  t.same(saved, [])
  t.equal(failed.length, 1)
})

t.test('the next task is due at a whole millisecond', async t => {
  const { recording, saved, world } = startRecording()
  world.schedule.add({ at: world.clock.now() + 60_000.4, run: async () => {} })
  await recording.saved()
  t.ok(Number.isInteger(saved[0]?.due))
  world.close()
})

t.test('a task that is under way is due, also where the clock stands', async t => {
  for (const mode of ['running', 'frozen']) {
    const { recording, saved, world } = startRecording()
    if (mode === 'frozen') world.clock.freeze()
    const { promise, resolve } = Promise.withResolvers<void>()
    world.schedule.add({ at: world.clock.now(), run: () => promise })
    await recording.saved()
    const done = world.schedule.advanceTo(0)
    await recording.saved()
    t.ok((saved.at(-1)?.due ?? Infinity) <= Date.now() + 1, mode)
    resolve()
    await done
    await recording.saved()
    t.equal(saved.at(-1)?.due, undefined, mode)
    world.close()
  }
})

t.test('a world that ends here has its tasks due elsewhere, later ones too', async t => {
  const { recording, saved, world } = startRecording()
  const now = world.clock.now()
  const { offset } = world.clock.state
  world.schedule.add({ at: now + 60_000, run: async () => {} })
  world.close()
  await recording.saved()
  t.equal(saved.at(-1)?.due, now + 60_000 - offset)
  world.schedule.add({ at: now + 30_000, run: async () => {} })
  await recording.saved()
  t.equal(saved.at(-1)?.due, now + 30_000 - offset)
  world.schedule.clear()
})
