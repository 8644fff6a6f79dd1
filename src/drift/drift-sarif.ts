import { sarifReport } from '../reports/sarif-report.ts'
import { groupText } from './describe-group.ts'
import { DRIFT_KINDS, KIND_FACTS } from './drift-kinds.ts'
import type { DriftReport } from './drift-report.ts'

/** Writes a comparison as SARIF 2.1.0: the rules are the kinds, and the locations are places in the contracts. */
export function driftSarif ({ groups, tool }: DriftReport): string {
  return sarifReport({
    version: tool.version,
    rules: DRIFT_KINDS.map(kind => {
      const { description, severity, title } = KIND_FACTS[kind]
      return { id: kind, title, description, level: severity }
    }),
    results: groups.map(group => {
      const { api, count, first, kind, last, operation, place, sample, side, where } = group
      return {
        rule: kind,
        message: groupText(group),
        place: place ?? undefined,
        subject: operation ?? api,
        key: `${operation ?? api} ${kind} ${side} ${where}`,
        properties: { count, ...first !== null && { first, last, sample } }
      }
    })
  })
}
