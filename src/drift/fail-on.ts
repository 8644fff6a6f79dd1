import { nearest } from '../documents/nearest.ts'
import { InvalidOption } from '../errors.ts'
import { DRIFT_KINDS, KIND_FACTS } from './drift-kinds.ts'
import type { DriftKind } from './drift-kinds.ts'
import type { DriftReport } from './drift-report.ts'

/** The words that stand for several kinds. */
export const FAIL_WORDS = ['error', 'warning', 'all', 'none'] as const

/** The kinds of differences for which a comparison fails without an option: those that contradict the contract. */
export const CONTRADICTIONS: ReadonlySet<DriftKind> = kindsOf('error')

/**
 * Parses the values of `--fail-on`: kinds, or `error` for what contradicts the contract, `warning` for what goes beyond
 * it too, `all` for what was never seen too, `none`. Throws `InvalidOption`.
 */
export function parseFailOn (texts: readonly string[]): ReadonlySet<DriftKind> {
  if (texts.length === 0) return CONTRADICTIONS
  const kinds = new Set<DriftKind>()
  for (const item of texts.flatMap(text => text.split(',')).map(item => item.trim())) {
    for (const kind of parseItem(item)) kinds.add(kind)
  }
  return kinds
}

/** Counts the differences for which a comparison fails. */
export function countFailing ({ groups, leftOut }: DriftReport, failOn: ReadonlySet<DriftKind>): number {
  const listed = groups.filter(({ kind }) => failOn.has(kind)).length
  const others = DRIFT_KINDS.filter(kind => failOn.has(kind)).map(kind => leftOut[kind] ?? 0)
  return others.reduce((sum, count) => sum + count, listed)
}

function parseItem (item: string): Iterable<DriftKind> {
  if (isWord(item)) return kindsOf(item)
  const kind = DRIFT_KINDS.find(known => known === item)
  if (kind !== undefined) return [kind]
  const near = nearest(item, [...DRIFT_KINDS, ...FAIL_WORDS])
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  const rule = `be some of ${[...FAIL_WORDS, ...DRIFT_KINDS].join(', ')}`
  throw new InvalidOption('--fail-on', rule, `${JSON.stringify(item)}${hint}`)
}

function isWord (item: string): item is typeof FAIL_WORDS[number] {
  return FAIL_WORDS.some(word => word === item)
}

function kindsOf (word: typeof FAIL_WORDS[number]): ReadonlySet<DriftKind> {
  const kinds = DRIFT_KINDS.filter(kind => {
    const { severity } = KIND_FACTS[kind]
    if (word === 'all') return true
    return severity === 'error' ? word !== 'none' : severity === 'warning' && word === 'warning'
  })
  return new Set(kinds)
}
