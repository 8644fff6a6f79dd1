import t from 'tap'
import { startStandin } from '../src/testing.ts'
import { trustingFetch } from '../src/tls/trusting-fetch.ts'

t.test('it serves, and stops when the test ends that it is given: of tap, of node:test or of vitest', async t => {
  for (const hook of ['teardown', 'after', 'onTestFinished'] as const) {
    const closers: Array<() => Promise<void>> = []
    const test = { [hook]: (close: () => Promise<void>) => closers.push(close) } as unknown as {
      teardown(close: () => Promise<void>): void
    }
    const { server, url, world } = await startStandin(test, { startsAt: '2026-01-01T00:00:00Z' })

    t.equal(url, world.url)
    t.match(await world.clock.get(), { now: /^2026-01-01T00:00/ })
    t.equal(closers.length, 1, hook)
    await closers[0]?.()
    await t.rejects(server.health(), { code: 'STANDIN_UNREACHABLE' })
  }
})

t.test('without a test it stops at the end of the block', async t => {
  let url: string
  {
    await using standin = await startStandin()
    url = standin.server.url
    t.equal((await fetch(`${url}/__admin/health`)).status, 200)
  }
  await t.rejects(fetch(url))
})

t.test('the options of the server can be given', async t => {
  const { server, world } = await startStandin(t, { adminToken: 's3cret', seed: 7 })

  t.match(await world.settings.get(), { delayMs: 0 })
  t.equal((await fetch(`${server.url}/__admin/clock`)).status, 401)
})

t.test('an option that there is not is refused, with the nearest one', async t => {
  await t.rejects(startStandin({ sed: 1 } as object), { code: 'STANDIN_UNKNOWN_OPTION', message: /seed/ })
})

t.test('a server that speaks TLS is trusted by its client, and gives its authority to others', async t => {
  process.env.XDG_CACHE_HOME = t.testdir({})
  const { ca = '', url, world } = await startStandin(t, { tls: true })

  t.match(url, /^https:/)
  t.match(await world.clock.get(), { mode: 'running' })
  const refused = await trustingFetch(ca)(`${url}/api/connector/v1/exports/add`, { method: 'POST', body: '{}' })
  t.match([refused.status, await refused.json()], [415, Object])
  await t.rejects(fetch(url))
  t.equal((await startStandin(t)).ca, undefined)
})
