import t from 'tap'
import { toHarEntry } from '../../src/har/to-har-entry.ts'
import { writeHar } from '../../src/har/write-har.ts'
import { startStandin } from '../../src/testing.ts'
import { exchange } from '../journal/exchange.ts'
import { harFlaws } from './har-schema.ts'
import { handleByMsw, withoutTools } from './har-tools.ts'

t.test('a file of any number of entries is valid HAR 1.2', async t => {
  for (const count of [0, 1, 3]) {
    const entries = Array.from({ length: count }, () => toHarEntry(exchange(), { world: 'a', origin: 'http://a' }))
    const har = JSON.parse([...writeHar(entries, '1.2.3')].join(''))
    t.same(harFlaws(har), [])
    t.match(har, { log: { version: '1.2', creator: { name: 'standin', version: '1.2.3' } } })
    t.equal(har.log.entries.length, count)
  }
})

t.test('the schema that says so finds what is wrong', async t => {
  t.match(harFlaws({ log: { version: '1.2', creator: { name: 'a', version: '1' }, entries: [{}] } }), [/entries\/0/])
})

t.test('Mock Service Worker responds from a file as the stand-in did', { skip: withoutTools }, async t => {
  const { server: { url }, world } = await startStandin(t, { openapi: ['examples/orders.yaml'], clock: 'frozen' })
  const played: Array<readonly [request: Request, response: Response]> = []
  const play = async (method: string, path: string, body?: object): Promise<void> => {
    const headers = { 'x-standin-world': world.name, ...body !== undefined && { 'content-type': 'application/json' } }
    const request = new Request(url + path, { method, headers, body: body === undefined ? null : JSON.stringify(body) })
    played.push([request.clone(), await fetch(request)])
  }
  await play('GET', '/orders')
  await play('GET', '/orders?limit=1')
  await play('GET', '/orders/1')
  await play('GET', '/orders/999')
  await play('GET', '/orders?limit=none')
  await play('POST', '/orders', { item: 'Lämp “2”', quantity: 3 })
  await play('POST', '/orders', { item: 'Desk' })
  await play('POST', '/exports')
  await play('POST', '/exports')
  for (const by of ['PT0S', 'PT4S', 'PT9S']) {
    await world.clock.advance(by)
    await play('GET', '/exports/1')
  }
  await play('GET', '/exports/1/file')
  await play('GET', '/unknown')

  const respond = await handleByMsw(await world.har({ masked: false }))
  for (const [request, response] of played) {
    const title = `${request.method} ${request.url.replace(url, '')}`
    const replayed = await respond(request)
    t.equal(replayed?.status, response.status, title)
    t.equal(mediaType(replayed), mediaType(response), title)
    t.equal(await replayed?.text(), await response.text(), title)
  }
  t.same(new Set(played.map(([, { status }]) => status)), new Set([200, 201, 202, 400, 404, 409]))
  t.equal(await respond(new Request(`${url}/orders/2`)), undefined)
})

function mediaType (response: Response | undefined): string | undefined {
  return response?.headers.get('content-type')?.split(';')[0]
}
