import t from 'tap'
import { describeFailure } from '../../src/cli/failure.ts'
import { InvalidDocument, UnknownOption } from '../../src/errors.ts'

const ADDRESS = { host: '127.0.0.1', port: 80 }

t.test('a mistake on the command line is told in one line, with exit code 2', async t => {
  t.same(describeFailure(new UnknownOption('--prot', 'did you mean --port?')), {
    lines: ['There is no option --prot; did you mean --port?'],
    exitCode: 2
  })
})

t.test('each problem of a document has its line, with exit code 1', async t => {
  t.same(describeFailure(new InvalidDocument('a.yaml:1:1 one\nb.yaml:2:3 two')), {
    lines: ['a.yaml:1:1 one', 'b.yaml:2:3 two'],
    exitCode: 1
  })
})

for (const [code, pattern] of [
  ['EADDRINUSE', /^Port 80 of 127\.0\.0\.1 is in use: .*--port 0/],
  ['EACCES', /may not listen on port 80 of 127\.0\.0\.1/],
  ['EADDRNOTAVAIL', /"127\.0\.0\.1" is not an address of this machine/],
  ['ENOTFOUND', /"127\.0\.0\.1" is not an address of this machine/]
] as const) {
  t.test(`${code} says what to do about it`, async t => {
    const { lines, exitCode } = describeFailure(Object.assign(new Error('listen'), { code }), ADDRESS)

    t.match(lines, [pattern])
    t.equal(exitCode, 1)
  })
}

t.test('whatever else has a code, or is a text, is told in its own words', async t => {
  t.same(describeFailure('Stopped'), { lines: ['Stopped'], exitCode: 1 })
  t.same(describeFailure(Object.assign(new Error('no room'), { code: 'ENOSPC' }), ADDRESS), {
    lines: ['no room'],
    exitCode: 1
  })
})

t.test('a fault of the program itself comes with its stack trace', async t => {
  const { lines, exitCode } = describeFailure(new TypeError('x is not a function'))

  t.match(lines, ['TypeError: x is not a function', /^ +at .*failure\.test\.ts/])
  t.equal(exitCode, 1)
})
