import t from 'tap'
import { exactJson, toExactNumber } from '../src/exact-json.ts'

const SAME = [
  '{"id":9007199254740993}',
  '[-9007199254740993,9007199254740992,9007199254740991]',
  '9223372036854775807',
  '{"a":{"b":[1,"9007199254740993",null,true,1.5]}}',
  '{"__proto__":9007199254740993,"constructor":{"__proto__":1}}',
  '[1,2,3]',
  '"[9007199254740993]"',
  '[1e+30,0.1]'
]

for (const text of SAME) {
  t.test(`${text} is written as it is read`, async t => t.equal(exactJson.stringify(exactJson.parse(text)), text))
}

t.test('only what a double does not hold exactly is a BigInt', async t => {
  const text = '[ 9007199254740993 , 9007199254740991, 1e30, 123456789012345678.5, "9007199254740993", -0 ]'
  const values = [9007199254740993n, 9007199254740991, 1e30, 123456789012345680, '9007199254740993', -0]
  t.strictSame(exactJson.parse(text), values)
  t.strictSame(['7', '-9007199254740992', '1.5'].map(toExactNumber), [7, -9007199254740992n, 1.5])
})

t.test('a BigInt is written as a number, in any form', async t => {
  t.equal(exactJson.stringify({ a: 5n, b: [2n ** 64n] }, 2), '{\n  "a": 5,\n  "b": [\n    18446744073709551616\n  ]\n}')
  t.equal(exactJson.stringify({ at: new Date(0), n: 5n }), '{"at":"1970-01-01T00:00:00.000Z","n":5}')
})

t.test('what JSON cannot have is refused as by JSON itself', async t => {
  const circular: { self?: unknown, n: bigint } = { n: 5n }
  circular.self = circular
  t.throws(() => exactJson.stringify(circular), TypeError)
  t.throws(() => exactJson.parse('[9007199254740993'), SyntaxError)
  t.throws(() => exactJson.parse('{'), SyntaxError)
})
