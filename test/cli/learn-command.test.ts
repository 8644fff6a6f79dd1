import t from 'tap'
import { parseLearn } from '../../src/cli/learn-command.ts'

t.test('a recording and a document are told apart', async t => {
  t.match(parseLearn(['api.yaml', 'a.har', '--keep', 'City,Client', '--out', 'x'], {}), {
    kind: 'learn',
    document: 'api.yaml',
    recordings: ['a.har'],
    keep: ['City', 'Client'],
    out: 'x',
    force: false
  })
  t.match(parseLearn(['--url', 'http://127.0.0.1:4010/', 'api.yaml'], {}), { server: 'http://127.0.0.1:4010' })
})

const MISTAKES: ReadonlyArray<readonly [args: readonly string[], message: RegExp]> = [
  [[], /without a document/],
  [['a.har'], /without a document/],
  [['api.yaml'], /without a file that ends in \.har/],
  [['a.har', 'api.yaml', 'other.yaml'], /with 2 documents/],
  [['--url', 'http://127.0.0.1:1', 'a.har', 'api.yaml'], /--url must stand without a recording/],
  [['--url', 'here', 'api.yaml'], /--url must be an address/],
  [['a.har', 'api.yaml', '--keeps', 'x'], /did you mean\s--keep\?/]
]

for (const [args, message] of MISTAKES) {
  t.test(`standin learn ${args.join(' ')} is rejected`, async t => {
    t.throws(() => parseLearn(args, {}), { message })
  })
}
