/** A table of results, as text. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: ReadonlyArray<readonly string[]>
  /** What a reader must know to read it right. */
  readonly notes?: readonly string[]
}

/** Writes a table as Markdown, in columns of even width, the first to the left and all others to the right. */
export function tableText ({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map(row => (row[column] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [`### ${title}`, [line(head), rule, ...rows.map(line)].join('\n'), ...notes].join('\n\n')
}
