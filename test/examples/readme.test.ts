import { readFileSync } from 'node:fs'
import t from 'tap'
import { consolePicture } from '../../docs/picture/console-picture.ts'
import { recordConsole } from '../../docs/picture/record-console.ts'
import { parseCommand } from '../../src/cli/command.ts'
import { createStandin } from '../../src/server.ts'
import { listCodeBlocks } from './code-blocks.ts'
import { playCurls } from './play-curls.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const readme = readFileSync(`${ROOT}README.md`, 'utf8')

t.test('the quick start can be pasted, and is answered as shown', async t => {
  const [start, ...blocks] = listCodeBlocks(readme, '## Quick start')
  const words = String(start?.text).trim().replace('node_modules/standin/', ROOT).split(' ')
  t.same(words.slice(0, 2), ['npx', 'standin'])
  const command = parseCommand(words.slice(2))
  if (command.kind !== 'serve') return t.fail('it does not serve')
  const app = await createStandin({ ...command.options, log: 'silent' })
  t.teardown(() => app.close())

  t.ok(blocks.length > 15)
  await playCurls(t, app, blocks)
})

t.test('the picture shows what the console prints in the quick start', async t => {
  const shown = readFileSync(`${ROOT}docs/picture/console.svg`, 'utf8')
  const now = consolePicture(await recordConsole())
  const command = 'npm run picture'
  t.equal(wordsOf(now).join(' '), wordsOf(shown).join(' '), `it is up to date; else ${command} draws it again`)
})

/** Returns the words of a picture, without the times of day and the durations. */
function wordsOf (picture: string): string[] {
  const words = [...picture.matchAll(/>([^<\n]+)<\/text>/g)].map(([, word = '']) => word)
  return words.filter(word => !/^(\d\d:\d\d:\d\d\.\d{3}|[\d.]+)$/.test(word))
}
