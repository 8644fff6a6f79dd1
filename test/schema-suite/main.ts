import { parseArgs } from 'node:util'
import { compileGroup } from './compile-group.ts'
import { fetchSuite } from './fetch-suite.ts'
import { KNOWN_FAILURES } from './known-failures.ts'
import { readSuite } from './read-suite.ts'
import type { Group, Suite } from './read-suite.ts'

const USAGE = `Usage: npm run schema-suite -- [--suite FOLDER]

Validates the values of JSON-Schema-Test-Suite (2020-12, required tests) by schemas in documents,
and reports which results are wrong. Fetches the suite once, or reads it from a folder;
where it cannot be fetched, nothing is tried.`

const { values } = parseArgs({ options: { suite: { type: 'string' }, help: { type: 'boolean', default: false } } })
if (values.help) console.log(USAGE)
else await tryFolder(values.suite ?? await fetchSuite())

/** The test of a group. */
interface Result {
  readonly group: Group
  readonly test: string
  readonly isRight: boolean
}

async function tryFolder (folder: string | undefined): Promise<void> {
  if (folder !== undefined) return await report(await readSuite(folder))
  console.log('skipped: the suite cannot be fetched. Clone https://github.com/json-schema-org/JSON-Schema-Test-Suite,')
  console.log('and name its folder: npm run schema-suite -- --suite FOLDER')
}

async function report (suite: Suite): Promise<void> {
  const results: Result[] = []
  for (const group of suite.groups) results.push(...await tryGroup(group, suite))
  const wrong = results.filter(({ isRight }) => !isRight)
  const unexpected = wrong.filter(result => reasonOf(result) === undefined)
  const mended = results.filter(result => result.isRight && reasonOf(result) !== undefined)
  for (const result of wrong) console.log(`wrong: ${titleOf(result)}\n  ${reasonOf(result) ?? 'for no known reason'}`)
  for (const result of mended) console.log(`right by now, and still listed: ${titleOf(result)}`)
  const known = wrong.length - unexpected.length
  console.log(`${results.length} tests: ${results.length - wrong.length} right, ${known} wrong in Ajv itself, ` +
    `${unexpected.length} wrong for no known reason`)
  process.exitCode = unexpected.length + mended.length === 0 ? 0 : 1
}

async function tryGroup (group: Group, suite: Suite): Promise<Result[]> {
  const fits = await compileGroup(group, suite)
  return group.tests.map(({ data, description, valid }) => ({
    group,
    test: description,
    isRight: fits(data) === valid
  }))
}

function reasonOf ({ group: { description, file }, test }: Result): string | undefined {
  const known = KNOWN_FAILURES.find(known => known.file === file && known.group === description)
  return known?.tests.includes(test) === true ? known.reason : undefined
}

function titleOf ({ group: { description, file }, test }: Result): string {
  return `${file}: ${description}: ${test}`
}
