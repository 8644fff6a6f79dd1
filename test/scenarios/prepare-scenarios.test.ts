import { cpSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { checkScenarios } from '../../src/scenarios/scenario-check.ts'
import { prepareScenarios } from '../../src/scenarios/prepare-scenarios.ts'
import { loadDefinitions } from '../../src/load-definitions.ts'
import { SHIPPED_FIXTURES, withDefaults } from '../../src/options.ts'
import { createStandin } from '../../src/server.ts'

const FIXTURES = new URL('../../fixtures', import.meta.url)
const OPENAPI = new URL('../../openapi/mews.yaml', import.meta.url).pathname

function fixturesWith (t: Test, text: string): string {
  const directory = t.testdir({ mews: { scenarios: { 'mine.yaml': text } } })
  cpSync(join(FIXTURES.pathname, 'mews/rows'), join(directory, 'mews/rows'), { recursive: true })
  return directory
}

t.test("a scenario of one's own is started like those that ship", async t => {
  const app = await createStandin({
    openapi: [OPENAPI],
    fixtures: fixturesWith(t, 'description: Slow.\nsettings: { delayMs: 3 }\n')
  })
  t.teardown(() => app.close())
  t.match((await app.inject('/__admin/scenarios')).json().scenarios, [
    { name: 'mews/mine', source: 'file', file: /mine\.yaml$/ }
  ])
  t.equal(
    (await app.inject({ method: 'POST', url: '/__admin/scenarios/mews/mine/start' })).statusCode,
    200
  )
  t.match((await app.inject({ method: 'DELETE', url: '/__admin/scenarios/mews/mine' })).json(), {
    status: 409,
    code: 'STANDIN_SCENARIO_FROM_FILE',
    detail: /mine\.yaml/
  })

  const payload = { description: 'Fast.' }
  t.match(
    (await app.inject({ method: 'PUT', url: '/__admin/scenarios/mews/mine', payload })).statusCode,
    201
  )
  t.match(
    (await app.inject('/__admin/scenarios/mews/mine')).json(),
    { description: 'Fast.', source: 'world' },
    'a world can have another of the name'
  )
  t.equal(
    (await app.inject({ method: 'DELETE', url: '/__admin/scenarios/mews/mine' })).statusCode,
    204
  )
  t.match((await app.inject('/__admin/scenarios/mews/mine')).json(), { description: 'Slow.' })
})

const MISTAKES: ReadonlyArray<readonly [text: string, message: RegExp]> = [
  [
    'description: x\nsetting:\n  delayMs: 3\n',
    /mine\.yaml:2:1 \/setting must not be present \(did you mean "settings"\?\)/
  ],
  [
    'description: x\nsettings:\n  resources:\n    mews.Export:\n      lifecycle: failur\n',
    /mine\.yaml:5:7 \/settings\/resources\/mews\.Export\/lifecycle must .*\(did you mean "failure"\?\)/
  ],
  [
    'description: x\nparameters:\n  max: { default: 3 }\n' +
      'stubs:\n  - operation: mews.addExport\n    times: $parameters.maxx\n',
    /mine\.yaml:6:5 \/stubs\/0\/times must be a parameter of this scenario, but is "maxx" \(did you mean "max"\?\)/
  ],
  [
    'description: x\nstubs:\n  - operation: mews.addExport\n    reply:\n      status: 400\n      body: { Mesage: x }\n',
    /mine\.yaml:6:\d+ \/stubs\/0\/reply\/body\/Mes\w+/
  ],
  [
    'description: x\nresources:\n  mews.Exports: {}\nstubs:\n  - operation: mews.addExprt\n',
    /mine\.yaml:3:3 .*did you mean "mews\.Export"[^]*mine\.yaml:5:5 .*did you mean "mews\.addExport"/
  ],
  ['- description: x\n', /mine\.yaml:1:1 must be an object/]
]

for (const [text, message] of MISTAKES) {
  t.test(
    `a mistake is told with file, line and the nearest word: ${JSON.stringify(text)}`,
    async t => {
      await t.rejects(createStandin({ openapi: [OPENAPI], fixtures: fixturesWith(t, text) }), {
        code: 'STANDIN_INVALID_DOCUMENT',
        message
      })
    }
  )
}

t.test('those that ship pass the check that a start with them leaves out', async t => {
  const shipped = await loadDefinitions(withDefaults({ fixtures: SHIPPED_FIXTURES }))
  const files = await shipped.readScenarioFiles()
  t.ok(shipped.isPrechecked)
  t.notOk(
    (await loadDefinitions(withDefaults(), () => {})).isPrechecked,
    'whoever watches what ships has it checked'
  )
  t.ok(files.length > 40, `${files.length} scenarios`)
  t.doesNotThrow(() => checkScenarios(files, shipped))
  const scenarios = await (await prepareScenarios(shipped))()
  t.same(
    scenarios.map(({ document }) => document),
    files.map(({ value }) => value)
  )
})
