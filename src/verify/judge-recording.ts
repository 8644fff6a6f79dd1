import { placeOf } from '../coverage/place-of.ts'
import type { Check } from '../reports/test-report.ts'
import type { OverlayChange } from '../documents/overlay-change.ts'
import type { CheckContext, Recording } from './recording.ts'
import type { Judgement, VerifyCheck } from './verify-check.ts'

/** A change of a document that would make a service conform. */
export interface ProposedChange {
  /** The name of the contract. */
  readonly api: string
  /** The file of the document, as messages show it. */
  readonly file: string
  readonly change: OverlayChange
}

/** The verdicts of all checks on one recording. */
export interface Verdicts {
  readonly checks: readonly Check[]
  readonly proposals: readonly ProposedChange[]
}

/** How many differences of one kind a check of a report tells. */
const MAX_TOLD = 3

/** Holds a recording to checks: one entry of the report for each check and operation that it says something about. */
export function judgeRecording (
  suite: string,
  recording: Recording,
  { checks, context }: { readonly checks: readonly VerifyCheck[], readonly context: CheckContext }
): Verdicts {
  const entries: Check[] = []
  const proposals: ProposedChange[] = []
  for (const check of checks) {
    const judgements = check.judge(recording, context)
    for (const own of Map.groupBy(judgements, ({ operation }) => operation?.id).values()) {
      entries.push(toEntry(check.name, suite, own, context))
      proposals.push(...proposalsOf(own, context))
    }
  }
  return { checks: entries, proposals }
}

function toEntry (name: string, suite: string, judgements: readonly Judgement[], context: CheckContext): Check {
  const [first] = judgements
  const operation = first?.operation
  const base = { name, suite, ...operation !== undefined && { operation: operation.id }, tookMs: 0 }
  const failed = judgements.filter(({ difference }) => difference !== undefined)
  const [worst] = failed
  if (worst?.difference !== undefined) {
    const texts = new Set(failed.map(judgement => differenceText(judgement, context)))
    const told = [...texts].slice(0, MAX_TOLD)
    const more = texts.size > MAX_TOLD ? [`and ${texts.size - MAX_TOLD} more like these`] : []
    const { difference: { pointer }, operation: at } = worst
    const contract = context.apis.get(at?.api ?? '')?.contract
    const place = contract === undefined || pointer === undefined ? undefined : placeOf(pointer, contract)
    return { ...base, result: 'failed', message: [...told, ...more].join('\n'), ...place !== undefined && { place } }
  }
  const unjudged = judgements.find(({ skipped }) => skipped !== undefined)
  // A rule that could not be judged everywhere has not been shown to hold.
  return unjudged === undefined
    ? { ...base, result: 'passed' }
    : { ...base, result: 'skipped', message: unjudged.skipped ?? '' }
}

/** Tells a difference: what the contract says, what the stand-in does, what the service does. */
function differenceText (judgement: Judgement, context: CheckContext): string {
  const { difference } = judgement
  if (difference === undefined) return ''
  const standin = difference.standin ?? standinStatuses(judgement, context)
  return [
    `the contract says ${difference.contract}`,
    ...standin === undefined ? [] : [`the stand-in ${standin}`],
    `the service ${difference.service}`
  ].join('; ')
}

/** Tells with which statuses the stand-in responded in the same journey. */
function standinStatuses ({ operation }: Judgement, { standin }: CheckContext): string | undefined {
  if (operation === undefined) return undefined
  const own = standin?.exchanges.filter(({ request }) => request.operation?.id === operation.id) ?? []
  const statuses = [...new Set(own.map(({ response }) => response.status))]
  return statuses.length === 0 ? undefined : `responds with ${statuses.join(' and ')}`
}

function proposalsOf (judgements: readonly Judgement[], { apis }: CheckContext): ProposedChange[] {
  const proposals: ProposedChange[] = []
  for (const { difference, operation } of judgements) {
    if (difference?.proposal === undefined || operation === undefined) continue
    const { api } = operation
    proposals.push({ api, file: apis.get(api)?.contract.file ?? api, change: difference.proposal })
  }
  return proposals
}
