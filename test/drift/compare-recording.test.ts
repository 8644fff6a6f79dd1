import { join } from 'node:path'
import t from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { compareRecording } from '../../src/drift/compare-recording.ts'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import type { MewsMistake } from '../verify/mews-service.ts'
import { recordMews } from './record-mews.ts'

const contracts = await loadContracts([join(SHIPPED_OPENAPI, 'mews.yaml')])

const ADD = 'mews.addExport'
const GET_ALL = 'mews.getAllExports'

/** The differences that each mistake of the service is. */
const OF_MEWS: ReadonlyArray<readonly [mistakes: readonly MewsMistake[], found: readonly string[]]> = [
  [[], []],
  [['has an unknown status'], [`value-outside-enum ${GET_ALL} response body /Exports/*/Status`]],
  [['lacks a member'], [
    `missing-member ${ADD} response body /Export/EntityType`,
    `missing-member ${GET_ALL} response body /Exports/*/EntityType`
  ]],
  [['answers 202 for 200'], [`undocumented-status ${ADD} status 202`, `undocumented-status ${GET_ALL} status 202`]],
  [['answers as text'], [
    `undocumented-media-type ${ADD} response 200 media type text/plain`,
    `undocumented-media-type ${GET_ALL} response 200 media type text/plain`
  ]],
  [['accepts invalid requests'], [
    `value-outside-enum ${ADD} response body /Export/EntityType`,
    `value-outside-enum ${ADD} request body /EntityType`,
    `value-out-of-bounds ${GET_ALL} request body /ExportIds/*`
  ]],
  [['allows every method'], ['undocumented-method - PUT /api/connector/v1/exports/add']],
  [['omits Retry-After'], [`missing-header ${GET_ALL} response header /retry-after`]],
  [['skips a status'], []],
  [['states a wrong file size'], []],
  [['lacks a member', 'answers 202 for 200', 'omits Retry-After'], [
    `undocumented-status ${ADD} status 202`,
    `undocumented-status ${GET_ALL} status 202`,
    `missing-header ${GET_ALL} response header /retry-after`
  ]]
]

for (const [mistakes, expected] of OF_MEWS) {
  t.test(`of a service that ${mistakes.join(' and ') || 'keeps its contract'}, exactly that is found`, async t => {
    const { report } = compareRecording(await recordMews(t, { mistakes }), contracts)
    const found = report.groups.filter(({ severity }) => severity !== 'note')

    t.same(found.map(({ kind, operation, where }) => `${kind} ${operation ?? '-'} ${where}`), expected)
  })
}
