import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { rejectPrismMeaning } from '../../src/cli/reject-prism-meaning.ts'
import { runBinary } from './run-binary.ts'
import { sameAsInPrism } from '../../src/cli/same-as-in-prism.ts'

for (const line of [
  '-h 0.0.0.0',
  'a.yaml -h 0.0.0.0',
  '-h 0.0.0.0 a.yaml',
  '-h0.0.0.0',
  '-h=0.0.0.0',
  '--port 1 -h 0.0.0.0'
]) {
  t.test(`standin ${line} is refused: -h shows the help`, async t => {
    t.throws(() => parseCommand(line.split(' ')), {
      code: 'STANDIN_INVALID_OPTION',
      message: /^-h must stand alone.*--host 0\.0\.0\.0; "standin mock".*"0\.0\.0\.0"$/
    })
  })
}

for (const line of ['-v debug', 'a.yaml -v debug', '-vdebug', '-v=debug']) {
  t.test(`standin ${line} is refused: -v shows the version`, async t => {
    t.throws(() => parseCommand(line.split(' ')), {
      code: 'STANDIN_INVALID_OPTION',
      message: /^-v must stand alone.*--log debug; "standin mock".*"debug"$/
    })
  })
}

t.test('-h and -v alone, beside other flags or after the documents, mean what they say', async t => {
  for (const line of ['-h', '--port 1 -h', '-h --port 1', 'a.yaml -h']) {
    t.same(parseCommand(line.split(' ')), { kind: 'help' }, line)
  }
  t.same(parseCommand(['a.yaml', '-v']), { kind: 'version' })
  t.doesNotThrow(() => rejectPrismMeaning(['a.yaml', '--', '-h', 'b.yaml']))
})

for (const flag of [
  '-p', '-d', '-m', '--dynamic', '--errors', '--no-cors', '--verboseLevel', '--ignoreExamples', '--multiprocess',
  '--json-schema-faker-fillProperties'
]) {
  t.test(`without the verb, ${flag} is refused with the verb that takes it`, async t => {
    t.throws(() => parseCommand(['a.yaml', flag]), {
      code: 'STANDIN_UNKNOWN_OPTION',
      message: `There is no option ${flag}; ${sameAsInPrism(flag)}`
    })
    t.match(sameAsInPrism(flag), /^"standin mock" takes it/)
  })
}

t.test('the refusal ends the command with exit code 2, and serves nothing', async t => {
  t.match(await runBinary(t, ['-h', '0.0.0.0']), { exitCode: 2, stdout: /^$/, stderr: /--host 0\.0\.0\.0/ })
})
