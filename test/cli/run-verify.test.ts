import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { parseVerify } from '../../src/cli/parse-verify.ts'
import { runVerify } from '../../src/cli/run-verify.ts'
import { SHIPPED_OPENAPI } from '../../src/options.ts'

const JOURNEY = `arazzo: 1.0.1
info: { title: Payments, version: 1.0.0 }
sourceDescriptions: [{ name: mews, url: ${SHIPPED_OPENAPI}/mews.yaml, type: openapi }]
workflows:
  - workflowId: refused
    steps:
      - stepId: add
        operationId: addExport
        requestBody: { payload: { Client: c, AccessToken: a, ClientToken: t, EntityType: Wrong } }
        successCriteria: [{ condition: $statusCode == 400 }]
  - workflowId: exported
    steps:
      - stepId: add
        operationId: addExport
        requestBody: { payload: { Client: c, AccessToken: a, ClientToken: t, EntityType: Payment } }
        successCriteria: [{ condition: $statusCode == 200 }]
`

interface Given {
  readonly args?: readonly string[]
  readonly journey?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Writes the journey, and runs the command on it in this process. */
async function run (t: Test, { args = [], env = {}, journey = JOURNEY }: Given = {}) {
  const folder = t.testdir({ 'payments.arazzo.yaml': journey })
  const given = args.map(arg => arg.replace('DIR', folder))
  const command = parseVerify([join(folder, 'payments.arazzo.yaml'), ...given], env)
  if (command.kind !== 'verify') throw new Error('It is the help')
  const [printed, warned]: [string[], string[]] = [[], []]
  const context = {
    print: (text: string) => printed.push(text),
    warn: (line: string) => warned.push(line),
    paint: (_style: string, text: string) => text,
    env: { GITHUB_WORKSPACE: folder, ...env }
  }
  const exitCode = await runVerify(command, context)
  return { exitCode, folder, stdout: printed.join(''), stderr: warned.join('\n') }
}

t.test('tells how much the journeys touched of what the stand-in serves', async t => {
  const { exitCode, stderr, stdout } = await run(t)
  t.same([exitCode, stderr], [0, ''])
  t.match(stdout, /2 of 2 journeys passed \(2 steps\) in .+ s\nCoverage [\d.]+ % \(\d+ of \d+ cells\)\n$/)
})

t.test('fails by a gate, and passes by another', async t => {
  const args = ['--fail-under', '1', '--fail-on', 'all']
  const good = await run(t, { args })
  t.equal(good.exitCode, 0)
  t.match(good.stdout, /✔ --fail-under 1: .*\n✔ --fail-on violations: none found\n/)

  const bad = await run(t, { args: ['--fail-under', '1,statuses=100'] })
  t.equal(bad.exitCode, 1)
  t.match(bad.stdout, /✔ --fail-under 1: .*\n✖ --fail-under statuses=100: .* 100 % are needed\n/)
})

t.test('writes reports of journeys and of what they touched', async t => {
  const { exitCode, folder, stdout } = await run(t, { args: ['--output', 'DIR/reports/'] })
  t.equal(exitCode, 0)
  t.match(stdout, '2 of 2 journeys passed')
  const report = JSON.parse(await readFile(join(folder, 'reports/report.json'), 'utf8'))
  t.match(report.checks, [{ suite: 'refused', result: 'passed' }, { suite: 'exported', result: 'passed' }])
  const touched = report.cells.filter(({ hits }: { hits: number }) => hits > 0)
  const testsOf = (text: string): unknown => touched.find(({ id }: { id: string }) => id.includes(text))?.tests
  t.same(testsOf('mews.addExport responses 200'), ['exported'])
  t.same(testsOf('mews.addExport responses 400'), ['refused'])
  t.same(report.findings, [])
  const junit = await readFile(join(folder, 'reports/junit.xml'), 'utf8')
  t.match(junit, 'name="exported"')
  t.match(junit, 'mews.addExport')
  t.match(await readFile(join(folder, 'reports/report.html'), 'utf8'), 'exported')
})

t.test('prints one format alone, and says on standard error which gate failed', async t => {
  const { exitCode, stderr, stdout } = await run(t, { args: ['--format', 'json', '--fail-under', '99'] })
  t.equal(exitCode, 1)
  t.equal(JSON.parse(stdout).version, 1)
  t.match(stderr, /^--fail-under 99: /)
})

t.test('annotates failures in GitHub Actions, and adds to the summary of the step', async t => {
  const summary = join(t.testdir({}), 'summary.md')
  const { exitCode, stdout } = await run(t, {
    journey: JOURNEY.replace('== 200', '== 202'),
    env: { STANDIN_FORMAT: 'github', GITHUB_STEP_SUMMARY: summary }
  })
  t.equal(exitCode, 1)
  t.match(stdout, /^::error file=payments\.arazzo\.yaml,line=16,.*\$statusCode == 202 failed/m)
  t.match(await readFile(summary, 'utf8'), '1 of 2 failed')
})

t.test('rejects what it cannot write or judge', async t => {
  for (const [args, message] of [
    [['--format', 'jnit'], 'did you mean junit?'],
    [['--format', 'json,html'], '--format must be one where there is no --output'],
    [['--fail-under', 'status=1'], 'there are responses, parameters'],
    [['--target', 'http://127.0.0.1:9', '--fail-under', '80'], '--fail-under must be left out beside --target'],
    [['--target', 'http://127.0.0.1:9', '--fail-on', 'all'], '--fail-on must be left out beside --target'],
    [['--ignore', 'none.yaml'], 'none.yaml cannot be read']
  ] as const) {
    await t.rejects(run(t, { args }), { message: new RegExp(message.replace(/[?]/g, '\\?')) }, args.join(' '))
  }
})
