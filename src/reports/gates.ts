import { InvalidOption } from '../errors.ts'
import { shareOf } from './summary.ts'
import { DIMENSIONS, FINDING_KINDS } from './test-report.ts'
import type { Dimension, FindingKind, TestReport } from './test-report.ts'

/** The conditions that a report must fulfil. A failed check always fails. */
export interface Gates {
  /** The least percentage that must be touched, of a dimension or of all cells. */
  readonly failUnder: ReadonlyMap<Dimension | 'total', number>
  /** The kinds of findings that must not be there. */
  readonly failOn: ReadonlySet<FindingKind>
}

export const NO_GATES: Gates = { failUnder: new Map(), failOn: new Set() }

/** A gate, and whether a report passes it. */
export interface GateResult {
  /** As it is written: `--fail-under responses=90`; `checks` for the checks. */
  readonly gate: string
  readonly passed: boolean
  /** What is there, and what is needed. */
  readonly message: string
}

/**
 * Parses the values of `--fail-under` and `--fail-on`: `80`, `responses=90,statuses=100`, `violations,unmatched` or
 * `all`. Throws `InvalidOption`.
 */
export function parseGates (failUnder: readonly string[], failOn: readonly string[]): Gates {
  return {
    failUnder: new Map(itemsOf(failUnder).map(parsePercentage)),
    failOn: new Set(itemsOf(failOn).flatMap(parseKinds))
  }
}

/** Holds a report to gates. The results are in the order of the options; all passed where every `passed` is true. */
export function judgeReport (report: TestReport, gates: Gates = NO_GATES): GateResult[] {
  const results: GateResult[] = []
  for (const [dimension, percent] of gates.failUnder) results.push(judgeShare(report, dimension, percent))
  for (const kind of gates.failOn) results.push(judgeFindings(report, kind))
  if (report.checks.length > 0) results.push(judgeChecks(report))
  return results
}

function itemsOf (texts: readonly string[]): string[] {
  return texts.flatMap(text => text.split(',')).map(item => item.trim())
}

function parsePercentage (item: string): [Dimension | 'total', number] {
  const [, name = 'total', number = ''] = /^(?:([a-z-]+)=)?(\d{1,3}(?:\.\d+)?) ?%?$/.exec(item) ?? []
  const dimension = DIMENSIONS.find(known => known === name)
  const percent = Number(number)
  if (number === '' || percent > 100 || (dimension === undefined && name !== 'total')) {
    const rule = 'be a percentage such as 80, or one for a dimension such as responses=90 ' +
      `(there are ${DIMENSIONS.join(', ')})`
    throw new InvalidOption('--fail-under', rule, JSON.stringify(item))
  }
  return [dimension ?? 'total', percent]
}

function parseKinds (item: string): readonly FindingKind[] {
  if (item === 'all') return FINDING_KINDS
  const kind = FINDING_KINDS.find(known => known === item)
  if (kind !== undefined) return [kind]
  throw new InvalidOption('--fail-on', `be all, or some of ${FINDING_KINDS.join(', ')}`, JSON.stringify(item))
}

function judgeShare ({ cells }: TestReport, dimension: Dimension | 'total', needed: number): GateResult {
  const own = dimension === 'total' ? cells : cells.filter(cell => cell.dimension === dimension)
  const { percent, total, touched } = shareOf(own)
  const gate = `--fail-under ${dimension === 'total' ? '' : `${dimension}=`}${needed}`
  // Nothing was measured: a gate that passes would hide that.
  if (own.length === 0) {
    const of = dimension === 'total' ? 'this report' : `the dimension ${dimension}`
    return { gate, passed: needed === 0, message: `${of} has no cells, so that no percentage can be told` }
  }
  // Not by the percentage that is shown, which is rounded.
  const passed = touched * 100 >= needed * total
  const shown = percent === null ? 'all cells are ignored' : `${percent} % (${touched} of ${total} cells) are touched`
  return { gate, passed, message: passed ? shown : `${shown}, ${needed} % are needed` }
}

function judgeFindings ({ findings }: TestReport, kind: FindingKind): GateResult {
  const count = findings.filter(finding => finding.kind === kind && finding.ignored === undefined).length
  return { gate: `--fail-on ${kind}`, passed: count === 0, message: `${count === 0 ? 'none' : count} found` }
}

function judgeChecks ({ checks }: TestReport): GateResult {
  const failed = checks.filter(({ result }) => result === 'failed').length
  const skipped = checks.filter(({ result }) => result === 'skipped').length
  const ran = checks.length - skipped
  const shown = failed === 0 ? `${ran} passed` : `${failed} of ${ran} failed`
  return { gate: 'checks', passed: failed === 0, message: skipped === 0 ? shown : `${shown}, ${skipped} skipped` }
}
