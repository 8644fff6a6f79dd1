import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { MOCK_OPTIONS, OTHER_OPTIONS } from '../../src/cli/mock-options.ts'
import { mockUsageText } from '../../src/cli/mock-usage.ts'
import { runBinary } from './run-binary.ts'

t.test('the help lists every flag of Prism, and its lines fit a wide terminal', async t => {
  const text = mockUsageText()
  for (const { short } of MOCK_OPTIONS) if (short !== undefined) t.match(text, ` -${short}, `)
  for (const flag of ['port', 'cors', 'verboseLevel', 'ignoreExamples', 'json-schema-faker-fillProperties', 'seed']) {
    t.match(text, `--${flag}`)
  }
  for (const { flag } of OTHER_OPTIONS) t.notMatch(text, new RegExp(`^ {6}--${flag} `, 'm'))
  for (const line of text.split('\n')) t.ok(line.length <= 120, line)
})

t.test('the examples of the help are command lines that parse', async t => {
  const examples = mockUsageText().split('Examples:')[1]?.match(/(?<=^ {2}standin ).*$/gm) ?? []
  t.equal(examples.length, 3)
  for (const example of examples) t.match(parseCommand(example.split(' ')), { kind: 'serve', verb: 'mock' })
})

t.test('standin mock --help prints it', async t => {
  const { exitCode, stdout } = await runBinary(t, ['mock', '--help'])
  t.equal(exitCode, 0)
  t.equal(stdout.trim(), mockUsageText().trim())
})
