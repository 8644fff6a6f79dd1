import t from 'tap'
import { COMMAND_OPTIONS } from '../../src/cli/command-options.ts'
import { parseCommand } from '../../src/cli/command.ts'
import { usageText } from '../../src/cli/usage.ts'
import { withDefaults } from '../../src/options.ts'

t.test('the help lists every option, and its lines fit a wide terminal', async t => {
  const lines = usageText('1.2.3').split('\n')

  t.match(lines[0], /^standin 1\.2\.3/)
  for (const { flag } of COMMAND_OPTIONS) t.ok(lines.some(line => line.includes(`--${flag}`)), flag)
  for (const line of lines) t.ok(line.length <= 120, line)
})

t.test('every option of the server can be set on the command line', async t => {
  const settable = COMMAND_OPTIONS.map(({ sets }) => sets)

  for (const name of Object.keys(withDefaults())) t.ok(settable.some(sets => sets === name), name)
})

t.test('the defaults that the help shows are those that hold', async t => {
  const text = usageText('1.2.3')

  t.match(parseCommand([]), { port: 4010, host: '127.0.0.1', options: { log: 'warn' } })
  t.match(text, /--port .*\(default: 4010\)/)
  t.match(text, /--host .*\(default: 127\.0\.0\.1\)/)
  t.match(text, /--log LEVEL[^-]*\(default:\s+info on a terminal, else warn\)/)
  t.match(text, new RegExp(`--body-limit .*\\(default: ${withDefaults().bodyLimit}\\)`))
})

t.test('the examples of the help are command lines that parse', async t => {
  const examples = usageText('1.2.3').split('Examples:')[1]?.match(/(?<=^ {2}standin).*$/gm) ?? []

  t.equal(examples.length, 3)
  for (const example of examples) {
    t.match(parseCommand(example.split(' ').filter(word => word !== '')), { kind: 'serve' })
  }
})
