/** The colours of a terminal, by the code that turns them on. */
const COLOURS: Readonly<Record<string, string>> = {
  2: '#8b949e',
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  35: '#d2a8ff',
  36: '#79c0ff'
}

const TEXT_COLOUR = '#e6edf3'
const FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
const COLUMNS = 100
const CELL = { width: 8.4, height: 20 }
const MARGIN = { left: 20, top: 52, bottom: 20 }

interface Run {
  readonly text: string
  readonly colour: string
  readonly isBold: boolean
}

/** Returns an SVG of a terminal, which looks the same on light and dark pages. */
export function consolePicture (lines: readonly string[]): string {
  const rows = lines.flatMap(line => wrap(runsOf(line)))
  const width = Math.ceil(COLUMNS * CELL.width + 2 * MARGIN.left)
  const height = MARGIN.top + rows.length * CELL.height + MARGIN.bottom
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map((colour, index) => {
    return `<circle cx="${24 + index * 20}" cy="22" r="6" fill="${colour}"/>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<title>standin serves the quick start</title>',
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="#0d1117" stroke="#484f58"/>`,
    ...dots,
    `<g font-family="${FONTS}" font-size="14">`,
    ...rows.flatMap((runs, row) => textsOf(runs, MARGIN.top + row * CELL.height + 14)),
    '</g>',
    '</svg>',
    ''
  ].join('\n')
}

/** Splits a line where its colours change. */
function runsOf (line: string): Run[] {
  const runs: Run[] = []
  let style = { colour: TEXT_COLOUR, isBold: false }
  // eslint-disable-next-line no-control-regex -- it is how a terminal is told a colour
  for (const [, codes, text] of line.matchAll(/\u001B\[([\d;]+)m|([^\u001B]+)/g)) {
    if (text !== undefined) runs.push({ text, ...style })
    for (const code of codes?.split(';') ?? []) style = nextStyle(style, code)
  }
  return runs
}

function nextStyle (style: Omit<Run, 'text'>, code: string): Omit<Run, 'text'> {
  if (code === '1') return { ...style, isBold: true }
  if (code === '22') return { colour: TEXT_COLOUR, isBold: false }
  return { ...style, colour: COLOURS[code] ?? TEXT_COLOUR }
}

/** Breaks a line between words, where it is longer than the terminal is wide. */
function wrap (runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [[]]
  let column = 0
  for (const run of runs) {
    for (const [text] of run.text.matchAll(/\s+|\S+/g)) {
      if (column + text.length > COLUMNS) {
        rows.push([])
        column = 0
      }
      if (column === 0 && rows.length > 1 && text.trim() === '') continue
      rows.at(-1)?.push({ ...run, text })
      column += text.length
    }
  }
  return rows
}

/** Returns the words of a row, each at its column, whatever the width of the font. */
function textsOf (runs: readonly Run[], y: number): string[] {
  const texts: string[] = []
  let column = 0
  for (const { colour, isBold, text } of runs) {
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      const x = round(MARGIN.left + (column + index) * CELL.width)
      const weight = isBold ? ' font-weight="bold"' : ''
      const length = `textLength="${round(word.length * CELL.width)}" lengthAdjust="spacingAndGlyphs"`
      texts.push(`<text x="${x}" y="${y}" fill="${colour}"${weight} ${length}>${escape(word)}</text>`)
    }
    column += text.length
  }
  return texts
}

function round (length: number): number {
  return Math.round(length * 10) / 10
}

function escape (text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
