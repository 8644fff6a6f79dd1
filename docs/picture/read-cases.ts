/** The throughput of a case ÷ that of a bare Node server: the median, the least and the most of the rounds. */
export interface MeasuredCase {
  readonly name: string
  readonly median: number
  readonly least: number
  readonly most: number
}

const TABLE = '### Cases, side by side'
const COLUMN = 'standin ÷ Node'
const SPREAD = /^([\d.]+) \(([\d.]+)–([\d.]+)\)$/

/** Reads the cases from the results of the benchmark. Throws an error where their table is not as it was written. */
export function readCases (results: string): MeasuredCase[] {
  const [, section] = results.split(`${TABLE}\n`)
  if (section === undefined) throw new Error(`bench/results.md has no table "${TABLE}"`)
  const [head = [], , ...rows] = tableOf(section)
  const column = head.indexOf(COLUMN)
  return rows.map(cells => {
    const [, median, least, most] = SPREAD.exec(cells[column] ?? '') ?? []
    if (median === undefined) throw new Error(`"${cells[0]}" has no "${COLUMN}" in bench/results.md`)
    return { name: cells[0] ?? '', median: Number(median), least: Number(least), most: Number(most) }
  })
}

/** Returns the cells of the first table of a text, row by row. */
function tableOf (text: string): string[][] {
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.startsWith('|'))
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start, end).map(line => line.split('|').slice(1, -1).map(cell => cell.trim()))
}
