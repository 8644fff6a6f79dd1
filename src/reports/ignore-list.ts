import { isObject } from '../documents/is-object.ts'
import { InvalidReport } from '../errors.ts'
import { ownerOf } from './summary.ts'
import type { Cell, Finding, TestReport } from './test-report.ts'

/** A pattern of cells that no test has to touch, or of findings that are accepted. */
export interface Ignore {
  /** The name or the id of cells and findings, where `*` stands for any characters: `mews.* responses 5*`. */
  readonly ignore: string
  readonly reason: string
}

/** A report with reasons, and what of the list it has no use for. */
export interface IgnoredReport {
  readonly report: TestReport
  /** What matches nothing: it may be misspelt, or no longer be needed. */
  readonly unused: readonly Ignore[]
}

/** Parses the value of a file with reasons by what to ignore. Throws `InvalidReport`. */
export function parseIgnoreList (value: unknown, file: string): Ignore[] {
  if (!isObject(value)) {
    throw new InvalidReport(`${file} must have a reason for each thing to ignore: "mews.addExport responses 5*": why`)
  }
  return Object.entries(value).map(([ignore, reason]) => {
    if (typeof reason === 'string' && reason.trim() !== '') return { ignore, reason }
    throw new InvalidReport(`${file} must say as a text why "${ignore}" is ignored`)
  })
}

/** Marks the cells and findings of a report that a list ignores. The first item that matches gives the reason. */
export function applyIgnoreList (report: TestReport, list: readonly Ignore[]): IgnoredReport {
  const used = new Set<Ignore>()
  const reasonOf = (...names: string[]): { ignored?: string } => {
    const item = list.find(({ ignore }) => names.some(name => matches(name, ignore)))
    if (item === undefined) return {}
    used.add(item)
    return { ignored: item.reason }
  }
  const ignoreCell = (cell: Cell): Cell => ({ ...cell, ...reasonOf(cell.id, cellName(cell)) })
  const ignoreFinding = (finding: Finding): Finding => ({ ...finding, ...reasonOf(finding.id, findingName(finding)) })
  return {
    report: { ...report, cells: report.cells.map(ignoreCell), findings: report.findings.map(ignoreFinding) },
    unused: list.filter(item => !used.has(item))
  }
}

/** Returns a cell as reports show it: `mews.addExport responses 400 application/json`. */
function cellName (cell: Cell): string {
  return `${ownerOf(cell)} ${cell.dimension} ${cell.name}`
}

/** Returns a finding as reports show it: `unmatched GET /favicon.ico`. */
function findingName ({ kind, message }: Finding): string {
  return `${kind} ${message}`
}

/** Matches a text against a pattern in which only `*` has a meaning, in linear time. */
function matches (text: string, pattern: string): boolean {
  const [first = '', ...parts] = pattern.split('*')
  const last = parts.pop()
  if (last === undefined) return text === pattern
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of parts) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}
