import t from 'tap'
import { parseReportCommand } from '../../src/cli/report-command.ts'
import { reportUsageText } from '../../src/cli/report-usage.ts'

t.test('without files, the server is asked that is named, or that of the environment, or the default one', async t => {
  t.match(parseReportCommand([], {}), { kind: 'report', servers: ['http://127.0.0.1:4010'], files: [], filter: {} })
  t.match(parseReportCommand([], { STANDIN_URL: 'http://a:1/', STANDIN_ADMIN_TOKEN: 's' }), {
    servers: ['http://a:1'],
    token: 's'
  })
  t.match(parseReportCommand(['--server', 'https://b/x', '--server=http://c', '--admin-token', 't'], {
    STANDIN_URL: 'http://a:1',
    STANDIN_ADMIN_TOKEN: 's'
  }), { servers: ['https://b/x', 'http://c'], token: 't' })
  t.match(parseReportCommand([], { STANDIN_URL: '', STANDIN_ADMIN_TOKEN: '' }), {
    servers: ['http://127.0.0.1:4010'],
    token: undefined
  })
})

t.test('files are read instead, or beside the servers that are named', async t => {
  t.match(parseReportCommand(['a.json', 'b'], { STANDIN_URL: 'http://a:1' }), { servers: [], files: ['a.json', 'b'] })
  t.match(parseReportCommand(['a.json', '--server', 'http://a:1'], {}), { servers: ['http://a:1'], files: ['a.json'] })
})

t.test('a server can report of a world, a test, an API or an operation', async t => {
  const args = ['--world', 'w', '--test', 'adds', '--api', 'mews', '--operation', 'mews.addExport']
  t.match(parseReportCommand(args, {}), {
    filter: { world: 'w', test: 'adds', api: 'mews', operation: 'mews.addExport' }
  })
})

t.test('mistakes are refused', async t => {
  const table: ReadonlyArray<readonly [string, string[]]> = [
    ['did you mean --fail-under?', ['--fail-undr', '80']],
    ['--server must be an address', ['--server', 'localhost:4010']],
    ['--server must be an address', ['--server', 'http://']],
    ['--world must be left out where files are named', ['a.json', '--world', 'w']],
    ['--fail-under must be followed by a value', ['--fail-under']],
    ['--format must be some of', ['--format', 'xml']]
  ]
  for (const [message, args] of table) t.throws(() => parseReportCommand(args, {}), { message }, args.join(' '))
})

t.test('the help fits a wide terminal, and its examples are command lines that parse', async t => {
  t.same(parseReportCommand(['--server', 'x', '-h'], {}), { kind: 'report-help' })
  const text = reportUsageText()
  for (const line of text.split('\n')) t.ok(line.length <= 120, line)
  const examples = text.split('Examples:')[1]?.match(/(?<=^ {2}standin report).*$/gm) ?? []
  t.equal(examples.length, 4)
  for (const example of examples) {
    t.match(parseReportCommand(example.split(' ').filter(word => word !== ''), {}), { kind: 'report' })
  }
})
