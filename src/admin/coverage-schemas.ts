import { FORMAT_NAMES } from '../reports/format-names.ts'
import { REPORT_FORMATS } from '../reports/report-formats.ts'
import { DIMENSIONS, FINDING_KINDS, MAX_TESTS } from '../reports/test-report.ts'
import { closed, noContent, nullable } from '../schemas/closed.ts'
import type { Schema } from '../schemas/schema.ts'

const COUNT = { type: 'integer', minimum: 0 }
const TEXT = { type: 'string' }
const NAMES = { type: 'array', items: TEXT }
const INSTANT_MS = { type: 'number', description: 'By the real clock, in milliseconds since 1970.' }

const PLACE = closed('The place in the contract.', {
  file: TEXT,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 }
})

const TESTS = { ...NAMES, maxItems: MAX_TESTS, description: 'The names of tests, at most 20.' }
const API = { ...TEXT, description: 'The name of the API.' }
const OPERATION_ID = { ...TEXT, description: 'The id of the operation; absent for what belongs to none.' }
const IGNORED = { ...TEXT, description: 'Why it does not count.' }

const CELL = closed(
  'One thing that tests can touch.',
  {
    id: { ...TEXT, description: 'The same in every run.' },
    dimension: { type: 'string', enum: DIMENSIONS },
    api: API,
    operation: OPERATION_ID,
    name: { ...TEXT, description: 'In words.' },
    hits: { ...COUNT, description: 'How many exchanges touched it.' },
    tests: TESTS,
    place: PLACE,
    ignored: IGNORED
  },
  ['operation', 'place', 'ignored']
)

const FINDING = closed(
  'What a run showed beside that.',
  {
    kind: { type: 'string', enum: FINDING_KINDS },
    id: { ...TEXT, description: 'The same in every run.' },
    api: API,
    operation: OPERATION_ID,
    message: { ...TEXT, description: 'Credentials are masked.' },
    count: COUNT,
    tests: TESTS,
    place: PLACE,
    ignored: IGNORED
  },
  ['api', 'operation', 'place', 'ignored']
)

const CHECK = closed(
  'A check; `standin verify` makes them.',
  {
    name: TEXT,
    suite: TEXT,
    operation: OPERATION_ID,
    result: { type: 'string', enum: ['passed', 'failed', 'skipped'] },
    message: TEXT,
    tookMs: { type: 'number' },
    place: PLACE
  },
  ['operation', 'message', 'place']
)

const SHARE: Readonly<Record<string, Schema>> = {
  touched: COUNT,
  total: { ...COUNT, description: 'How many cells count.' },
  ignored: COUNT,
  percent: nullable({ type: 'number', description: 'Rounded down to one decimal; null where no cell counts.' })
}

const SUMMARY = closed('The figures.', {
  total: closed('Of all cells.', SHARE),
  dimensions: {
    type: 'object',
    description: 'By dimension.',
    properties: Object.fromEntries(DIMENSIONS.map(dimension => [dimension, closed('Of its cells.', SHARE)])),
    additionalProperties: false
  },
  operations: {
    type: 'array',
    description: 'By operation, or for what belongs to an API and to no operation.',
    items: closed('Of its cells.', { api: API, operation: OPERATION_ID, ...SHARE }, ['operation'])
  },
  findings: closed('By kind.', Object.fromEntries(FINDING_KINDS.map(kind => [kind, COUNT]))),
  checks: closed('By result.', { passed: COUNT, failed: COUNT, skipped: COUNT })
})

/** The schema of a coverage report. */
export const COVERAGE = {
  $id: 'Coverage',
  ...closed('What requests have touched of the contracts and their simulation.', {
    version: { type: 'integer', const: 1, description: 'The version of this form.' },
    tool: closed('What made the report.', { name: { type: 'string', const: 'standin' }, version: TEXT }),
    start: INSTANT_MS,
    stop: INSTANT_MS,
    summary: SUMMARY,
    cells: { type: 'array', items: CELL },
    findings: { type: 'array', items: FINDING },
    checks: { type: 'array', items: CHECK },
    leftOut: closed('What is not listed, because there is too much.', {
      tests: { ...COUNT, description: 'How many tests are counted, but not named.' },
      findings: {
        type: 'object',
        description: 'How often something was found that is not listed, by kind.',
        properties: Object.fromEntries(FINDING_KINDS.map(kind => [kind, COUNT])),
        additionalProperties: false
      }
    }),
    unusedIgnores: { ...NAMES, description: 'The patterns of `--coverage-ignore` that match nothing in this report.' }
  })
}

const FILTER = {
  world: { type: 'string', description: 'The name of a world, which may have ended.' },
  test: {
    type: 'string',
    description: 'The name of a test: the header `X-Standin-Test` of its requests, or else the name of its world.'
  },
  api: { type: 'string', description: 'The name of an API, such as `mews`.' },
  operation: { type: 'string', description: 'The id of an operation, such as `mews.addExport`.' },
  format: { type: 'string', enum: FORMAT_NAMES, description: 'How the report is written.' }
}

/** The bodies of the other formats. */
const TEXTS = Object.fromEntries(
  [REPORT_FORMATS.html, REPORT_FORMATS.junit, REPORT_FORMATS.markdown, REPORT_FORMATS.text].map(({ mediaType }) => {
    return [mediaType.replace(/;.*/, ''), { schema: { type: 'string' } }]
  })
)

export const readCoverage = {
  operationId: 'readCoverage',
  tags: ['coverage'],
  summary: 'Get the coverage',
  description:
    'Returns what requests have touched since the server started or the coverage was reset, in all worlds, those ' +
    'that have ended too. Where the request names a world by prefix or header, it is of that world. ' +
    'Without `format`, `Accept` chooses between JSON, HTML, JUnit XML, Markdown and text.',
  querystring: closed('Filters.', FILTER, Object.keys(FILTER)),
  response: {
    200: {
      description: 'The coverage.',
      content: { 'application/json': { schema: { $ref: 'Coverage#' } }, ...TEXTS }
    }
  }
}

export const deleteCoverage = {
  operationId: 'deleteCoverage',
  tags: ['coverage'],
  summary: 'Reset the coverage',
  description: 'Begins to count anew, for all worlds.',
  response: noContent('Nothing is counted so far.')
}
