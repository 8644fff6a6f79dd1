import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import t from 'tap'
import { parse as parseResults } from 'test-results-parser'
import { validateXML } from 'xmllint-wasm'
import { parseGates } from '../../src/reports/gates.ts'
import { junitReport } from '../../src/reports/junit-report.ts'
import { HOSTILE_REPORT } from './hostile-report.ts'
import { reportOf } from './report-of.ts'
import { TALLY_REPORT } from './tally-report.ts'

const GATES = parseGates(['80', 'responses=20'], ['violations'])

const SCHEMA = await readFile(new URL('jenkins-junit.xsd', import.meta.url), 'utf8')

async function schemaErrors (xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [SCHEMA] })
  return errors.map(({ rawMessage }) => rawMessage)
}

t.test("every report fits the schema of Jenkins' JUnit, whatever it is named", async t => {
  for (const report of [TALLY_REPORT, HOSTILE_REPORT, reportOf()]) {
    t.same(await schemaErrors(junitReport(report)), [])
    t.same(await schemaErrors(junitReport(report, GATES)), [])
  }
  t.not((await schemaErrors('<testsuites><testcase/></testsuites>')).length, 0, 'the schema can fail')
})

t.test('a contract is a suite, an operation a class, and a cell a case', async t => {
  const { testsuites: { testsuite: suites } } = parseXml(junitReport(TALLY_REPORT))
  const tally = suites.find(suite => suite.name === 'tally')

  t.match(tally, {
    tests: '10',
    failures: '0',
    errors: '0',
    skipped: '7',
    timestamp: '2026-01-01T00:00:00',
    properties: { property: { name: 'coverage', value: '33.3 %' } }
  })
  t.same(tally?.testcase.slice(0, 2), [
    { classname: 'tally.addReport', name: 'responses 201 application/json', time: '0.000' },
    {
      classname: 'tally.addReport',
      name: 'responses 400 application/problem+json',
      time: '0.000',
      skipped: 'not touched'
    }
  ])
  t.match(tally?.testcase.find(({ name }) => name === 'responses 500'), { skipped: 'ignored: the gateway answers it' })
})

t.test('nothing that was not touched or found is a failure, unless a gate says so', async t => {
  const without = junitReport({ ...TALLY_REPORT, checks: [] })
  t.match(without, /^<testsuites name="standin" tests="13" failures="0"/m)
  t.notMatch(without, '<failure')

  const { testsuites } = parseXml(junitReport({ ...TALLY_REPORT, checks: [] }, GATES))
  t.match(testsuites, { failures: '3' })
  t.match(testsuites.testsuite.find(suite => suite.name === 'standin gates'), {
    failures: '2',
    testcase: [
      { name: '--fail-under 80', failure: { type: 'gate', message: /80 % are needed/ } },
      { name: '--fail-under responses=20', failure: undefined },
      { name: '--fail-on violations', failure: { type: 'gate' } }
    ]
  })
  t.match(testsuites.testsuite.find(suite => suite.name === 'standin findings'), {
    failures: '1',
    testcase: [
      { classname: 'violations', failure: { type: 'violations', message: /must be one of "daily"/ } },
      { classname: 'unmatched', skipped: 'ignored: browsers ask for it' },
      { classname: 'unmatched', skipped: /--fail-on unmatched would/ }
    ]
  })
})

t.test('a failed check is a failure, with its message and place', async t => {
  const { testsuites } = parseXml(junitReport(TALLY_REPORT))
  t.match(testsuites.testsuite.find(suite => suite.name === 'report-to-ready'), {
    failures: '1',
    skipped: '1',
    time: '0.036',
    testcase: [
      { classname: 'tally.addReport', name: 'add', time: '0.012' },
      {
        classname: 'tally.getReport',
        name: 'lifecycle_conformance',
        failure: { type: 'check', '#text': /Pending to Ready\.\n.*\nopenapi\/tally\.yaml:61:7$/ }
      },
      { classname: 'report-to-ready', name: 'download', skipped: 'the step before failed' }
    ]
  })
})

t.test('a parser of test results reads the same figures', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'standin-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'junit.xml')
  for (const report of [TALLY_REPORT, HOSTILE_REPORT]) {
    const xml = junitReport(report, GATES)
    await writeFile(file, xml)
    const { failed, suites, total } = parseResults({ type: 'junit', files: [file] })
    const cases = suites.flatMap(suite => suite.cases)
    const { testsuites } = parseXml(xml)
    t.equal(total, Number(testsuites.tests))
    t.equal(failed, Number(testsuites.failures))
    t.equal(suites.length, testsuites.testsuite.length)
    t.equal(cases.length, total)
    t.equal(cases.filter(({ status }) => status === 'SKIP').length, [...xml.matchAll(/<skipped>/g)].length)
  }
})

interface Suite {
  readonly name: string
  readonly testcase: ReadonlyArray<Record<string, unknown>>
}

interface Suites {
  readonly testsuites: { readonly testsuite: readonly Suite[], readonly tests: string, readonly failures: string }
}

function parseXml (xml: string): Suites {
  const isArray = (name: string): boolean => name === 'testsuite' || name === 'testcase'
  // A cast: the schema has been checked.
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    isArray
  }).parse(xml) as Suites
}
