import type { Contract } from '../contract/contract.ts'
import type { ReportPlace } from '../reports/test-report.ts'

/** Returns the place of a JSON pointer in the files of a contract. */
export function placeOf (pointer: string, contract: Contract): ReportPlace {
  const { column, file = contract.file, line } = contract.locate(pointer)
  return { file, line, column }
}
