import t from 'tap'
import { startBinary } from '../cli/run-binary.ts'
import { ADD, CREDENTIALS } from '../providers/mews-exports.ts'
import { createStandin } from '../../src/server.ts'

/** A test that takes longer has waited for the minute to end. */
const timeout = 30_000

/** Opens the stream, which has no end, and a wait of a minute. */
async function open (url: string) {
  const following = await fetch(`${url}/__admin/requests/stream`)
  const waiting = fetch(`${url}/__admin/callbacks?wait=PT1M`)
  const add = await fetch(url + ADD, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...CREDENTIALS, EntityType: 'Reservation' })
  })
  await add.text()
  return { following, waiting }
}

t.test('on SIGTERM a stream ends and a wait is answered; neither holds the server up', { timeout }, async t => {
  const { stop, url } = await startBinary(t)
  const { following, waiting } = await open(url)
  const [{ exitCode, stderr }, events, answer] = await Promise.all([
    stop('SIGTERM'),
    following.text(),
    waiting
  ])

  t.equal(exitCode, 0)
  t.equal(stderr, '')
  t.match(events, /^retry: 1000\n\nevent: exchange\nid: 1\ndata: \{.*\}\n\n$/)
  t.same(await answer.json(), { callbacks: [], dropped: 0 })
})

t.test('a server in process closes as well', { timeout }, async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const { following, waiting } = await open(url)
  await Promise.all([app.close(), following.text(), waiting.then(answer => answer.text())])
})

t.test('whoever hangs up costs nothing more', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const controller = new AbortController()
  const following = await fetch(`${url}/__admin/requests/stream`, { signal: controller.signal })
  controller.abort()
  await t.rejects(following.text())
  t.equal((await fetch(`${url}/__admin/health`)).status, 200)
})
