import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'
import { toReplayScenario } from '../../src/har/replay-scenario.ts'

const { operations } = parseContract(`
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders: { get: { operationId: list, responses: { '200': { description: All. } } } }
`, { file: 'shop.yaml', name: 'shop' })

function recorded (url: string, text: string): RecordedExchange {
  return {
    startedAt: 0,
    durationMs: 0,
    request: { method: 'GET', url: `http://a${url}`, headers: [], body: undefined },
    response: { status: 200, headers: [], body: Buffer.from(text) }
  }
}

t.test('requests that are alike have their answers in order, and the last one again', async t => {
  const exchanges = [recorded('/orders', 'a'), recorded('/orders', 'b'), recorded('/else', 'c')]
  const { document, ...counts } = toReplayScenario(exchanges, operations, 'x.har')
  t.same(counts, { exchanges: 2, unmatched: 1 })
  const shared = { operation: 'shop.list', when: {}, contract: 'off' }
  t.same(document, {
    description: 'Answers as x.har has it, 2 of its 3 exchanges: the others match no operation.',
    stubs: [
      { ...shared, priority: -2, reply: { status: 200, headers: {}, raw: 'b' } },
      {
        ...shared,
        priority: -1,
        sequence: [{ status: 200, headers: {}, raw: 'a' }, { status: 200, headers: {}, raw: 'b' }]
      }
    ]
  })
})

t.test('the request that names the most is the latest stub, and others at the path come last', async t => {
  const exchanges = [recorded('/orders?a=1&b=2', 'ab'), recorded('/orders?a=1', 'a')]
  const { stubs } = toReplayScenario(exchanges, operations, 'x.har').document
  t.match(stubs, [
    { priority: -4, when: {}, reply: { raw: 'a' } },
    { priority: -3, when: {}, sequence: [{ raw: 'ab' }, { raw: 'a' }] },
    { priority: -2, when: { query: { a: '1' } } },
    { priority: -2, when: { query: { a: '1', b: '2' } } }
  ])
})
