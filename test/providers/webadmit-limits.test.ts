import t from 'tap'
import { freshWorld } from '../start-standin.ts'
import { KEY, LIST_PATH, get, runExport } from './webadmit-exports.ts'

t.test('every answer tells how many requests are left for the key', async t => {
  const standin = await freshWorld(t)
  const left = async (path: string, headers: Record<string, string> = KEY) => {
    const { headers: { 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining } } = await standin.send(
      'GET',
      path,
      undefined,
      headers
    )
    return [limit, remaining].join(' ')
  }

  t.equal(await left(LIST_PATH), '5000 4999')
  t.equal(await left(LIST_PATH), '5000 4998')
  t.equal(await left('/api/v1/user_identities/abc/export_files'), '5000 4997', 'a bad request counts as well')
  t.equal(await left(LIST_PATH, { 'x-api-key': 'another' }), '5000 4999')
  t.equal(await left(LIST_PATH, {}), '5000 5000', 'without a key there is nothing to count')
  t.match(await left('/api/v1/nothing'), /^5000 \d+$/)
  await standin.advance('PT1H')
  t.equal(await left(LIST_PATH), '5000 4999')
})

t.test('past the limit the answer is 429, with a Retry-After that is true by the clock', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ limits: { 'webadmit.requests': { max: 2 } } })
  await runExport(standin)
  await standin.advance('PT20M')
  await get(standin, LIST_PATH)
  const refused = await get(standin, LIST_PATH)

  t.equal(refused.statusCode, 429)
  t.same(refused.json(), { message: 'Too Many Requests' })
  t.match(refused.headers, { 'retry-after': '2400', 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' })
  await standin.advance('PT2399S')
  t.equal((await get(standin, LIST_PATH)).headers['retry-after'], '1')
  await standin.advance('PT1S')
  t.equal((await get(standin, LIST_PATH)).statusCode, 200)
})
