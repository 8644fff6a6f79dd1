import t from 'tap'
import { fromPlainData, toPlainData } from '../../src/dumps/plain-data.ts'
import { exactJson } from '../../src/exact-json.ts'

const VALUES: readonly unknown[] = [
  1, 'text', null, true, [], {}, [1, [2]], { a: { b: [null] } },
  Buffer.from([0, 255, 7]),
  { file: Buffer.from('text'), list: [Buffer.alloc(0)] },
  { $base64: 'AAAA' },
  { $$base64: 'AAAA', $base64: 1, $other: 2 },
  { __proto__x: 1 },
  9007199254740993n
]

for (const value of VALUES) {
  t.test(`${exactJson.stringify(value)} comes back from JSON as it was`, async t => {
    t.strictSame(fromPlainData(exactJson.parse(exactJson.stringify(toPlainData(value)))), value)
  })
}

t.test('a value that writes itself is written as JSON has it', async t => {
  const value = { made: new Date(0), list: [{ toJSON: () => ({ file: Buffer.from('text') }) }] }
  t.same(toPlainData(value), { made: '1970-01-01T00:00:00.000Z', list: [{ file: { $base64: 'dGV4dA==' } }] })
})
