import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { compareRecording } from '../../src/drift/compare-recording.ts'
import type { DriftGroup } from '../../src/drift/drift-report.ts'
import { proposalText } from '../../src/drift/propose-overlay.ts'
import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import type { MewsMistake } from '../verify/mews-service.ts'
import { exchangeOf } from './exchange-of.ts'
import { recordMews } from './record-mews.ts'
import { CASES, LIST } from './shop-cases.ts'
import { SHOP } from './shop.ts'

const MEWS = join(SHIPPED_OPENAPI, 'mews.yaml')

/** Applies what is proposed for a recording, and compares again. Returns the overlay and what is still found. */
async function applyProposal (t: Test, document: string, exchanges: readonly RecordedExchange[]) {
  const folder = document === MEWS ? t.testdir({}) : dirname(document)
  const { report: { overlays: proposals } } = compareRecording(exchanges, await loadContracts([document]))
  const overlays: string[] = []
  for (const proposal of proposals.filter(({ overlay }) => overlay.actions.length > 0)) {
    const file = join(folder, `${proposal.api}.overlay.yaml`)
    await writeFile(file, proposalText(proposal, document))
    overlays.push(file)
  }
  const contracts = await loadContracts([document], { overlays, strict: true })
  const { report } = compareRecording(exchanges, contracts)
  t.same(report.overlays.flatMap(({ overlay }) => overlay.actions), [], 'there is nothing left to propose')
  return { proposals, left: report.groups.filter(({ severity }) => severity !== 'note').map(toText) }
}

function toText ({ kind, operation, where }: DriftGroup): string {
  return `${kind} ${operation ?? '-'} ${where}`
}

/** The differences for which there are no words in a contract. */
const BEYOND_WORDS: readonly string[] = ['a missing body', 'a body that is no JSON']

const OF_MEWS: ReadonlyArray<readonly MewsMistake[]> = [
  ['has an unknown status'],
  ['lacks a member'],
  ['answers 202 for 200'],
  ['answers as text'],
  ['accepts invalid requests'],
  ['allows every method'],
  ['omits Retry-After'],
  ['has an unknown status', 'lacks a member', 'accepts invalid requests', 'allows every method', 'omits Retry-After']
]

for (const mistakes of OF_MEWS) {
  t.test(`with the overlay for a service that ${mistakes.join(' and ')}, nothing differs`, async t => {
    const { left, proposals } = await applyProposal(t, MEWS, await recordMews(t, { mistakes }))

    t.same(proposals.map(({ left }) => left), [[]])
    t.same(left, [])
  })
}

for (const version of ['3.1.0', '3.0.3']) {
  for (const [title, parts, expected] of CASES.filter(([title]) => !BEYOND_WORDS.includes(title))) {
    t.test(`in OpenAPI ${version}, with the overlay for ${title}, nothing differs`, async t => {
      const document = join(t.testdir({ 'shop.yaml': SHOP.replace('3.1.0', version) }), 'shop.yaml')
      const { left, proposals } = await applyProposal(t, document, [exchangeOf(parts)])

      t.equal(proposals.length, expected.length === 0 ? 0 : 1)
      t.same(proposals.flatMap(({ left }) => left), [])
      t.same(left, [])
    })
  }
}

t.test('what OpenAPI cannot say is left, with the reason', async t => {
  const document = join(t.testdir({ 'shop.yaml': SHOP }), 'shop.yaml')
  const { left, proposals } = await applyProposal(t, document, [exchangeOf(LIST)])

  t.same(left, ['missing-body shop.listOrders response body'])
  t.same(proposals[0]?.left, ['response body: OpenAPI cannot say that the body of a response may be missing'])
})

t.test('all differences at once are taken away by one overlay', async t => {
  const document = join(t.testdir({ 'shop.yaml': SHOP }), 'shop.yaml')
  const cases = CASES.filter(([title]) => !BEYOND_WORDS.includes(title))
  const { left, proposals } = await applyProposal(t, document, cases.map(([, parts]) => exchangeOf(parts)))

  t.equal(proposals.length, 1)
  t.same(left, [])
})

t.test('nothing is proposed for a service that keeps its contract', async t => {
  const { proposals } = await applyProposal(t, MEWS, await recordMews(t))

  t.same(proposals, [])
})
