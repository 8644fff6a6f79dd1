import { placeText } from '../reports/describe.ts'
import { counted } from '../reports/printable.ts'
import type { DriftGroup, DriftReport } from './drift-report.ts'

/** Returns what a difference is in, and what it is: `mews.addExport: status 202 is not documented (…)`. */
export function groupText ({ api, message, operation }: DriftGroup): string {
  return `${operation ?? api}: ${message}`
}

/** Returns how often a difference came, when, and in which exchange first; empty for what was never seen. */
export function evidenceText ({ count, first, last, sample }: DriftGroup): string {
  if (sample === null || first === null || last === null) return ''
  const span = first === last ? `at ${first}` : `from ${first} to ${last}`
  return `${counted(count, 'exchange')} ${span}, as ${sample.method} ${sample.url} → ${sample.status}`
}

/** Returns the place of a difference in its contract; empty where there is none. */
export function groupPlace ({ place }: DriftGroup): string {
  return place === null ? '' : placeText(place)
}

/** Returns what was compared: `42 exchanges were compared with mews (openapi/mews.yaml).` */
export function comparedText ({ apis, exchanges }: DriftReport): string {
  const { compared, elsewhere, files, first, last } = exchanges
  const contracts = apis.map(({ file, name }) => `${name} (${file})`).join(', ')
  const span = first === null || last === null ? '' : `, from ${first} to ${last}`
  const hosts = Object.entries(elsewhere)
  const others = hosts.reduce((sum, [, count]) => sum + count, 0)
  const parts = [
    ...files > 0 ? [`${counted(files, 'file')} and pages beside the API`] : [],
    ...others > 0 ? [`${others} with other hosts (${hosts.slice(0, 5).map(([host]) => host).join(', ')})`] : []
  ]
  const left = parts.length === 0 ? '' : ` Not compared: ${parts.join('; ')}.`
  return `${counted(compared, 'exchange')} compared with ${contracts}${span}.${left}`
}

/** Returns the result: `3 differences contradict the contract, 1 goes beyond it, no documented things were …`. */
export function resultText ({ leftOut, summary: { error, note, warning } }: DriftReport): string {
  const contradict = error === 1 ? '1 difference contradicts' : `${error === 0 ? 'No' : error} differences contradict`
  const beyond = `${warning === 0 ? 'none' : warning} ${warning === 1 ? 'goes' : 'go'} beyond it`
  const unseen = `${note === 0 ? 'no' : note} documented ${note === 1 ? 'thing was' : 'things were'} never seen`
  const more = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
  const rest = more === 0 ? '' : ` ${more} more are not listed.`
  return `${contradict} the contract, ${beyond}, ${unseen}.${rest}`
}
