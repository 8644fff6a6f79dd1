import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { FORMAT_NAMES } from '../../src/reports/format-names.ts'
import { REPORT_FORMATS } from '../../src/reports/report-formats.ts'
import { tryReportFolder, writeReportFile, writeReportFolder } from '../../src/reports/write-report-files.ts'
import { TALLY_REPORT } from './tally-report.ts'

t.test('a folder gets a file for each format, with the folders above it', async t => {
  const folder = join(t.testdir(), 'a/b')
  await writeReportFolder(folder, TALLY_REPORT, { formats: FORMAT_NAMES })
  t.same(readdirSync(folder).sort(), FORMAT_NAMES.map(name => REPORT_FORMATS[name].file).sort())
  t.equal(readFileSync(join(folder, 'report.md'), 'utf8'), REPORT_FORMATS.markdown.write(TALLY_REPORT))
})

t.test('a file is replaced, and no draft stays', async t => {
  const folder = t.testdir({ 'report.json': 'before' })
  await writeReportFile(join(folder, 'report.json'), 'after')
  t.equal(readFileSync(join(folder, 'report.json'), 'utf8'), 'after')
  t.same(readdirSync(folder), ['report.json'])
})

t.test('a folder is tried without a trace, and made', async t => {
  const folder = join(t.testdir(), 'new')
  await tryReportFolder(folder)
  t.same(readdirSync(folder), [])
  await tryReportFolder(folder)
})

t.test('a folder may be a link to one', async t => {
  const folder = t.testdir({ real: {} })
  symlinkSync('real', join(folder, 'link'))
  await tryReportFolder(join(folder, 'link'))
  await writeReportFile(join(folder, 'link/report.txt'), 'text')
  t.ok(existsSync(join(folder, 'real/report.txt')))
})

t.test('what cannot be written is told, with the reason', async t => {
  const folder = t.testdir({ file: '' })
  mkdirSync(join(folder, 'report.txt'))
  const file = join(folder, 'file')
  const table: ReadonlyArray<readonly [string, () => Promise<void>]> = [
    ['there is a file where a directory should be', () => tryReportFolder(file)],
    ['there is a file where a directory should be', () => tryReportFolder(join(file, 'a/b'))],
    ['there is a file where a directory should be', () => writeReportFile(join(file, 'a.txt'), 'text')],
    ['it is a directory', () => writeReportFile(join(folder, 'report.txt'), 'text')]
  ]
  for (const [why, write] of table) {
    await t.rejects(write(), { code: 'STANDIN_REPORT_NOT_WRITTEN', message: new RegExp(`: ${why}$`) })
  }
  t.same(readdirSync(folder).sort(), ['file', 'report.txt'])
})
