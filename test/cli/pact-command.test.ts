import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { pactUsageText } from '../../src/cli/pact-usage.ts'

t.test('what is left out has its default', async t => {
  t.match(parseCommand(['pact', '--consumer', 'web']), {
    kind: 'pact',
    url: 'http://127.0.0.1:4010',
    world: undefined,
    query: { consumer: 'web', provider: undefined, api: undefined, spec: '4' },
    output: 'pacts',
    publishing: undefined
  })
})

t.test('options win over the environment', async t => {
  const env = { STANDIN_URL: 'http://a:1', STANDIN_WORLD: 'w', STANDIN_ADMIN_TOKEN: 't', PACT_BROKER_TOKEN: 'b' }
  const args = ['pact', '--consumer', 'web', '--spec', '3.0.0', '--publish', 'https://broker.example/', '--version', '1']
  t.match(parseCommand(args, env), {
    url: 'http://a:1',
    world: 'w',
    token: 't',
    query: { spec: '3' },
    publishing: { url: 'https://broker.example', token: 'b', version: '1', tags: [] }
  })
  t.match(parseCommand([...args, '--url', 'http://b:2', '--broker-token', 'c', '--tag', 'x', '--tag', 'y'], env), {
    url: 'http://b:2',
    publishing: { token: 'c', tags: ['x', 'y'] }
  })
})

t.test('check and provider have options of their own', async t => {
  t.match(parseCommand(['pact', 'check', 'a.yaml', 'b.json', '--overlay', 'c.yaml', '--format', 'junit']), {
    kind: 'pact-check',
    files: ['a.yaml', 'b.json'],
    overlays: ['c.yaml'],
    output: { formats: ['junit'] }
  })
  const provider = ['pact', 'provider', 'a.yaml', '--provider', 'Shelf', '--publish', 'https://b.example', '--version', '1']
  t.match(parseCommand(provider), { kind: 'pact-provider', file: 'a.yaml', provider: 'Shelf', report: undefined })
})

const MISTAKES: ReadonlyArray<[args: string[], message: RegExp]> = [
  [['pact'], /--consumer/],
  [['pact', '--consumer', ''], /--consumer/],
  [['pact', 'chekc'], /check, provider/],
  [['pact', '--consumer', 'web', '--spec', '5'], /--spec must be 4 or 3/],
  [['pact', '--consumer', 'web', '--url', 'localhost'], /--url/],
  [['pact', '--consumer', 'web', '--branch', 'main'], /--branch must be given with --publish/],
  [['pact', '--consumer', 'web', '--publish', 'https://b.example'], /--version/],
  [['pact', '--consumer', 'web', '--publish', 'b.example', '--version', '1'], /--publish/],
  [['pact', 'check', 'a.yaml'], /CONTRACT … PACT …/],
  [['pact', 'provider', 'a.yaml', '--publish', 'https://b.example', '--version', '1'], /--provider/],
  [['pact', 'provider', 'a.yaml', '--provider', 'Shelf'], /--publish/],
  [['pact', 'provider', '--provider', 'Shelf'], /CONTRACT/]
]

for (const [args, message] of MISTAKES) {
  t.test(`standin ${args.join(' ')} is no command`, async t => {
    t.throws(() => parseCommand(args), { code: 'STANDIN_INVALID_OPTION', message })
  })
}

t.test('an unknown option names the nearest', async t => {
  t.throws(() => parseCommand(['pact', '--consumr', 'web']), { message: /did you mean --consumer\?/ })
})

t.test('the help fits a wide terminal, and its examples parse', async t => {
  const text = pactUsageText()
  for (const line of text.split('\n')) t.ok(line.length <= 120, line)
  const examples = text.split('Examples:')[1]?.match(/(?<=^ {2}standin ).*$/gm) ?? []
  t.equal(examples.length, 3)
  for (const example of examples) t.match(parseCommand(example.split(' ')), { kind: /^pact/ })
  for (const args of [['pact', '--help'], ['pact', 'check', '-h'], ['pact', 'provider', '-h']]) {
    t.same(parseCommand(args), { kind: 'pact-help' })
  }
})
