import { existsSync } from 'node:fs'
import t from 'tap'
import { withDefaults } from '../src/options.ts'
import type { StandinOptions } from '../src/standin-options.ts'

t.test('without options, the documents and fixtures that ship are served, seeded by 1, in real time', async t => {
  const { openapi, fixtures, seed, startsAt, log } = withDefaults()

  t.ok(existsSync(String(openapi)))
  t.ok(existsSync(String(fixtures)))
  t.match({ seed, startsAt, log }, { seed: 1, startsAt: undefined, log: 'silent' })
})

t.test('documents of your own come without the fixtures that ship', async t => {
  t.equal(withDefaults({ openapi: 'contracts' }).fixtures, undefined)
})

t.test('an option that is undefined is as good as left out', async t => {
  t.equal(withDefaults({ seed: undefined }).seed, 1)
})

t.test('the start of the clocks is an instant, in any time zone', async t => {
  t.equal(withDefaults({ startsAt: '2026-01-01T01:00:00+01:00' }).startsAt, 1_767_225_600_000)
})

t.test('one scenario, or several, run in new worlds', async t => {
  t.same(withDefaults().scenario, [])
  t.same(withDefaults({ scenario: 'mews/failure' }).scenario, ['mews/failure'])
  t.same(withDefaults({ scenario: ['mews/failure', 'et/slow'] }).scenario, ['mews/failure', 'et/slow'])
})

t.test('an unknown option is refused, naming the nearest', async t => {
  // A cast: what a user of plain JavaScript could write.
  t.throws(() => withDefaults({ maxWorld: 3 } as StandinOptions), {
    code: 'STANDIN_UNKNOWN_OPTION',
    message: 'There is no option maxWorld; did you mean maxWorlds?'
  })
})

for (const [options, message] of [
  [{ seed: 1.5 }, 'The option seed must be a whole number of 0 or more, but is 1.5'],
  [{ maxWorlds: 0 }, 'The option maxWorlds must be a whole number of 1 or more, but is 0'],
  [
    { startsAt: '1 May' },
    'The option startsAt must be an instant such as 2026-01-01T00:00:00Z, but is "1 May"'
  ],
  [{ openapi: [] }, 'The option openapi must be a directory or a list of files, but is []'],
  [
    { callbackHosts: 'localhost' },
    'The option callbackHosts must be a list of hosts, but is "localhost"'
  ],
  [{ clock: 'stopped' }, 'The option clock must be running or frozen, but is "stopped"'],
  [
    { scenario: '' },
    'The option scenario must be the name of a scenario, such as mews/failure, or a list of names, but is ""'
  ],
  [
    { scenario: [1] },
    'The option scenario must be the name of a scenario, such as mews/failure, or a list of names, but is [1]'
  ],
  [
    { log: 'loud' },
    'The option log must be one of silent, error, warn, info, debug, trace, but is "loud"'
  ]
] as const) {
  t.test(`refused: ${JSON.stringify(options)}`, async t => {
    // A cast: what a user of plain JavaScript could write.
    t.throws(() => withDefaults(options as StandinOptions), {
      code: 'STANDIN_INVALID_OPTION',
      message
    })
  })
}
