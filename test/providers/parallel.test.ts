import t from 'tap'
import { startStandin } from '../start-standin.ts'
import { ADD, CREDENTIALS } from './mews-exports.ts'

const TIMES = 200

t.test('of two hundred parallel adds of one entity type exactly one is accepted', async t => {
  const { app } = await startStandin(t)
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const statuses = await Promise.all(Array.from({ length: TIMES }, () => add(base)))

  t.same(countOf(statuses), { 200: 1, 400: TIMES - 1 })
  t.comment(`${TIMES} adds at once: ${JSON.stringify(countOf(statuses))}`)
})

t.test('of as many in each of two worlds at once one is accepted in each, however the worlds are named', async t => {
  const { app } = await startStandin(t)
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const [byHeader, byPrefix, byDefault] = await Promise.all([
    Promise.all(Array.from({ length: TIMES }, () => add(base, { 'x-standin-world': 'one' }))),
    Promise.all(Array.from({ length: TIMES }, () => add(`${base}/~two`))),
    Promise.all(Array.from({ length: TIMES }, () => add(base)))
  ])

  for (const [world, statuses] of Object.entries({ byHeader, byPrefix, byDefault })) {
    t.same(countOf(statuses), { 200: 1, 400: TIMES - 1 }, world)
    t.comment(`${TIMES} adds at once, world ${world}: ${JSON.stringify(countOf(statuses))}`)
  }
})

async function add (base: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(base + ADD, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...CREDENTIALS, EntityType: 'OrderItem' })
  })
  await response.text()
  return response.status
}

function countOf (statuses: readonly number[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
