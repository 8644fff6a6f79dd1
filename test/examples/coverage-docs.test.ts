import { readFileSync } from 'node:fs'
import t from 'tap'
import { applyIgnoreList, parseIgnoreList } from '../../src/reports/ignore-list.ts'
import { toReport } from '../../src/reports/parse-report.ts'
import { textReport } from '../../src/reports/text-report.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { createStandin } from '../../src/server.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { playCurls } from './play-curls.ts'

const page = readFileSync(new URL('../../docs/guide/coverage.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const ORDERS = new URL('../../examples/orders.yaml', import.meta.url).pathname

t.test('after the quick start, the report is the one of the page, and its list of ignores is used', async t => {
  const app = await createStandin({ openapi: [ORDERS], clock: 'frozen', startsAt: '2026-01-01T00:00:00Z' })
  t.teardown(() => app.close())
  const curls = listCodeBlocks(readme, '## Quick start').filter(({ language }) => language === 'sh')
  for (const block of curls) await playCurls(t, app, [block])
  const report = toReport((await app.inject('/__admin/coverage')).json(), 'the server')

  const [shown] = listCodeBlocks(page, '## What no test touched').filter(({ language }) => language === 'txt')
  const path = /\S*examples\/orders\.yaml/g
  t.equal(textReport(report).replace(path, 'orders.yaml'), shown?.text.replace(path, 'orders.yaml'))

  const [list] = listCodeBlocks(page, '## Gates').filter(({ language }) => language === 'yaml')
  const reading = readDocument(list?.text ?? '', 'coverage-ignore.yaml')
  const ignores = parseIgnoreList(reading.kind === 'value' ? reading.value : undefined, 'coverage-ignore.yaml')
  const { report: marked, unused } = applyIgnoreList(report, ignores)
  t.equal(marked.cells.filter(({ ignored }) => ignored !== undefined).length, 6, 'the faults')
  t.same(unused.map(({ ignore }) => ignore), ['* responses 500*', 'unmatched GET /favicon.ico'])
})
