import t from 'tap'
import { startWith } from '../apis/start-with.ts'
import { listen } from '../start-standin.ts'
import { connectTo } from './raw-client.ts'

const PATHS = {
  '/first': { get: { operationId: 'first', responses: { 200: { description: 'It comes first.' } } } },
  '/second': { get: { operationId: 'second', responses: { 200: { description: 'It comes second.' } } } }
}

const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

const FIRST = 'It is answered before the fault.'

for (const [fault, rest] of [
  ['reset-before-headers', /^(?:\[.*\])?$/],
  ['reset-after-headers', /^HTTP\/1\.1 200/],
  ['truncated-body', /^HTTP\/1\.1 200[^]*\r\n\r\nIt is$/],
  ['garbage', /^..garbage/],
  ['wrong-content-length', /^HTTP\/1\.1 200[^]*content-length: 5\r\n/i]
] as const) {
  t.test(`the fault ${fault} waits for the response to an earlier request of its connection`, async t => {
    const standin = await startWith(t, PATHS)
    const { origin } = new URL(await listen(standin))
    for (const [operation, path, raw, more] of [
      ['first', '/first', FIRST, { delay: 'PT0.1S' }],
      ['second', '/second', 'It is cut.', { fault }]
    ] as const) {
      const stub = { operation, contract: 'off', reply: { headers: { 'Content-Type': 'text/plain' }, raw }, ...more }
      t.equal((await standin.admin('POST', '/stubs', stub)).statusCode, 201, path)
    }
    const client = await connectTo(t, origin)
    client.send(request('/first') + request('/second'))
    const received = await client.closed
    const end = received.indexOf(FIRST) + FIRST.length
    t.match(received.slice(0, end), /^HTTP\/1\.1 200[^]*before the fault\.$/)
    t.match(received.slice(end), rest)
  })
}
