import t from 'tap'
import { parseGates } from '../../src/reports/gates.ts'
import { markdownReport } from '../../src/reports/markdown-report.ts'
import { MAX_SUMMARY } from '../../src/reports/markdown-text.ts'
import { HOSTILE_REPORT } from './hostile-report.ts'
import { cellOf, findingOf, reportOf } from './report-of.ts'
import { TALLY_REPORT } from './tally-report.ts'

const MESSAGE = 'The status went from Pending to Ready. The lifecycle has Processing between them.'

const TEXT = `## Coverage: 33.3 % (3 of 9 cells, 1 ignored)

|  | Gate | Result |
| --- | --- | --- |
| ❌ | \`--fail-under 80\` | 33.3 % (3 of 9 cells) are touched, 80 % are needed |
| ❌ | \`--fail-on violations\` | 1 found |
| ❌ | \`checks\` | 1 of 2 failed, 1 skipped |

| Dimension | Touched | Cells |
| --- | --- | --- |
| responses | 33.3 % | 2 of 6 |
| values | 0 % | 0 of 1 |
| statuses | 100 % | 1 of 1 |
| rules | 0 % | 0 of 1 |

### Failed checks

- **report-to-ready · lifecycle\\_conformance · tally.getReport**: ${MESSAGE} — \`openapi/tally.yaml:61:7\`

### Violations of a contract

- tally.addReport: body.kind must be one of "daily", "yearly", but is "weekly" (2 times)

### Requests that no operation has

- POST /report: did you mean POST /reports?

<details><summary>tally.deleteReport: 0 of 2 touched</summary>

- responses: \`204\`, \`404\`

</details>

<details><summary>tally.addReport: 1 of 5 touched</summary>

- responses: \`400 application/problem+json\`, \`429 application/problem+json\`
- values: \`body /kind = "yearly"\`
- rules: \`limit of 10 a minute\`

</details>
`

t.test('gates, failed checks and figures come first, and what was not touched is folded', async t => {
  t.equal(markdownReport(TALLY_REPORT, parseGates(['80'], ['violations'])), TEXT)
})

t.test('it stays within the bytes of a summary, and says where it is cut', async t => {
  const cells = Array.from({ length: 40_000 }, (_, at) => {
    return cellOf({ name: `${at} ありません`, operation: `tally.read${at % 4_000}` })
  })
  const text = markdownReport(reportOf({ cells }))
  t.ok(Buffer.byteLength(text) <= MAX_SUMMARY, `${Buffer.byteLength(text)} bytes`)
  t.ok(Buffer.byteLength(text) > MAX_SUMMARY - 2_000)
  t.match(text, /## Coverage: 0 %/)
  t.match(text, /_The report is longer than a summary may be.*_\n$/)
  for (const max of [100, 500, 2_000]) t.ok(Buffer.byteLength(markdownReport(TALLY_REPORT, undefined, max)) <= max)
})

t.test('no name is markup, a link, or a new line', async t => {
  const lines = markdownReport(HOSTILE_REPORT, parseGates(['80'], ['violations'])).split('\n')
  for (const line of lines) {
    const text = line.replace(/(`+) ?.*? ?\1/g, '')
    t.notMatch(text, /<(?!\/?details>|\/?summary>)/, line.slice(0, 100))
    // Markdown is not read on a line that begins with a tag.
    if (!line.startsWith('<')) t.notMatch(text, /(?<!\\)\[|:\/\//, line.slice(0, 100))
    t.match(line, /^(?:$|#+ |\| |- |<details>|<\/details>)/)
  }
})

t.test('a message does not begin another list or a heading', async t => {
  const messages = ['- a', '+ a', '1. a', '2) a', '# a', '> a']
  const findings = messages.map(message => findingOf({ message }))
  const items = markdownReport(reportOf({ findings })).split('\n').filter(line => line.startsWith('- '))
  t.same(items, ['- \\- a', '- \\+ a', '- 1\\. a', '- 2\\) a', '- \\# a', '- &gt; a'])
})

t.test('a report of checks alone has no coverage', async t => {
  t.match(markdownReport({ ...TALLY_REPORT, cells: [] }), /^## Checks\n/)
})
