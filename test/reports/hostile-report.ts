import type { TestReport } from '../../src/reports/test-report.ts'
import { cellOf, checkOf, findingOf, reportOf } from './report-of.ts'

/** Texts that break formats which do not escape them: an API, a client or a test may have any name. */
export const HOSTILE_TEXTS = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]><!-- & &amp; --> <![CDATA[',
  '\u001b[31mred\u001b[0m\u0007\u0000\u009b2J',
  'two\nlines\r\nand\rmore\ttab',
  '::error file=a,line=1::injected',
  '%0A::set-output name=a::b',
  '| a | b |\n| --- | --- |',
  '[link](javascript:alert(1)) ![image](https://example.com/a.png) `code` **bold** <b>',
  '```\nfence',
  '# heading',
  '\u202egnp.exe\u2028',
  'half \ud800 a pair, \ufffe and \uffff',
  'ゼロ 🎉 e\u0301',
  ' ',
  '__proto__',
  'x'.repeat(5_000)
]

const PLACES = HOSTILE_TEXTS.map((file, at) => ({ file, line: at + 1, column: 1 }))

/** A report in which every text is hostile. */
export const HOSTILE_REPORT: TestReport = reportOf({
  cells: HOSTILE_TEXTS.flatMap((text, at) => {
    const place = PLACES[at] ?? { file: 'a', line: 1, column: 1 }
    const given = { name: text, api: text, operation: `${text}.${text}`, tests: [text], place }
    return [
      cellOf({ ...given, hits: 1 }),
      cellOf({ ...given, dimension: 'values' }),
      cellOf({ ...given, dimension: 'rules', ignored: text })
    ]
  }),
  findings: HOSTILE_TEXTS.flatMap((message, at) => {
    const place = PLACES[at] ?? { file: 'a', line: 1, column: 1 }
    return [
      findingOf({ message, operation: message, tests: [message], place }),
      findingOf({ message, kind: 'unmatched', ignored: message })
    ]
  }),
  checks: HOSTILE_TEXTS.flatMap((text, at) => {
    const place = PLACES[at] ?? { file: 'a', line: 1, column: 1 }
    return [
      checkOf({ name: text, suite: text, operation: text, result: 'failed', message: text, place }),
      checkOf({ name: text, suite: text, result: 'skipped', message: text })
    ]
  })
})
