import t from 'tap'
import { stopwatch } from '../../src/worlds/clock.ts'
import { wait } from '../../src/worlds/wait.ts'
import type { Wait } from '../../src/worlds/wait.ts'
import { World } from '../../src/worlds/world.ts'

const HOUR = 3_600_000

function createWorld (): World {
  const world = new World('test', { seed: 1, startsAt: 0, indexes: [], maxResources: 10, maxExchanges: 10 })
  world.clock.freeze()
  return world
}

/** Begins to wait; tells when that is over. */
function begin (kind: Wait, world: World) {
  const gone = new AbortController()
  const waiting = {
    isOver: false,
    gone,
    done: wait(kind, world, gone.signal).then(() => { waiting.isOver = true })
  }
  return waiting
}

t.test('by the clock, it is over when the clock has moved so far', async t => {
  const world = createWorld()
  const start = world.clock.now()
  const waiting = begin({ ms: HOUR, by: 'clock' }, world)
  t.equal(world.schedule.next(), start + HOUR)
  await world.schedule.advanceTo(start + HOUR - 1)
  t.equal(waiting.isOver, false)
  await world.schedule.advanceTo(start + HOUR)
  await waiting.done
  t.equal(world.schedule.next(), undefined)
})

t.test('by real time, it takes that long, whatever the clock does', async t => {
  const world = createWorld()
  const start = stopwatch()
  const waiting = begin({ ms: 20, by: 'real' }, world)
  await world.schedule.advanceTo(HOUR)
  await waiting.done
  t.ok(stopwatch() - start >= 18)
})

for (const by of ['real', 'clock'] as const) {
  t.test(`by ${by}, it ends when the world goes, and is called off`, async t => {
    const world = createWorld()
    const waiting = begin({ ms: HOUR, by }, world)
    world.close()
    await waiting.done
    t.equal(world.schedule.next(), undefined)
    await begin({ ms: HOUR, by }, world).done
  })

  t.test(`by ${by}, it ends when nobody waits any longer`, async t => {
    const world = createWorld()
    const waiting = begin({ ms: HOUR, by }, world)
    waiting.gone.abort()
    await waiting.done
    t.equal(world.schedule.next(), undefined)
    await wait({ ms: HOUR, by }, world, AbortSignal.abort())
  })
}
