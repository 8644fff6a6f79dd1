import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parseCommand } from '../../src/cli/command.ts'
import { startBinary } from './run-binary.ts'

const MOCK = {
  kind: 'serve',
  verb: 'mock',
  host: '127.0.0.1',
  port: 4010,
  watch: 'events',
  options: { log: 'info', openapi: ['a.yaml'], queryPreferences: true, invalidStatus: 422 },
  notes: []
}

const DYNAMIC = { operations: { '*': { dynamic: true } } }

interface Changes {
  readonly host?: string
  readonly port?: number
  readonly watch?: string | boolean
  readonly options?: object
  readonly notes?: readonly unknown[]
}

const ACCEPTED: ReadonlyArray<readonly [line: string, changes: Changes]> = [
  ['a.yaml', {}],
  ['a.yaml -p 8080', { port: 8080 }],
  ['-p8080 a.yaml', { port: 8080 }],
  ['-p=8080 a.yaml', { port: 8080 }],
  ['--port=8080 a.yaml', { port: 8080 }],
  ['a.yaml -h 0.0.0.0', { host: '0.0.0.0' }],
  ['a.yaml --host ::1', { host: '::1' }],
  ['a.yaml b.json', { options: { openapi: ['a.yaml', 'b.json'] } }],
  ['-d a.yaml', { options: { settings: DYNAMIC } }],
  ['--dynamic true a.yaml', { options: { settings: DYNAMIC } }],
  ['-d false a.yaml', {}],
  ['--no-dynamic a.yaml', {}],
  ['--ignoreExamples a.yaml', { options: { settings: DYNAMIC } }],
  ['--ignore-examples=false a.yaml', {}],
  ['--errors a.yaml', { options: { responseErrors: true } }],
  ['a.yaml --errors=false', {}],
  ['--cors a.yaml', {}],
  ['--no-cors a.yaml', { options: { cors: 'off' } }],
  ['--cors false a.yaml', { options: { cors: 'off' } }],
  ['--cors=true a.yaml', {}],
  ['--cors https://pages.example a.yaml', { options: { cors: ['https://pages.example'] } }],
  ['--seed 7 a.yaml', { options: { seed: 7 } }],
  ['--seed null a.yaml', { options: { seed: 1 } }],
  ['-v debug a.yaml', { options: { log: 'debug' } }],
  ['--verboseLevel fatal a.yaml', { options: { log: 'silent' } }],
  ['--verbose-level=trace a.yaml', { options: { log: 'trace' } }],
  ['-m a.yaml', { notes: [/^--multiprocess has no effect/] }],
  ['--multiprocess=false a.yaml', {}],
  ['--json-schema-faker-fillProperties=false a.yaml', {}],
  ['--json-schema-faker-fillProperties a.yaml', { notes: [/^--json-schema-faker-fillProperties has no effect/] }],
  ['-dm a.yaml', { options: { settings: DYNAMIC }, notes: [/^--multiprocess/] }],
  ['--no-watch a.yaml', { watch: false }],
  ['--watch-polling a.yaml', { watch: 'polling' }],
  ['--invalid-status 400 --clock frozen a.yaml', { options: { invalidStatus: 400, clock: 'frozen' } }]
]

for (const [line, { options, notes = [], ...changes }] of ACCEPTED) {
  t.test(`standin mock ${line} is read as Prism reads it`, async t => {
    const { notes: found, ...command } = { notes: undefined, ...parseCommand(['mock', ...line.split(' ')]) }
    const { notes: _none, ...expected } = { ...MOCK, ...changes, options: { ...MOCK.options, ...options } }
    t.same(command, expected)
    t.match(found, notes)
    t.match({ length: notes.length }, { length: [...found ?? []].length })
  })
}

t.test('any text is a seed, the same number each time', async t => {
  const seedOf = (text: string): unknown => {
    const command = parseCommand(['mock', 'a.yaml', '--seed', text])
    return command.kind === 'serve' && command.options.seed
  }
  t.equal(seedOf('orders'), seedOf('orders'))
  t.not(seedOf('orders'), seedOf('order'))
  t.ok(Number.isSafeInteger(seedOf('-12.5 and more digits than a number has: 123456789012345678')))
})

t.test('--help shows the flags of Prism, and --version the version', async t => {
  t.same(parseCommand(['mock', '--help']), { kind: 'mock-help' })
  t.same(parseCommand(['mock', '--version', '-v', 'debug']), { kind: 'version' })
})

t.test('variables set the options of standin alone', async t => {
  const env = { STANDIN_LOG: 'error', STANDIN_WATCH: 'false', STANDIN_PORT: '1', STANDIN_DYNAMIC: 'true' }
  t.match(parseCommand(['mock', 'a.yaml'], env), { port: 1, watch: false, options: { log: 'error' } })
  t.match(parseCommand(['mock'], { STANDIN_OPENAPI: 'contracts' }), { options: { openapi: 'contracts' } })
})

const REFUSED: ReadonlyArray<readonly [line: string, code: string, message: RegExp]> = [
  ['', 'STANDIN_INVALID_OPTION', /standin mock DOCUMENT/],
  ['a.yaml -h', 'STANDIN_INVALID_OPTION', /--help shows the help/],
  ['a.yaml -h -p 1', 'STANDIN_INVALID_OPTION', /--host HOST/],
  ['a.yaml -v', 'STANDIN_INVALID_OPTION', /followed by a value/],
  ['a.yaml -v loud', 'STANDIN_INVALID_OPTION', /trace, debug, info, warn, error, fatal, silent, but is "loud"/],
  ['a.yaml -v constructor', 'STANDIN_INVALID_OPTION', /"constructor"/],
  ['a.yaml -p abc', 'STANDIN_INVALID_OPTION', /whole number from 0 to 65535, but is "abc"/],
  ['a.yaml --errors=maybe', 'STANDIN_INVALID_OPTION', /true or false/],
  ['a.yaml --dynamc', 'STANDIN_UNKNOWN_OPTION', /did you mean --dynamic\?/],
  ['a.yaml -x', 'STANDIN_UNKNOWN_OPTION', /standin mock --help lists them/],
  ['a.yaml -d --settings s.yaml', 'STANDIN_INVALID_OPTION', /operations: { "\*": { dynamic: true } }/]
]

for (const [line, code, message] of REFUSED) {
  t.test(`standin mock ${line} is refused with words`, async t => {
    t.throws(() => parseCommand(['mock', ...line.split(' ').filter(word => word !== '')]), { code, message })
  })
}

t.test('an edit is served without a flag, and what has no effect is told of', async t => {
  const folder = t.testdir({ 'pets.json': JSON.stringify(documentOf('/pets')) })
  const file = join(folder, 'pets.json')
  const { line, url } = await startBinary(t, ['mock', file, '-m', '-v', 'warn'])
  t.match(await line(/^standin: --multiprocess/), 'no effect')
  t.equal((await fetch(`${url}/pets`)).status, 200)

  writeFileSync(file, JSON.stringify(documentOf('/cats')))
  await line(/^standin: reloaded/)
  t.equal((await fetch(`${url}/cats`)).status, 200)
})

function documentOf (path: string): object {
  const responses = { 200: { description: 'ok', content: { 'application/json': { example: {} } } } }
  return { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: { [path]: { get: { responses } } } }
}
