import t from 'tap'
import { parseGates } from '../../src/reports/gates.ts'
import { githubAnnotations } from '../../src/reports/github-annotations.ts'
import { HOSTILE_REPORT } from './hostile-report.ts'
import { TALLY_REPORT } from './tally-report.ts'

const GATES = parseGates(['80'], ['violations'])

t.test('what fails is an error, other findings are warnings, and missed cells are notices at their places', async t => {
  t.same(githubAnnotations(TALLY_REPORT, GATES).split('\n'), [
    '::error title=Gate --fail-under 80::33.3 %25 (3 of 9 cells) are touched, 80 %25 are needed',
    '::error title=Gate --fail-on violations::1 found',
    '::error file=openapi/tally.yaml,line=61,col=7,title=report-to-ready%3A lifecycle_conformance tally.getReport::' +
      'The status went from Pending to Ready.%0AThe lifecycle has Processing between them.',
    '::error title=Violations of a contract::' +
      'tally.addReport: body.kind must be one of "daily", "yearly", but is "weekly" (2 times)',
    '::warning title=Requests that no operation has::POST /report: did you mean POST /reports?',
    '::notice file=openapi/tally.yaml,line=70,col=7,title=tally.deleteReport%3A 2 of 2 cells not touched::' +
      'responses: 204, 404',
    '::notice file=openapi/tally.yaml,line=18,col=7,title=tally.addReport%3A 4 of 5 cells not touched::' +
      'responses: 400 application/problem+json, 429 application/problem+json%0A' +
      'values: body /kind = "yearly"%0Arules: limit of 10 a minute',
    ''
  ])
})

t.test('there are at most ten of a severity, and the last tells how many more there are', async t => {
  const lines = githubAnnotations(HOSTILE_REPORT, GATES).trimEnd().split('\n')
  for (const severity of ['error', 'notice']) {
    const own = lines.filter(line => line.startsWith(`::${severity} `))
    t.equal(own.length, 10)
    t.match(own.at(-1), /title=\d+ more::/)
  }
})

t.test('a name is no command of its own', async t => {
  const lines = githubAnnotations(HOSTILE_REPORT, parseGates([], [])).trimEnd().split('\n')
  for (const line of lines) {
    t.match(line, /^::(error|warning|notice) (?:file=[^:,]*,line=\d+,col=1,)?title=[^:,]*::[^\r]*$/)
  }
})

t.test('the path of a file is made one of the repository', async t => {
  t.match(githubAnnotations(TALLY_REPORT, GATES, file => `api/${file}`), 'file=api/openapi/tally.yaml,line=61')
})
