import { readCases } from './read-cases.ts'
import type { MeasuredCase } from './read-cases.ts'

const FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
const ROW = { height: 30, bar: 16 }
const MARGIN = { left: 190, top: 56, right: 70, bottom: 44 }
const WIDTH = 820
/** The share of bare Node's throughput that is the aim. */
const AIM = 0.6

/** Colours for light pages, and for dark ones. */
const STYLE = `
  text { font: 14px ${FONTS}; fill: #1f2328 }
  .note { font-size: 12px; fill: #59636e }
  .bar { fill: #0969da }
  .spread { stroke: #59636e }
  .aim { stroke: #1a7f37; stroke-dasharray: 4 3 }
  .line { stroke: #d1d9e0 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .note { fill: #9198a1 }
    .bar { fill: #4493f8 }
    .spread { stroke: #9198a1 }
    .aim { stroke: #3fb950 }
    .line { stroke: #3d444d }
  }`

/** Returns an SVG of the throughput of each case beside a bare Node server, from the text of the results. */
export function speedPicture (results: string): string {
  const cases = readCases(results)
  const height = MARGIN.top + cases.length * ROW.height + MARGIN.bottom
  const bottom = height - MARGIN.bottom
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap(tick => [
    `<line class="line" x1="${xOf(tick)}" x2="${xOf(tick)}" y1="${MARGIN.top - 6}" y2="${bottom}"/>`,
    `<text class="note" x="${xOf(tick)}" y="${bottom + 18}" text-anchor="middle">${tick}</text>`
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`,
    '<title>Throughput of standin beside a bare Node server, case by case</title>',
    `<style>${STYLE}\n</style>`,
    '<text x="16" y="24">Throughput ÷ that of a bare Node server which checks nothing</text>',
    '<text class="note" x="16" y="42">median of the rounds; the thin line is the least and the most</text>',
    ...ticks,
    `<line class="aim" x1="${xOf(AIM)}" x2="${xOf(AIM)}" y1="${MARGIN.top - 6}" y2="${bottom}"/>`,
    ...cases.flatMap((measured, row) => rowOf(measured, MARGIN.top + row * ROW.height)),
    '</svg>',
    ''
  ].join('\n')
}

function rowOf ({ least, median, most, name }: MeasuredCase, top: number): string[] {
  const middle = top + ROW.bar / 2
  const ends = [least, Math.min(most, 1)].map(xOf)
  return [
    `<text x="${MARGIN.left - 12}" y="${middle + 5}" text-anchor="end">${name}</text>`,
    `<rect class="bar" x="${xOf(0)}" y="${top}" width="${round(xOf(median) - xOf(0))}" height="${ROW.bar}" rx="2"/>`,
    `<line class="spread" x1="${ends[0]}" x2="${ends[1]}" y1="${middle}" y2="${middle}"/>`,
    `<text x="${WIDTH - MARGIN.right + 16}" y="${middle + 5}">${median.toFixed(2)}</text>`
  ]
}

function xOf (share: number): number {
  return round(MARGIN.left + share * (WIDTH - MARGIN.left - MARGIN.right))
}

function round (length: number): number {
  return Math.round(length * 10) / 10
}
