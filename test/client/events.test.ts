import t from 'tap'
import { startStandin } from '../../src/testing.ts'
import { addExport, START } from './start-world.ts'

// A server of its own: one waits, when it is closed, for the connection that fetch opens anew after one was cut.
t.test('what happens can be followed: in all worlds, or in one, from an earlier event on', async t => {
  const { server, world } = await startStandin(t, { startsAt: START, clock: 'frozen' })
  const all = server.events({ kinds: ['world'] })
  const first = all.next()
  // Until the stream is open, nothing is told.
  let heard: Awaited<typeof first> | undefined
  while (heard === undefined) heard = await Promise.race([first, world.reset().then(() => undefined)])
  const { value: reset } = heard
  t.match(reset, { kind: 'world', world: world.name, id: String })
  await all.return()

  await addExport(world)
  await addExport(await server.world('other'))
  await world.clock.advance('PT2S')
  const moves = world.events({ kinds: ['resource'], after: reset?.id ?? '' })
  t.match(await moves.next(), { value: { event: 'created', to: 'Pending', world: world.name } })
  const { value: moved } = await moves.next()
  t.match(moved, { event: 'moved', from: 'Pending', to: 'Processing', world: world.name })
  await moves.return()

  const late = world.events({ after: 'from-another-server' })
  t.match(await late.next(), { value: { kind: 'gap', missed: null } })
  await late.return()
})
