import t from 'tap'
import { parseDrift } from '../../src/cli/drift-command.ts'
import { DRIFT_FORMAT_NAMES } from '../../src/drift/drift-format-names.ts'

t.test('recordings are told from documents by their ending', async t => {
  t.match(parseDrift(['a.har', 'api.yaml', 'B.HAR', '--overlay', 'o.yaml'], {}), {
    kind: 'drift',
    recordings: ['a.har', 'B.HAR'],
    server: undefined,
    options: { openapi: ['api.yaml'], overlays: ['o.yaml'] },
    output: { formats: ['text'], github: false, output: undefined }
  })
})

t.test('a running server is asked without files', async t => {
  const command = parseDrift(['--url', 'http://127.0.0.1:4010/'], { STANDIN_ADMIN_TOKEN: 'secret' })

  t.match(command, { server: 'http://127.0.0.1:4010', token: 'secret', recordings: [] })
})

t.test('without options, a comparison fails for what contradicts the contract', async t => {
  const command = parseDrift(['a.har'], {})

  t.ok(command.kind === 'drift' && command.output.failOn.has('wrong-type'))
  t.notOk(command.kind === 'drift' && command.output.failOn.has('undeclared-member'))
})

const OUTPUTS: ReadonlyArray<readonly [output: string, formats: readonly string[]]> = [
  ['drift.txt', ['text']],
  ['drift.html', ['html']],
  ['drift.sarif', ['sarif']],
  ['drift.sarif.json', ['sarif']],
  ['drift.json', ['json']],
  ['junit.xml', ['junit']],
  ['drift.md', ['markdown']],
  ['api.overlay.yaml', ['overlay']],
  ['reports/', DRIFT_FORMAT_NAMES]
]

for (const [output, formats] of OUTPUTS) {
  t.test(`the output ${output} has the format ${formats.join(', ')}`, async t => {
    t.match(parseDrift(['a.har', '--output', output], {}), { output: { formats, output } })
  })
}

const MISTAKES: ReadonlyArray<readonly [args: readonly string[], message: RegExp]> = [
  [[], /must be standin drift RECORDING\.har .*, but is without a recording/],
  [['api.yaml'], /without a file that ends in \.har \(api\.yaml\)/],
  [['--url', 'localhost:4010'], /--url must be an address such as/],
  [['--url', 'http://127.0.0.1:1', 'a.har'], /--url must stand without files/],
  [['a.har', '--format', 'serif'], /--format must be some of .*did you mean sarif\?/],
  [['a.har', '--format', 'sarif,html'], /--format must be one where there is no --output/],
  [['a.har', '--output', 'report'], /--output must end in/],
  [['a.har', '--output', ''], /--output must be the path/],
  [['a.har', '--fail-on', 'wrong-typ'], /--fail-on must be some of .*did you mean wrong-type\?/],
  [['a.har', '--fail-onn', 'all'], /--fail-onn of standin drift[^]*did you mean --fail-on\?/]
]

for (const [args, message] of MISTAKES) {
  t.test(`standin drift ${args.join(' ')} is rejected`, async t => {
    t.throws(() => parseDrift(args, {}), { message })
  })
}
