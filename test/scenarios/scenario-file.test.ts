import t from 'tap'
import { readScenarioFiles } from '../../src/scenarios/scenario-file.ts'

t.test('the files of each API are read, sorted by name, and know their lines', async t => {
  const directory = t.testdir({
    shop: {
      scenarios: {
        'sold-out.yaml': 'description: Nothing is left.\nstubs: []\n',
        'busy.json': '{ "description": "Full." }',
        'notes.txt': ''
      }
    },
    bank: { scenarios: { 'closed.yml': 'description: Closed.\n' } },
    other: { scenarios: { 'unserved.yaml': '- [' } }
  })
  const files = await readScenarioFiles(['shop', 'bank', 'none'], { fixtures: directory })
  t.same(
    files.map(({ name, value }) => [name, value]),
    [
      ['bank/closed', { description: 'Closed.' }],
      ['shop/busy', { description: 'Full.' }],
      ['shop/sold-out', { description: 'Nothing is left.', stubs: [] }]
    ]
  )
  t.same(files[2]?.locate('/stubs'), { line: 2, column: 1 })
  t.match(files[2]?.file, /sold-out\.yaml$/)
})

t.test('without fixtures, or without scenarios in them, there are none', async t => {
  t.same(await readScenarioFiles(['shop'], {}), [])
  t.same(await readScenarioFiles(['shop'], { fixtures: t.testdir({ shop: {} }) }), [])
})

t.test('every file that cannot be read is told with its place', async t => {
  const directory = t.testdir({
    shop: {
      scenarios: {
        'a.yaml': 'description: [\n',
        'b.json': '{ "description":,, }',
        'c.yaml': '',
        'c.json': '{}',
        'not a name.yaml': '',
        'd.yaml': {}
      }
    }
  })
  const problems = [
    /a\.yaml:2:1 is not YAML/,
    /b\.json:1:17 is not JSON/,
    /c\.\w+ has the same scenario name as another file, "shop\/c"/,
    /d\.yaml cannot be read: it is a directory, not a file/,
    /not a name\.yaml gives a scenario the name "shop\/not a name"/
  ]
  await t.rejects(readScenarioFiles(['shop'], { fixtures: directory }), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message: new RegExp(problems.map(({ source }) => source).join('[^]*'))
  })
})
