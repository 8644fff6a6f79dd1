import type { Check } from '../reports/test-report.ts'
import type { LeftThing } from './clean-up.ts'

/** Writes the checks that failed for people, and how many there are of each result. */
export function checkLines (checks: readonly Check[]): string[] {
  const failed = checks.filter(({ result }) => result === 'failed')
  const count = (result: Check['result']): number => checks.filter(check => check.result === result).length
  const figures = `${count('passed')} checks passed, ${count('failed')} failed, ${count('skipped')} could not be judged`
  return [...failed.flatMap(failedLines), figures]
}

function failedLines ({ message = '', name, operation = '', place, suite }: Check): string[] {
  const where = place === undefined ? '' : `  ${place.file}:${place.line}:${place.column}`
  const told = message.split('\n').flatMap(line => line.split(/; (?=the (?:stand-in|service) )/))
  return [`✗ ${name}  ${operation}  (${suite})${where}`, ...told.map(line => `    ${line}`)]
}

/** Lists what was created and is still there. */
export function createdLines (created: readonly LeftThing[]): string[] {
  const left = created.filter(({ isDeleted }) => !isDeleted)
  const deleted = created.length - left.length
  return [
    ...deleted === 0 ? [] : [`${deleted} created by the journeys and deleted again`],
    ...left.map(({ id, operation, why }) => `still there: ${id}, created by ${operation} (${why ?? 'not deleted'})`)
  ]
}
