import { oneLine } from './printable.ts'
import type { Share } from './summary.ts'
import type { Dimension, Finding, FindingKind, ReportPlace } from './test-report.ts'

/** The dimensions in words, as headings. */
export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  responses: 'Responses, by status and media types',
  parameters: 'Parameters sent',
  values: 'Enum values sent',
  properties: 'Properties of bodies sent',
  security: 'Security alternatives used',
  callbacks: 'Callbacks and webhooks delivered',
  statuses: 'Lifecycle statuses seen',
  ways: 'Ways through lifecycles taken',
  rules: 'Limits and rules that refused or replayed',
  files: 'Files downloaded',
  faults: 'Faults lived through'
}

/** The kinds of findings in words, as headings. */
export const FINDING_TITLES: Readonly<Record<FindingKind, string>> = {
  violations: 'Violations of a contract',
  undocumented: 'Undocumented responses',
  unmatched: 'Requests that no operation has',
  'unused-stubs': 'Stubs that were never used',
  undelivered: 'Callbacks that did not arrive'
}

/** Returns a place as editors and terminals link it: `openapi/mews.yaml:12:3`. */
export function placeText ({ column, file, line }: ReportPlace): string {
  return `${oneLine(file)}:${line}:${column}`
}

/** Returns a percentage for a reader: `66.6 %`; a dash where no cell counts. */
export function percentText ({ percent }: Pick<Share, 'percent'>): string {
  return percent === null ? '–' : `${percent} %`
}

/** Returns a share for a reader: `2 of 3`. */
export function shareText ({ touched, total }: Pick<Share, 'total' | 'touched'>): string {
  return `${touched} of ${total}`
}

/** Returns the text of a finding, with its operation and how often it came. */
export function findingText ({ count, message, operation }: Finding): string {
  const shown = operation === undefined || message.includes(operation) ? message : `${operation}: ${message}`
  return count === 1 ? shown : `${shown} (${count} times)`
}
