import { pathToFileURL } from 'node:url'
import { isAbsolute } from 'node:path'
import { printable } from './printable.ts'
import type { ReportPlace } from './test-report.ts'

/** A kind of results. */
export interface SarifRule {
  /** Stable: `undocumented-status`. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly level: SarifLevel
}

export type SarifLevel = 'error' | 'warning' | 'note'

export interface SarifResult {
  readonly rule: string
  readonly message: string
  /** Where in a contract. */
  readonly place?: ReportPlace | undefined
  /** The operation or another part that it is about: `mews.addExport`. */
  readonly subject?: string | undefined
  /** The same in every run. */
  readonly key: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** All that a SARIF file has. */
export interface SarifContent {
  readonly version: string
  readonly rules: readonly SarifRule[]
  readonly results: readonly SarifResult[]
}

/** Writes results as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a contract. */
export function sarifReport ({ results, rules, version }: SarifContent): string {
  const levels = new Map(rules.map(({ id, level }) => [id, level]))
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const run = {
    tool: { driver: { name: 'standin', version, rules: rules.map(toRule) } },
    columnKind: 'utf16CodeUnits',
    results: results.map(({ key, message, place, properties, rule, subject }) => ({
      ruleId: rule,
      ruleIndex: indexes.get(rule),
      level: levels.get(rule),
      message: { text: printable(message) },
      ...(place !== undefined || subject !== undefined) && { locations: [toLocation(place, subject)] },
      partialFingerprints: { 'standin/v1': key },
      properties
    }))
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function toRule ({ description, id, level, title }: SarifRule): object {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: description },
    defaultConfiguration: { level }
  }
}

function toLocation (place: ReportPlace | undefined, subject: string | undefined): object {
  return {
    ...place !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file) },
        region: { startLine: place.line, startColumn: place.column }
      }
    },
    ...subject !== undefined && { logicalLocations: [{ fullyQualifiedName: subject }] }
  }
}

/** Returns a file as a reference of RFC 3986: relative to the repository, or absolute. */
function uriOf (file: string): string {
  if (/^https?:/.test(file)) return file
  if (isAbsolute(file)) return pathToFileURL(file).href
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}
