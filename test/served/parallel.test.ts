import t from 'tap'
import type { Test } from 'tap'
import type { World } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import { addExport } from '../client/start-world.ts'

const TYPES = ['OrderItem', 'Payment', 'Reservation', 'Customer', 'Company'] as const

t.test('a hundred tests run side by side, each in a world of its own, and never meet', async t => {
  const { server } = await startStandin(t, { startsAt: '2026-01-01T00:00:00Z' })

  await Promise.all(Array.from({ length: 100 }, async (_, number) => {
    await using world = await server.world()
    await story(t, world, number)
  }))

  t.match((await server.worlds()).length, 0, 'all are gone, and that of the server was not used')
})

/** Runs one of the tests; its number makes it different from the others. */
async function story (t: Test, world: World, number: number): Promise<void> {
  const type = TYPES[number % TYPES.length] ?? 'Payment'
  const { clock } = world
  const start = await clock.freeze(`2026-02-01T00:${String(number % 60).padStart(2, '0')}:00Z`)

  // Stubs: so many refusals as the number has, then the simulation.
  const refusals = 1 + number % 3
  await world.stub({
    operation: 'mews.addExport',
    when: { body: { EntityType: type } },
    reply: { status: 403, body: { Message: `No ${number}` } },
    times: refusals
  })
  for (let each = 0; each < refusals; each++) {
    t.match(await addExport(world, type), { status: 403, body: { Message: `No ${number}` } })
  }

  // A fault, seen by the client as what it is.
  await world.stub({ operation: 'mews.addExport', fault: 'reset-before-headers', times: 1 })
  const failure = await addExport(world, type).catch((error: unknown) => error)
  t.match(failure, { name: 'TypeError' })

  // The clock: half of them fail, each at its own time.
  const end = number % 2 === 0 ? 'Success' : 'Failed'
  await world.settings.patch({
    resources: {
      'mews.Export': { lifecycle: number % 2 === 0 ? 'success' : 'failure', durations: { Pending: `PT${1 + number}S` } }
    }
  })
  t.match(await addExport(world, type), { status: 200, body: { Export: { Status: 'Pending' } } })
  const { changes, now } = await clock.advance({ to: 'idle' })
  t.match(changes.map(({ to }) => to), ['Processing', end])
  t.equal(Date.parse(now) - Date.parse(start.now), (1 + number + 5) * 1_000)

  // Verification: all that is here is of this test.
  await world.verify({
    operation: 'mews.addExport',
    when: { body: { EntityType: type } },
    count: { exactly: refusals + 2 }
  })
  t.equal((await world.requests()).length, refusals + 2)
  t.equal((await world.resources('mews.Export')).length, 1)
  t.match(await world.verification(), { ok: true })
}
