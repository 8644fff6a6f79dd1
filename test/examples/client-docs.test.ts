import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import t from 'tap'
import type { Test } from 'tap'
import { parseCtl } from '../../src/cli/ctl.ts'
import { startStandin } from '../../src/testing.ts'
import { childEnvironment } from '../child-environment.ts'
import { compile } from '../compile.ts'
import { listCodeBlocks } from './code-blocks.ts'

const page = readFileSync(new URL('../../docs/reference/client.md', import.meta.url), 'utf8')
const HEADINGS = ['### tap', '### node:test', '### vitest', '### jest']

/** Declarations of test runners that are not installed, as far as the page uses them. */
const RUNNERS = `
declare module 'vitest' {
  interface Context { onTestFinished (close: () => Promise<void>): void }
  export function test (title: string, run: (context: Context) => Promise<void>): void
  export function expect (value: unknown): { toEqual (other: unknown): void }
}
declare module '@jest/globals' {
  export function beforeAll (run: () => Promise<void>): void
  export function afterAll (run: () => Promise<void>): void
  export function test (title: string, run: () => Promise<void>): void
  export function expect (value: unknown): { toEqual (other: unknown): void }
}
`

t.test('the first example prints what is shown', async t => {
  const { server: { url } } = await startStandin(t)
  const [, shown] = listCodeBlocks(page)

  t.equal(await run(t, example('# The typed client').replace('http://127.0.0.1:4010', url)), shown?.text)
})

t.test('the example for tap runs', async t => {
  t.match(await run(t, example('### tap')), /^# pass|ok 1 - an export is pending/m)
})

t.test('the example for node:test runs', async t => {
  t.match(await run(t, example('### node:test')), /pass 1\b/)
})

t.test('every example is held to the types', async t => {
  const examples = Object.fromEntries(['# The typed client', ...HEADINGS].map((heading, index) => [
    `example-${index}.mts`,
    example(heading)
  ]))
  const folder = t.testdir({ ...examples, 'runners.d.ts': RUNNERS })

  t.same(compile([...Object.keys(examples), 'runners.d.ts'].map(name => `${folder}/${name}`)), [])
})

t.test('the commands for a shell parse', async t => {
  const commands = listCodeBlocks(page, '## From a shell').flatMap(({ text }) => text.trim().split('\n'))

  t.equal(commands.length, 8)
  for (const command of commands) {
    // A shell writes to the file itself.
    const [given = ''] = command.replace('standin ctl ', '').replaceAll("'", '').split(' > ')
    t.match(parseCtl(given.split(' ')), { kind: 'ctl' })
  }
})

/** Returns the first example under a heading, with imports of the sources. */
function example (heading: string): string {
  const [block] = listCodeBlocks(`\n${page}`, heading).filter(({ language }) => language === 'ts')
  const source = new URL('../../src/', import.meta.url).pathname
  return String(block?.text).replaceAll("'standin/testing'", `'${source}testing.ts'`).replaceAll(
    "'standin/client'",
    `'${source}client/index.ts'`
  )
}

async function run (t: Test, code: string): Promise<string> {
  const folder = t.testdir({ 'example.mts': code })
  const { stdout } = await promisify(execFile)(process.execPath, [`${folder}/example.mts`], { env: childEnvironment() })
  return stdout
}
