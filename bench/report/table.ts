/** A table of results, as text. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: ReadonlyArray<readonly string[]>
  /** Explanations below the table. */
  readonly notes?: readonly string[]
}

/** Formats a table as Markdown in even columns, the first aligned to the left and all others to the right. */
export function tableText ({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map(row => (row[column] ?? '').length)))
  const lines = [lineOf(head, widths), ruleOf(widths), ...rows.map(row => lineOf(row, widths))]
  return [`### ${title}`, lines.join('\n'), ...notes].join('\n\n')
}

function lineOf (cells: readonly string[], widths: readonly number[]): string {
  const padded = widths.map((width, column) => {
    const cell = cells[column] ?? ''
    return column === 0 ? cell.padEnd(width) : cell.padStart(width)
  })
  return `| ${padded.join(' | ')} |`
}

function ruleOf (widths: readonly number[]): string {
  const rules = widths.map((width, column) => `${'-'.repeat(width + 1)}${column === 0 ? '-' : ':'}`)
  return `|${rules.join('|')}|`
}
