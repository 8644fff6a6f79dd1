import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { compareRecording } from '../../src/drift/compare-recording.ts'
import type { DriftReport } from '../../src/drift/drift-report.ts'
import { exchangeOf } from './exchange-of.ts'
import type { ExchangeParts } from './exchange-of.ts'
import { CASES, LIST, ORDER } from './shop-cases.ts'
import { SHOP } from './shop.ts'

const contracts = [parseContract(SHOP, { file: 'shop.yaml', name: 'shop' })]

function compare (...parts: readonly ExchangeParts[]): DriftReport {
  return compareRecording(parts.map(exchangeOf), contracts).report
}

function found ({ groups }: DriftReport): string[] {
  return groups.filter(({ severity }) => severity !== 'note').map(({ kind, where }) => `${kind} ${where}`)
}

for (const [title, parts, expected] of CASES) {
  t.test(`of ${title}, ${expected.length === 0 ? 'nothing' : expected.join(' and ')} is found`, async t => {
    t.same(found(compare(parts)), expected)
  })
}

t.test('equal differences are counted together, in one exchange once', async t => {
  const lost = { ...ORDER, state: 'lost' }
  const { groups } = compare(
    { ...LIST, at: Date.parse('2026-01-01T00:00:00Z'), responseBody: [lost, lost] },
    { ...LIST, at: Date.parse('2026-01-03T00:00:00Z'), responseBody: [{ ...ORDER, state: 'gone' }] },
    { ...LIST, at: Date.parse('2026-01-02T00:00:00Z'), responseBody: [ORDER] }
  )

  t.match(groups[0], {
    kind: 'value-outside-enum',
    operation: 'shop.listOrders',
    count: 2,
    first: '2026-01-01T00:00:00.000Z',
    last: '2026-01-03T00:00:00.000Z',
    sample: { method: 'GET', url: '/v1/orders', status: 200, value: '"lost"' },
    place: { file: 'shop.yaml', line: Number, column: Number }
  })
})

t.test('a sample has no credentials', async t => {
  const report = compare({
    url: '/v1/orders?api_key=s3cret&token=s3cret&sort=1',
    headers: { 'x-access-token': 's3cret' },
    responseBody: [{ ...ORDER, secret: 's3cret', state: { password: 's3cret' } }]
  })

  t.ok(found(report).length >= 4)
  t.notMatch(JSON.stringify(report), 's3cret')
})

t.test('documented things that were never seen are listed, of what was asked', async t => {
  const { groups, summary } = compare({ ...LIST, responseBody: [{ id: 1, state: 'new', total: 1 }] })
  const unseen = groups.filter(({ severity }) => severity === 'note').map(({ kind, operation, where }) => {
    return `${kind} ${operation} ${where}`
  })

  t.equal(summary.note, unseen.length)
  t.ok(unseen.includes('unseen-operation shop.createOrder POST /orders'))
  t.ok(unseen.includes('unseen-status shop.listOrders status 400'))
  t.ok(unseen.includes('unseen-member shop.listOrders response 200 body /*/paidAt'))
  t.ok(unseen.includes('unseen-value shop.listOrders response 200 body /*/state = paid'))
  t.notOk(unseen.some(text => text.includes('password')), 'what only requests have is missed in no response')
  t.notOk(unseen.some(text => text.includes('/parent/')), 'nothing is missed within what was not seen')
})

t.test('other hosts are counted only', async t => {
  const recording = [
    exchangeOf({ ...LIST, responseBody: [] }),
    exchangeOf({ url: 'https://metrics.example/collect', method: 'POST', status: 204 })
  ]
  const { report: { exchanges, groups } } = compareRecording(recording, contracts)

  t.match(exchanges, { compared: 1, elsewhere: { 'metrics.example': 1 } })
  t.same(groups.filter(({ severity }) => severity !== 'note'), [])
})

t.test('the number of groups is bounded, and what is left out is counted', async t => {
  const members = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`m${index}`, index]))
  const { groups, leftOut } = compare({ ...LIST, responseBody: [{ ...ORDER, ...members }] })

  t.equal(groups.filter(({ kind }) => kind === 'undeclared-member').length, 2_000)
  t.same(leftOut, { 'undeclared-member': 1_000 })
})
