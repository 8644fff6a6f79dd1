import { join } from 'node:path'
import t from 'tap'
import { rejectMistypedVerb } from '../../src/cli/reject-mistyped-verb.ts'
import { runBinary } from './run-binary.ts'

for (const [typed, meant] of [
  ['chekc', 'check'],
  ['typse', 'types'],
  ['int', 'init'],
  ['Check', 'check'],
  ['ctrl', 'ctl'],
  ['mocl', 'mock'],
  ['moc', 'mock'],
  ['lint', 'check'],
  ['validate', 'check']
]) {
  t.test(`the verb ${typed} is rejected, as nearly ${meant}`, async t => {
    t.throws(() => rejectMistypedVerb([String(typed), 'x.yaml']), {
      code: 'STANDIN_UNKNOWN_VERB',
      message: `There is no "standin ${typed}": did you mean "standin ${meant}"?`
    })
  })
}

t.test('verbs of other tools are rejected with what to write instead', async t => {
  for (const verb of ['serve', 'start', 'run']) {
    t.throws(() => rejectMistypedVerb([verb]), {
      code: 'STANDIN_UNKNOWN_VERB',
      message: `There is no "standin ${verb}": leave "${verb}" out, as in "standin api.yaml"`
    })
  }
  for (const verb of ['help', 'version']) {
    t.throws(() => rejectMistypedVerb([verb]), {
      code: 'STANDIN_UNKNOWN_VERB',
      message: new RegExp(`^There is no "standin ${verb}": "standin --${verb}" shows `)
    })
  }
  t.throws(() => rejectMistypedVerb(['stop']), { code: 'STANDIN_UNKNOWN_VERB' })
  t.throws(() => rejectMistypedVerb(['proxy', 'x.yaml']), { code: 'STANDIN_UNKNOWN_VERB' })
})

t.test('documents whose names are like verbs are served', async t => {
  const folder = t.testdir({ init: '' })
  for (const documents of [undefined, 'chekc', [], ['chekc.yaml'], ['./chekc'], ['larder'], [join(folder, 'init')]]) {
    t.doesNotThrow(() => rejectMistypedVerb(documents))
  }
})

t.test('a mistyped verb ends the command with exit code 2', async t => {
  t.match(await runBinary(t, ['chekc', 'x.yaml']), { exitCode: 2, stderr: /did you mean "standin check"\?\n$/ })
})
