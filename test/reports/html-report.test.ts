import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import t from 'tap'
import type { Test } from 'tap'
import { parseGates } from '../../src/reports/gates.ts'
import { htmlReport } from '../../src/reports/html-report.ts'
import type { TestReport } from '../../src/reports/test-report.ts'
import { noBrowser, openPage } from '../open-browser.ts'
import { HOSTILE_REPORT, HOSTILE_TEXTS } from './hostile-report.ts'
import { reportOf } from './report-of.ts'
import { TALLY_REPORT } from './tally-report.ts'

const GATES = parseGates(['80'], ['violations'])

t.test('what fails comes first, then what was not touched, then the rest', async t => {
  const headings = [...htmlReport(TALLY_REPORT, GATES).matchAll(/<h2[^>]*>([^<]*)/g)].map(([, text]) => text)
  t.same(headings, [
    'Failed checks',
    'Violations of a contract',
    'By dimension',
    'Not touched',
    'Requests that no operation has',
    'Touched',
    'Other checks',
    'Ignored'
  ])
})

t.test('no name is markup', async t => {
  const html = htmlReport(HOSTILE_REPORT, GATES)
  const tags = new Set([...html.matchAll(/<\/?([a-z!][\w-]*)/gi)].map(([, tag]) => tag))
  for (const tag of ['script', 'img', 'a', '!--']) t.notOk(tags.has(tag), tag)
  t.notMatch(html, /[^\P{Cc}\n\t]/u)
})

t.test('a report of checks alone, and an empty one, have no empty parts', async t => {
  const checks = htmlReport({ ...TALLY_REPORT, cells: [], findings: [] })
  t.match(checks, '<h1>What the checks showed</h1>')
  t.notMatch(checks, 'By dimension')
  t.notMatch(htmlReport(reportOf()), '<h2')
})

t.test('in a browser, it asks for nothing, runs nothing, and fits a phone', { skip: noBrowser }, async t => {
  const page = await openReport(t, HOSTILE_REPORT)
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  page.on('dialog', dialog => asked.push(dialog.message()))
  await page.reload()
  t.same(asked.filter(url => !url.startsWith('file:')), [])

  await page.setViewportSize({ width: 390, height: 800 })
  t.equal(await page.evaluate('document.documentElement.scrollWidth'), 390)
  t.match(await page.locator('main').innerText(), HOSTILE_TEXTS[0])
})

t.test('in a browser, it is accessible by day, by night and on a phone', { skip: noBrowser }, async t => {
  for (const report of [TALLY_REPORT, HOSTILE_REPORT]) {
    const page = await openReport(t, report)
    for (const width of [1200, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ colorScheme })
        await page.evaluate(axe.source)
        // A cast: what axe returns.
        const { passes, violations } = await page.evaluate('axe.run()') as AxeResults
        t.ok(passes.some(({ id }) => id === 'color-contrast'))
        t.same(violations.map(({ id, nodes }) => [id, nodes[0]?.html]), [], `${width} ${colorScheme}`)
      }
    }
  }
})

async function openReport (t: Test, report: TestReport) {
  const folder = await mkdtemp(join(tmpdir(), 'standin-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'report.html')
  await writeFile(file, htmlReport(report, GATES))
  return await openPage(t, pathToFileURL(file).href)
}
