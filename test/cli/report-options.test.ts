import t from 'tap'
import { readReportOutput } from '../../src/cli/report-options.ts'
import { FORMAT_NAMES } from '../../src/reports/format-names.ts'

/** Reads flags, where `reports` is the only folder that there is. */
function outputOf (flags: Readonly<Record<string, string | string[]>>) {
  const entries = Object.entries(flags).map(([name, value]) => [name, [value].flat()] as const)
  return readReportOutput(new Map(entries), path => path === 'reports')
}

t.test('without options, the text is printed', async t => {
  t.match(outputOf({}), { formats: ['text'], github: false, output: undefined, ignore: undefined })
})

t.test('a file has the format of its ending, a folder all of them', async t => {
  const endings = { 'a.txt': 'text', 'a.HTML': 'html', 'a.htm': 'html', 'a.xml': 'junit', 'a.md': 'markdown' }
  for (const [output, format] of Object.entries({ ...endings, 'a.b/c.json': 'json' })) {
    t.match(outputOf({ output }), { formats: [format], isFolder: false }, output)
  }
  for (const output of ['reports', 'new/', 'new\\']) {
    t.match(outputOf({ output }), { formats: FORMAT_NAMES, isFolder: true }, output)
  }
  t.match(outputOf({ output: 'a.json', format: 'ctrf' }), { formats: ['ctrf'], isFolder: false })
  t.match(outputOf({ output: 'reports', format: 'ctrf' }), { formats: ['ctrf'], isFolder: true })
  t.match(outputOf({ output: 'new', format: 'ctrf,junit' }), { formats: ['junit', 'ctrf'], isFolder: true })
})

t.test('formats are named in a list or one by one', async t => {
  const several = outputOf({ output: 'reports', format: ['html, json', 'github'] })
  t.match(several, { formats: ['html', 'json'], github: true })
  t.match(outputOf({ output: 'reports', format: 'all' }), { formats: FORMAT_NAMES, github: false })
  t.match(outputOf({ format: 'github' }), { formats: [], github: true })
  t.match(outputOf({ format: 'github,text' }), { formats: ['text'], github: true })
})

t.test('gates and what to ignore are read too', async t => {
  const given = { 'fail-under': ['80', 'statuses=100'], 'fail-on': 'violations', ignore: 'a.yaml' }
  const { gates, ignore } = outputOf(given)
  t.same([...gates.failUnder], [['total', 80], ['statuses', 100]])
  t.same([...gates.failOn], ['violations'])
  t.equal(ignore, 'a.yaml')
})

t.test('options that mean nothing are refused, with what could be meant', async t => {
  const table: ReadonlyArray<readonly [string, Readonly<Record<string, string>>]> = [
    ['--format must be some of text, html, junit, ctrf, markdown, json, github, all, but is "pdf"', { format: 'pdf' }],
    ['did you mean junit?', { format: 'junti' }],
    ['--format', { format: '' }],
    ['--format', { format: 'constructor' }],
    ['--format must be one where there is no --output', { format: 'html,json' }],
    ['--format must be one where there is no --output', { format: 'all' }],
    ['--output must be the path', { output: '', format: 'html' }],
    ['--output must end in .txt', { output: 'report' }],
    ['--output must end in .txt', { output: 'report.pdf' }],
    ['--fail-under', { 'fail-under': 'much' }],
    ['--fail-on', { 'fail-on': 'much' }]
  ]
  for (const [message, flags] of table) {
    t.throws(() => outputOf(flags), { code: 'STANDIN_INVALID_OPTION', message }, JSON.stringify(flags))
  }
})
