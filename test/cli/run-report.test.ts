import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { runReport } from '../../src/cli/run-report.ts'
import { parseReportCommand } from '../../src/cli/report-command.ts'
import { jsonReport } from '../../src/reports/json-report.ts'
import { FORMAT_NAMES } from '../../src/reports/format-names.ts'
import { REPORT_FORMATS } from '../../src/reports/report-formats.ts'
import { cellOf, reportOf } from '../reports/report-of.ts'
import { TALLY_REPORT } from '../reports/tally-report.ts'
import { runBinary, startBinary } from './run-binary.ts'

const SHARD = reportOf({ cells: [cellOf({ name: '429 application/problem+json', hits: 1 })] })

/** Runs `standin report` in this process, in which no server listens. */
async function report (args: readonly string[], env: Record<string, string> = {}) {
  const command = parseReportCommand(args, env)
  if (command.kind !== 'report') throw new Error('It is the help')
  const printed: string[] = []
  const warned: string[] = []
  const isGood = await runReport(command, {
    print: text => printed.push(text),
    warn: line => warned.push(line),
    paint: (_style, text) => text,
    env
  })
  return { isGood, printed: printed.join(''), warned }
}

function folderOf (t: Test): string {
  return t.testdir({
    'tally.json': jsonReport({ ...TALLY_REPORT, checks: [] }),
    'checks.json': jsonReport(TALLY_REPORT),
    shard: { 'report.json': jsonReport(SHARD) },
    'notes.json': '{"mine":true}',
    'ignore.yaml': 'tally.deleteReport *: nobody deletes\ntally.none: gone\n',
    'broken.yaml': 'a: [\n'
  })
}

t.test('a file is printed as text; several are merged, and a folder is that of --report', async t => {
  const folder = folderOf(t)
  const one = await report([join(folder, 'tally.json')])
  t.match(one.printed, 'Coverage  33.3 % (3 of 9 cells, 1 ignored)')
  t.ok(one.isGood)
  const both = await report([join(folder, 'tally.json'), join(folder, 'shard')])
  t.match(both.printed, 'Coverage  44.4 % (4 of 9 cells, 1 ignored)')
})

t.test('a gate that fails and a failed check are told, whatever is printed', async t => {
  const folder = folderOf(t)
  const file = join(folder, 'tally.json')
  t.match(await report([file, '--fail-under', '33']), { isGood: true, warned: [] })
  t.match(await report([file, '--fail-under', '34']), { isGood: false, printed: /✖ --fail-under 34: /, warned: [] })
  t.match(await report([file, '--fail-under', '34', '--format', 'junit']), {
    isGood: false,
    printed: /^<\?xml/,
    warned: ['--fail-under 34: 33.3 % (3 of 9 cells) are touched, 34 % are needed']
  })
  t.match(await report([join(folder, 'checks.json'), '--output', join(folder, 'a.html')]), {
    isGood: false,
    printed: '',
    warned: ['checks: 1 of 2 failed, 1 skipped']
  })
})

