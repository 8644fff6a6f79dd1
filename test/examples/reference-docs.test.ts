import { readFileSync } from 'node:fs'
import t from 'tap'
import * as errors from '../../src/errors.ts'
import { jsonReport } from '../../src/reports/json-report.ts'
import { TALLY_REPORT } from '../reports/tally-report.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { runBinary, startBinary } from '../cli/run-binary.ts'

const DOCS = new URL('../../docs/', import.meta.url).pathname
const page = readFileSync(`${DOCS}reference/errors.md`, 'utf8')
const ORDERS = new URL('../../examples/orders.yaml', import.meta.url).pathname

for (const [name, StandinError] of Object.entries(errors)) {
  t.test(`${name} is in the table of errors`, async t => {
    const AnyError = StandinError as new (...texts: string[]) => { code: string, statusCode?: number }
    const { code, statusCode } = new AnyError('', '', '')
    t.match(page, `| \`${code}\` | ${statusCode} |`)
  })
}

t.test('the table of errors has no others', async t => {
  const codes = Object.values(errors).map(StandinError => {
    const AnyError = StandinError as new (...texts: string[]) => { code: string }
    return new AnyError('', '', '').code
  })
  const listed = [...page.matchAll(/^\| `(STANDIN_\w+)` \|/gm)].map(([, code = '']) => code)
  t.same(listed.filter(code => !codes.includes(code)), ['STANDIN_INTERNAL_ERROR'], 'that of every other error')
})

const JOURNEY = `
arazzo: 1.0.1
info: { title: Orders, version: 1.0.0 }
sourceDescriptions: [{ name: orders, url: ${ORDERS}, type: openapi }]
workflows:
  - workflowId: list
    steps:
      - { stepId: list, operationId: listOrders, successCriteria: [{ condition: $statusCode == 200 }] }
`

/** Command lines, by their exit code, for each row of the table. */
const COMMANDS: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  '`standin`, `standin mock`': [[], ['missing.yaml'], ['--prot', '1']],
  '`standin check`': [['check', ORDERS], ['check', 'missing.yaml'], ['check', '--prot']],
  '`standin init`': [['init', 'darkroom.yaml'], ['init', ORDERS], ['init']],
  '`standin types`': [['types', ORDERS], ['types', 'missing.yaml'], ['types', '--prot']],
  '`standin verify`': [['verify', 'good.arazzo.yaml'], ['verify', 'bad.arazzo.yaml'], ['verify', 'missing.yaml']],
  '`standin health`': [['health', '--port', 'PORT'], ['health', '--port', '9'], ['health', '--prot']],
  '`standin report`': [
    ['report', 'report.json'],
    ['report', 'report.json', '--fail-under', '100'],
    ['report', 'missing.json']
  ],
  '`standin ctl`': [
    ['ctl', 'clock', '--url', 'URL'],
    ['ctl', 'stub', 'add', '{"operation":"none"}', '--url', 'URL'],
    ['ctl', 'clokc']
  ]
}

t.test('each command ends with the exit code of the table', async t => {
  const rows = [...page.matchAll(/^\| (`standin.*`) \| .* \| .* \| .* \|$/gm)].map(([, commands = '']) => commands)
  t.same(rows, Object.keys(COMMANDS))
  const { stop, url } = await startBinary(t, [ORDERS])
  const [darkroom] = listCodeBlocks(readFileSync(`${DOCS}guide/own-api.md`, 'utf8'), '## The document')
  const folder = t.testdir({
    'darkroom.yaml': String(darkroom?.text),
    'good.arazzo.yaml': JOURNEY,
    'bad.arazzo.yaml': JOURNEY.replace('== 200', '== 404'),
    'report.json': jsonReport({ ...TALLY_REPORT, checks: [] })
  })
  for (const commands of Object.values(COMMANDS)) {
    for (const [expected, command] of commands.entries()) {
      if (command.length === 0) continue
      const args = command.map(word => word === 'URL' ? url : word === 'PORT' ? new URL(url).port : word)
      const { exitCode, stderr, stdout } = await runBinary(t, args, folder)
      t.equal(exitCode, expected, `${args.join(' ')}: ${stdout}${stderr}`)
    }
  }
  t.equal((await stop('SIGTERM')).exitCode, 0)
})
