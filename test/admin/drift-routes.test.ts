import t from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../../src/server.ts'

async function start (t: Test) {
  const app = await createStandin()
  t.teardown(() => app.close())
  return app
}

t.test('a server that passes nothing on has nothing to compare', async t => {
  const app = await start(t)
  const response = await app.inject('/__admin/drift')

  t.equal(response.statusCode, 200)
  t.match(response.json(), { version: 1, exchanges: { compared: 0 }, groups: [], overlays: [] })
})

for (const [format, type] of [
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['sarif', 'application/sarif+json'],
  ['junit', 'application/xml'],
  ['markdown', 'text/markdown'],
  ['overlay', 'application/yaml']
]) {
  t.test(`the drift is written as ${format}`, async t => {
    const app = await start(t)
    const response = await app.inject(`/__admin/drift?format=${format}`)

    t.equal(response.statusCode, 200)
    t.match(response.headers['content-type'], type)
  })
}

t.test('an unknown format is rejected, and the drift is reset', async t => {
  const app = await start(t)

  t.equal((await app.inject('/__admin/drift?format=pdf')).statusCode, 400)
  t.equal((await app.inject({ method: 'DELETE', url: '/__admin/drift' })).statusCode, 204)
})
