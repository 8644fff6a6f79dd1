import { join } from 'node:path'
import t from 'tap'
import { createStandin } from '../../src/server.ts'
import type { StandinOptions } from '../../src/standin-options.ts'
import { startStandin } from '../start-standin.ts'

const YAML = 'delayMs: 5\noperations:\n  mews.*: { fault: no-answer }\n'

t.test('every new world starts with the settings of a file, and comes back to them by a reset', async t => {
  const folder = t.testdir({ 'settings.yaml': YAML })
  const { admin, settings, world } = await startStandin(t, { settings: join(folder, 'settings.yaml') })
  const started = { delayMs: 5, operations: { 'mews.*': { fault: 'no-answer' } }, progression: 'clock' }
  t.match((await admin('GET', '/settings')).json(), started)
  await settings({ delayMs: 0 })
  await admin('POST', '/reset')
  t.match((await admin('GET', '/settings')).json(), started)
  const other = await world('other')
  t.match((await other.admin('GET', '/settings')).json(), started)
})

t.test('the settings of a scenario come on top of those of the start', async t => {
  const { admin } = await startStandin(t, { settings: { delayMs: 5 }, scenario: 'mews/failure' })
  t.equal((await admin('GET', '/settings')).json().delayMs, 5)
  t.match((await admin('GET', '/scenarios')).json().running, [{ name: 'mews/failure' }])
})

/** Returns the message with which a server with these settings does not start. */
async function mistakeOf (settings: StandinOptions['settings']): Promise<string> {
  try {
    await (await createStandin({ settings })).close()
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

t.test('mistakes in a file are told with their places', async t => {
  const folder = t.testdir({
    'word.yaml': 'delayMs: 5\noperation: {}\n',
    'name.yaml': 'delayMs: 5\noperations:\n  mews.addExprt: { delay: 1 }\n',
    'type.json': '{\n  "delayMs": "5"\n}',
    'broken.yaml': 'a: [\n',
    'list.yaml': '- a\n'
  })
  const at = (name: string) => mistakeOf(join(folder, name))
  t.match(await at('word.yaml'), /word\.yaml:2.*did you mean "operations"/)
  t.match(await at('name.yaml'), /name\.yaml:3.*did you mean "mews\.addExport"/)
  t.match(await at('type.json'), /type\.json:2.*delayMs must be/)
  t.match(await at('broken.yaml'), /broken\.yaml/)
  t.match(await at('list.yaml'), /list\.yaml.*must be/)
  t.match(await at('missing.yaml'), /missing\.yaml.*cannot be read/)
})

t.test('mistakes in an object are told too', async t => {
  t.match(await mistakeOf({ delayMs: -1 }), /the option settings.*delayMs must be/)
  t.match(await mistakeOf({ operations: { 'mews.x': {} } }), /the option settings.*must be an operation/)
})
