import t from 'tap'
import { startOfJson } from '../../src/journal/start-of-json.ts'

const STARTS: ReadonlyArray<readonly [text: string, length: number, json: string]> = [
  ['{"a":1,"b":[2,3]}', 6, '{}'],
  ['{"a":1,"b":[2,3]}', 7, '{"a":1}'],
  ['{"a":1,"b":[2,3]}', 9, '{"a":1}'],
  ['{"a":1,"b":[2,3]}', 14, '{"a":1,"b":[2]}'],
  ['{"a":1,"b":[2,3]}', 16, '{"a":1,"b":[2,3]}'],
  ['{"a":"long text"}', 10, '{"a":"long"}'],
  ['["a\\nb"]', 4, '["a"]'],
  ['["a\\u00e9b"]', 8, '["a"]'],
  ['["a\\u00e9b"]', 9, '["a\\u00e9"]'],
  ['[{"name":1}]', 5, '[{}]'],
  ['[true,null]', 8, '[true]'],
  ['"text"', 3, '"te"'],
  ['["]}{[,:", 1]', 12, '["]}{[,:"]']
]

for (const [text, length, json] of STARTS) {
  t.test(`the first ${length} characters of ${text} are ${json}`, async t => {
    const start = startOfJson(text, length)
    t.equal(start.json, json)
    t.ok(json.endsWith(start.closing))
  })
}

t.test('every start of a JSON text is JSON', async t => {
  const value = { a: [1, 2, { b: 'x"\\y\u0000é' }], 'c"d': true, n: null, e: {}, f: [[]], g: -1.5e10 }
  for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
    for (let length = 1; length <= text.length; length++) {
      t.doesNotThrow(() => JSON.parse(startOfJson(text, length).json), text.slice(0, length))
    }
  }
})
