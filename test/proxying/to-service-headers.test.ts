import type { IncomingMessage } from 'node:http'
import t from 'tap'
import { toServiceHeaders } from '../../src/proxying/to-service-headers.ts'
import { exchange, startProxy, startService } from './start-proxy.ts'

/** Returns the headers with which a request with these is passed on. */
function passed (headers: Record<string, string>): Record<string, string> {
  const rawHeaders = Object.entries(headers).flat()
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  // A cast: these are all the members that are read.
  const request = { headers: lower, rawHeaders, socket: { remoteAddress: '192.0.2.1' } } as unknown as IncomingMessage
  const list = toServiceHeaders(request, { baseUrl: 'https://mocks.example:8443/~w' }, 'standin-1')
  return Object.fromEntries(list.flatMap((name, index) => index % 2 === 0 ? [[name, list[index + 1] ?? '']] : []))
}

t.test('what is for one connection, or for the stand-in, is left out', async t => {
  const headers = passed({
    Host: 'mocks.example',
    Connection: 'keep-alive, X-Hop',
    'X-Hop': '1',
    'Keep-Alive': 'timeout=5',
    'Transfer-Encoding': 'chunked',
    Upgrade: 'websocket',
    Expect: '100-continue',
    'Content-Length': '3',
    'X-Standin-World': 'w',
    'X-Standin-Test': 'a test',
    Authorization: 'Bearer secret',
    'X-Own': 'kept'
  })
  t.strictSame(headers, {
    Authorization: 'Bearer secret',
    'X-Own': 'kept',
    'x-forwarded-for': '192.0.2.1',
    'x-forwarded-host': 'mocks.example:8443',
    'x-forwarded-proto': 'https',
    via: '1.1 standin-1'
  })
})

t.test('cookies and preferences of the stand-in are left out of the others', async t => {
  const cases: Array<[sent: Record<string, string>, name: string, expected: string | undefined]> = [
    [{ Cookie: 'a=1; standin-world=w; b=2' }, 'cookie', 'a=1; b=2'],
    [{ Cookie: 'standin-world=w' }, 'cookie', undefined],
    [{ Cookie: 'my-standin-world=w' }, 'cookie', 'my-standin-world=w'],
    [{ Prefer: 'code=404' }, 'prefer', undefined],
    [{ Prefer: 'code=404, wait=10, Example="a, b", return=minimal' }, 'prefer', 'wait=10, return=minimal'],
    [{ Prefer: 'codec=1' }, 'prefer', 'codec=1'],
    [{ TE: 'trailers, deflate' }, 'te', 'trailers'],
    [{ Via: '1.0 fred' }, 'via', '1.0 fred, 1.1 standin-1'],
    [{ 'X-Forwarded-For': '203.0.113.9' }, 'x-forwarded-for', '203.0.113.9, 192.0.2.1'],
    [{ 'X-Forwarded-Host': 'evil.example' }, 'x-forwarded-host', 'mocks.example:8443'],
    [{ Forwarded: 'for=a' }, 'forwarded', 'for=a, for=192.0.2.1;host="mocks.example:8443";proto=https']
  ]
  for (const [sent, name, expected] of cases) t.equal(passed(sent)[name], expected, JSON.stringify(sent))
})

t.test('a header with several values keeps them', async t => {
  const service = await startService(t, (_request, response) => response.end())
  const proxy = await startProxy(t, service.url)
  await exchange(`${proxy.url}/v2/pets`, { headers: { 'x-many': ['a', 'b'], 'x-latin': 'caf\u00e9' } })
  t.match(service.received[0]?.headers, { 'x-many': 'a, b', 'x-latin': 'caf\u00e9' })
})
