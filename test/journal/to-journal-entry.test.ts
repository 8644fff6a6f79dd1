import t from 'tap'
import { toJournalEntry } from '../../src/journal/to-journal-entry.ts'
import type { Violation } from '../../src/schemas/violation.ts'
import type { Exchange } from '../../src/worlds/exchange.ts'
import { exchange } from './exchange.ts'

const shown = (exchange: Exchange) => toJournalEntry(exchange, 'checkout')

const VIOLATION: Violation = {
  in: 'body',
  pointer: '/id',
  rule: 'type',
  expected: 'be an integer',
  message: 'body /id must be an integer'
}

t.test('an exchange is shown with both sides, by both clocks', async t => {
  t.same(
    shown(
      exchange({
        source: 'stub',
        stub: 's1',
        example: 'paid',
        fault: 'truncated-body',
        resource: { type: 'orders.Order', id: '7' },
        requestHeaders: { accept: 'application/json' },
        requestBody: { items: [] },
        requestViolations: [VIOLATION],
        responseHeaders: { location: '/orders/7' },
        responseBody: { id: 7 }
      })
    ),
    {
      id: '1',
      world: 'checkout',
      at: '2026-01-01T00:00:00.000Z',
      realAt: '2025-06-01T00:00:00.000Z',
      tookMs: 1.235,
      state: 'answered',
      operation: 'orders.addOrder',
      source: 'stub',
      stub: 's1',
      example: 'paid',
      fault: 'truncated-body',
      resource: { type: 'orders.Order', id: '7' },
      request: {
        method: 'POST',
        url: '/orders',
        headers: { accept: 'application/json' },
        violations: [VIOLATION],
        body: { items: [] }
      },
      response: { status: 201, headers: { location: '/orders/7' }, violations: [], body: { id: 7 } }
    }
  )
})

t.test('a request that found no operation says so', async t => {
  t.match(shown(exchange({ operation: undefined, status: 404 })), {
    operation: null,
    stub: null,
    example: null,
    fault: null,
    resource: null
  })
})

t.test('credentials are masked wherever they are', async t => {
  const entry = shown(
    exchange({
      url: '/orders?token=SECRET',
      requestHeaders: { authorization: 'Bearer SECRET' },
      requestBody: { AccessToken: 'SECRET', inner: [{ password: 'SECRET' }] },
      responseHeaders: { 'set-cookie': 'SECRET' },
      responseBody: '{"token": "SECRET"'
    })
  )
  t.notMatch(JSON.stringify(entry), 'SECRET')
})

t.test('a body that is null is shown, one that is not there is not', async t => {
  const { request, response } = shown(exchange({ requestBody: null, responseBody: undefined }))
  t.equal(request.body, null)
  t.notOk('body' in response)
})

t.test('bytes and files are told of, not shown', async t => {
  const file = {
    name: 'a.csv',
    mediaType: 'text/csv',
    size: 200_000_000,
    chunks: () => t.fail('it is not read')
  }
  const { request, response } = shown(
    exchange({ requestBody: Buffer.from('abc'), responseBody: file })
  )
  t.same([request.body, request.note], [undefined, '3 bytes, not shown'])
  t.same(
    [response.body, response.note],
    [undefined, 'the file a.csv (text/csv), 200000000 bytes, not shown']
  )
})

t.test('a long body is cut, with a note', async t => {
  const { request, response } = shown(
    exchange({ requestBody: { text: 'x'.repeat(100_000) }, responseBody: 'y'.repeat(65_536) })
  )
  t.equal(String(request.body).length, 65_536)
  t.match(request.body, /^\{"text":"xxx/)
  t.equal(request.note, 'cut: the first 65536 of 100011 characters')
  t.equal(response.body, 'y'.repeat(65_536))
  t.equal(response.note, undefined)
})

t.test('a body that is nested very deeply can be shown', async t => {
  const deep: unknown = JSON.parse('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000))
  t.doesNotThrow(() => JSON.stringify(shown(exchange({ requestBody: deep }))))
})
