import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { ARAZZO_SCHEMA } from '../../src/journeys/arazzo-schema.ts'
import { SHIPPED_OPENAPI } from '../../src/options.ts'
import { runBinary } from '../cli/run-binary.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = await readFile(new URL('../../docs/guide/journeys.md', import.meta.url), 'utf8')
const textOf = (language: string): string => listCodeBlocks(page).find(block => block.language === language)?.text ?? ''

t.test('the journey of the page does what the page says', async t => {
  const folder = t.testdir({})
  await mkdir(join(folder, 'journeys'))
  const journey = textOf('yaml').replace('../openapi', SHIPPED_OPENAPI)
  await writeFile(join(folder, 'journeys/payments.arazzo.yaml'), journey)
  const [, ...args] = textOf('sh').trim().split(' ').slice(1)
  const { exitCode, stderr, stdout } = await runBinary(t, args, folder)
  t.equal(stderr, '')
  t.equal(exitCode, 0)
  t.equal(withoutTime(stdout), withoutTime(textOf('text')))

  const inFolder = await runBinary(t, ['verify', '--format', 'junit', '--input', 'AccessToken=other'], folder)
  t.match(inFolder.stdout, /<testsuite name="payments-arrive".* tests="2" failures="0"/)

  await writeFile(join(folder, 'journeys/payments.arazzo.yaml'), journey.replace("'Success'", "'Failed'"))
  const failed = await runBinary(t, ['verify'], folder)
  t.equal(failed.exitCode, 1)
  t.match(failed.stdout, /✗ poll .*\n.*payments\.arazzo\.yaml:27:13 .*'Failed' failed: .* is "Success"/)

  await writeFile(join(folder, 'journeys/payments.arazzo.yaml'), journey.replace('getAllExports', 'getAllExport'))
  const broken = await runBinary(t, ['verify'], folder)
  t.equal(broken.exitCode, 2)
  t.match(broken.stderr, /payments\.arazzo\.yaml:21:9 there is no operation "getAllExport", did you mean/)
})

t.test('the page names every extension', async t => {
  const names = new Set(JSON.stringify(ARAZZO_SCHEMA).match(/x-standin-[a-z]+/g))
  t.ok(names.size >= 5)
  for (const name of names) t.ok(page.includes(`\`${name}\``), name)
})

function withoutTime (text: string): string {
  return text.replace(/in [\d.]+ s/, 'in … s')
}
