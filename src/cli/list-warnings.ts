import type { Contract } from '../contract/contract.ts'

/** How many warnings of a document are listed. */
const MAX_LISTED = 3

/**
 * Returns lines about the warnings of documents. `standin check` also reports their lines and columns, which
 * takes longer.
 */
export function listWarnings (contracts: ReadonlyArray<Pick<Contract, 'file' | 'warnings'>>): string[] {
  const lines: string[] = []
  for (const { file, warnings } of contracts) {
    if (warnings.length === 0) continue
    const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`
    lines.push(`${file} is served with ${count}; "standin check ${file}" reports all:`)
    for (const warning of warnings.slice(0, MAX_LISTED)) {
      lines.push(`  ${warning.file}#${warning.pointer ?? ''} ${warning.message}`)
    }
  }
  return lines
}