t.test('a folder gets every format, and a file the one of its ending', async t => {
  const folder = folderOf(t)
  await report([join(folder, 'tally.json'), '--output', join(folder, 'new/reports/')])
  for (const name of FORMAT_NAMES) {
    const { file, write } = REPORT_FORMATS[name]
    t.equal(readFileSync(join(folder, 'new/reports', file), 'utf8'), write({ ...TALLY_REPORT, checks: [] }), file)
  }
  await report([join(folder, 'tally.json'), '--output', join(folder, 'new.md')])
  t.match(readFileSync(join(folder, 'new.md'), 'utf8'), /^## Coverage/)
})

t.test('what is ignored does not count, and what matches nothing is told', async t => {
  const folder = folderOf(t)
  const { printed, warned } = await report([join(folder, 'tally.json'), '--ignore', join(folder, 'ignore.yaml')])
  t.match(printed, 'Coverage  42.8 % (3 of 7 cells, 3 ignored)')
  t.match(warned, [/ignore\.yaml: "tally\.none" ignores nothing of this report$/])
})

t.test('in GitHub Actions, annotations are printed and the summary is added to that of the step', async t => {
  const folder = folderOf(t)
  const summary = join(folder, 'summary.md')
  const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: join(process.cwd(), '..') }
  writeFileSync(summary, 'Before.\n')
  const { isGood, printed, warned } = await report([join(folder, 'tally.json'), '--format', 'github'], env)

  t.ok(isGood)
  t.same(warned, [])
  const here = process.cwd().split('/').at(-1)
  t.match(printed, `::notice file=${here}/openapi/tally.yaml,line=70,col=7,title=tally.deleteReport`)
  t.match(readFileSync(summary, 'utf8'), /^Before\.\n## Coverage: 33\.3 %/)

  writeFileSync(summary, 'x'.repeat(2 ** 20 - 300))
  await report([join(folder, 'tally.json'), '--format', 'github'], env)
  t.ok(readFileSync(summary).length <= 2 ** 20)
  const elsewhere = await report([join(folder, 'tally.json'), '--format', 'github'])
  t.match(elsewhere.warned, [/GITHUB_STEP_SUMMARY is not set/])
})

t.test('a server is asked for what it counted, with its token', async t => {
  const asked: unknown[] = []
  const server = createServer(({ headers: { authorization }, url }, response) => {
    asked.push([url, authorization])
    response.setHeader('content-type', 'application/json')
    response.end(jsonReport(SHARD))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo  // it listens on a port
  const url = `http://127.0.0.1:${port}`

  t.match(await report(['--server', url, '--admin-token', 'secret', '--test', 'adds a report']), {
    printed: 'Coverage  100 % (1 of 1 cells)'
  })
  await report([], { STANDIN_URL: url })
  t.same(asked, [['/__admin/coverage?test=adds+a+report', 'Bearer secret'], ['/__admin/coverage', undefined]])
  const merged = await report(['--server', url, join(folderOf(t), 'tally.json')])
  t.match(merged.printed, 'Coverage  44.4 % (4 of 9 cells, 1 ignored)')
})

t.test('what cannot be read or written is told', async t => {
  const folder = folderOf(t)
  const tally = join(folder, 'tally.json')
  const table: ReadonlyArray<readonly [string, RegExp, string[]]> = [
    ['STANDIN_INVALID_REPORT', /none\.json cannot be read: there is no such file/, [join(folder, 'none.json')]],
    ['STANDIN_INVALID_REPORT', /report\.json cannot be read: there is no such file/, [folder]],
    ['STANDIN_INVALID_REPORT', /notes\.json is not a report of standin: its version/, [join(folder, 'notes.json')]],
    ['STANDIN_INVALID_REPORT', /none\.yaml cannot be read/, [tally, '--ignore', join(folder, 'none.yaml')]],
    ['STANDIN_INVALID_REPORT', /broken\.yaml:2:1 /, [tally, '--ignore', join(folder, 'broken.yaml')]],
    ['STANDIN_INVALID_REPORT', /must say as a text why "version"/, [tally, '--ignore', tally]],
    ['STANDIN_REPORT_NOT_WRITTEN', /there is a file where/, [tally, '--output', join(tally, 'a.html')]],
    ['STANDIN_REPORT_NOT_WRITTEN', /tally\.json\/report\.txt: /, [tally, '--output', `${tally}/`]],
    ['STANDIN_UNREACHABLE', /No stand-in responds at http:\/\/127\.0\.0\.1:9/, ['--server', 'http://127.0.0.1:9']]
  ]
  for (const [code, message, args] of table) await t.rejects(report(args), { code, message }, args.join(' '))
  t.notOk(existsSync(`${tally}.${process.pid}.tmp`), 'no draft is left')
})

t.test('the exit code is 0, 1 where a gate fails, and 2 where there is no report', async t => {
  const folder = folderOf(t)
  const table: ReadonlyArray<readonly [number, string[]]> = [
    [0, ['tally.json', '--fail-under', '33.3', '--fail-on', 'undelivered']],
    [1, ['tally.json', '--fail-under', 'statuses=100,80']],
    [1, ['checks.json', '--format', 'json']],
    [2, ['none.json']],
    [2, ['notes.json']],
    [2, ['tally.json', '--output', 'tally.json/a.html']],
    [2, ['--server', 'http://127.0.0.1:9']],
    [2, ['--fail-under', 'much']]
  ]
  for (const [expected, args] of table) {
    const { exitCode, stderr } = await runBinary(t, ['report', ...args], folder)
    t.equal(exitCode, expected, `${args.join(' ')}: ${stderr}`)
    if (expected === 2) t.match(stderr, /^standin: [^\n]+\n$/)
  }
})

t.test('servers that stop by SIGTERM leave reports, which are merged', async t => {
  const folder = t.testdir()
  const openapi = new URL('../../examples/orders.yaml', import.meta.url).pathname
  for (const [name, path] of [['one', '/orders'], ['two', '/customers/7']] as const) {
    const server = await startBinary(t, [openapi, '--report', join(folder, name), '--report-formats', 'json'])
    await (await fetch(server.url + path)).text()
    t.same(await server.stop('SIGTERM'), { exitCode: 0, stderr: '' })
  }
  const { exitCode, stdout } = await runBinary(t, ['report', 'one', 'two', '--format', 'json'], folder)
  t.equal(exitCode, 0)
  const { operations } = JSON.parse(stdout).summary
  const touched = operations.filter(({ touched }: { touched: number }) => touched > 0)
  t.match(touched, [{ operation: 'orders.listOrders' }, { operation: 'orders.getCustomer' }])
})
