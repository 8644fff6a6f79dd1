import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { DriftCount } from '../../src/drift/drift-count.ts'
import { RawBody } from '../../src/messages/raw-body.ts'
import { responseValidatorOf } from '../../src/validation/response-validator.ts'
import type { Exchange } from '../../src/worlds/exchange.ts'
import { World } from '../../src/worlds/world.ts'
import { ORDER } from './shop-cases.ts'
import { SHOP } from './shop.ts'

const contract = parseContract(SHOP, { file: 'shop.yaml', name: 'shop' })
const [list] = contract.operations
const world = { name: 'default', store: {} } as unknown as World // none of it is used
const FACTS = { requestBody: undefined, touched: undefined }

function exchangeWith (value: unknown, source = 'proxy'): Exchange {
  const responseHeaders = { 'content-type': 'application/json' }
  const body = Buffer.from(JSON.stringify(value))
  const validate = list && responseValidatorOf(list)
  const violations = validate?.({ status: 200, headers: responseHeaders, body })
  return {
    id: '1',
    at: 0,
    realAt: Date.parse('2026-01-01T00:00:00Z'),
    tookMs: 5,
    operation: 'shop.listOrders',
    method: 'GET',
    url: '/v1/orders',
    requestPath: {},
    requestQuery: {},
    requestCookies: {},
    requestHeaders: {},
    requestBody: undefined,
    credentials: list?.credentials,
    requestViolations: [],
    status: 200,
    responseHeaders,
    responseBody: new RawBody(body, 'application/json'),
    responseViolations: violations,
    source,
    stub: undefined,
    example: undefined,
    fault: undefined
  } as Exchange // the source may be one of another server
}

t.test('what was passed on is compared as it passes', async t => {
  const drift = new DriftCount()
  drift.use([contract])
  const lost = exchangeWith([{ ...ORDER, state: 'lost', note: 1 }])
  for (let count = 0; count < 250; count++) drift.exchanged(lost, world, FACTS)
  drift.exchanged(exchangeWith([{ ...ORDER, state: 'gone' }], 'stub'), world, FACTS)

  const { exchanges, groups } = await drift.report()
  t.equal(exchanges.compared, 250)
  t.match(groups.slice(0, 2), [
    { kind: 'value-outside-enum', count: 250, where: 'response body /*/state' },
    { kind: 'undeclared-member', count: 250, where: 'response body /*/note' }
  ])
  drift.exchanged(lost, world, FACTS)
  t.equal((await drift.report()).exchanges.compared, 251)
})

t.test('after a reset, and with other contracts, it begins anew', async t => {
  const drift = new DriftCount()
  drift.use([contract])
  drift.exchanged(exchangeWith([]), world, FACTS)
  drift.reset()
  t.equal((await drift.report()).exchanges.compared, 0)

  drift.exchanged(exchangeWith([]), world, FACTS)
  t.equal((await drift.report()).exchanges.compared, 1)
  drift.use([contract])
  t.equal((await drift.report()).exchanges.compared, 0)
})
