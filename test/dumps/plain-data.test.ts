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
