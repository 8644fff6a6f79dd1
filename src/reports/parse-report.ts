import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { InvalidReport } from '../errors.ts'
import { DIMENSIONS, FINDING_KINDS } from './test-report.ts'
import type { TestReport } from './test-report.ts'

/** A member of a report, by the form of its values. */
type Form = (value: unknown) => boolean

const isText: Form = value => typeof value === 'string'
const isCount: Form = value => Number.isSafeInteger(value) && Number(value) >= 0
const isNumber: Form = value => Number.isFinite(value)
const areTexts: Form = value => Array.isArray(value) && value.every(isText)
const isPlace: Form = value => isObject(value) && isText(value.file) && isCount(value.line) && isCount(value.column)

function oneOf (...values: readonly unknown[]): Form {
  return value => values.includes(value)
}

function optional (form: Form): Form {
  return value => value === undefined || form(value)
}

const CELL: Readonly<Record<string, Form>> = {
  id: isText,
  dimension: oneOf(...DIMENSIONS),
  api: isText,
  operation: optional(isText),
  name: isText,
  hits: isCount,
  tests: areTexts,
  place: optional(isPlace),
  ignored: optional(isText)
}

const FINDING: Readonly<Record<string, Form>> = {
  kind: oneOf(...FINDING_KINDS),
  id: isText,
  api: optional(isText),
  operation: optional(isText),
  message: isText,
  count: isCount,
  tests: areTexts,
  place: optional(isPlace),
  ignored: optional(isText)
}

const CHECK: Readonly<Record<string, Form>> = {
  name: isText,
  suite: isText,
  operation: optional(isText),
  result: oneOf('passed', 'failed', 'skipped'),
  message: optional(isText),
  tookMs: isNumber,
  place: optional(isPlace)
}

/**
 * Parses the text of a report, as the format `json` and `GET /__admin/coverage` have it. `source` is the file or the
 * server for messages. Throws `InvalidReport`.
 */
export function parseReport (text: string, source: string): TestReport {
  return toReport(parseJson(text, source), source)
}

/** Returns a value as a report, without its figures. Throws `InvalidReport`. */
export function toReport (value: unknown, source: string): TestReport {
  const fail = (problem: string): never => {
    throw new InvalidReport(`${source} is not a report of standin: ${problem}`)
  }
  if (!isObject(value)) return fail('it must be an object')
  const { cells, checks, findings, start, stop, tool, version } = value
  if (version !== 1) return fail(`its version must be 1, but is ${shown(version)}`)
  if (!isObject(tool) || !isText(tool.version)) return fail('it must have the "version" of its "tool"')
  if (!isNumber(start) || !isNumber(stop)) return fail('"start" and "stop" must be milliseconds since 1970')
  const lists = Object.entries({ cells, findings, checks })
  const forms = [CELL, FINDING, CHECK]
  for (const [index, [name, list]] of lists.entries()) {
    if (!Array.isArray(list)) return fail(`"${name}" must be a list`)
    const problem = list.map((item, at) => problemOf(item, forms[index] ?? {}, `${name}/${at}`)).find(Boolean)
    if (problem !== undefined) return fail(problem)
  }
  const named = { name: 'standin', version: tool.version }
  // A cast: every member has been checked.
  return { version, tool: named, start, stop, cells, findings, checks } as TestReport
}

function parseJson (text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InvalidReport(`${source} is not a report of standin: ${error instanceof Error ? error.message : error}`)
  }
}

function problemOf (item: unknown, forms: Readonly<Record<string, Form>>, at: string): string | undefined {
  if (!isObject(item)) return `${at} must be an object`
  const wrong = Object.keys(forms).find(name => forms[name]?.(own(item, name)) === false)
  return wrong === undefined ? undefined : `${at}/${wrong} cannot be ${shown(own(item, wrong))}`
}

function own (item: JsonObject, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined
}

function shown (value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
