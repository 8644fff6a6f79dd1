import t from 'tap'
import { createLocator, readDocument, readJson } from '../../src/documents/read-document.ts'

const MARK = '\ufeff'

t.test('a byte order mark is ignored, in JSON and in YAML', async t => {
  const value = { openapi: '3.1.0' }
  t.same(readDocument(`${MARK}{"openapi":"3.1.0"}`), { kind: 'value', value })
  t.same(readJson(`${MARK}{"openapi":"3.1.0"}`), { kind: 'value', value })
  t.same(readDocument(`${MARK}openapi: 3.1.0`), { kind: 'value', value })
})

t.test('a place after a byte order mark is where an editor shows it', async t => {
  t.same(createLocator(`${MARK}{"a":1}`)('/a'), createLocator('{"a":1}')('/a'))
  t.same(readDocument(`${MARK}{"a":}`), readDocument('{"a":}'))
})

t.test('YAML may begin with a brace', async t => {
  const text = '{openapi: 3.1.0, info: {title: T, version: "1"},\n paths: {}}'
  t.same(readDocument(text), {
    kind: 'value',
    value: { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {} }
  })
  t.match(createLocator(text)('/paths'), { line: 2 })
})

t.test('what is neither JSON nor YAML is reported as the JSON that it seems to be', async t => {
  const reading = readDocument('{"a": 1,, "b": }')
  t.match(reading, { kind: 'unreadable', problems: [{ place: { line: 1, column: 9 }, message: /^is not JSON/ }] })
})

const LOOSE: Array<[mistake: string, text: string, column: number]> = [
  ['a comma after the last member', '{"a": 1,}', 9],
  ['a comma after the last item', '{"a": [1,]}', 10],
  ['a member without a value', '{"a": }', 7],
  ['a name without quotes', '{a: 1}', 2],
  ['single quotes', "{'a': 1}", 2],
  ['a list with a comma at its end', '[1,]', 4]
]

for (const [mistake, text, column] of LOOSE) {
  t.test(`${mistake} is YAML, and a mistake in a file named as JSON`, async t => {
    const problems = [{ place: { line: 1, column }, message: /^is not JSON/ }]
    for (const file of ['shop.json', 'SHOP.JSON', 'https://example.com/shop.json?v=1']) {
      t.match(readDocument(text, file), { kind: 'unreadable', problems }, file)
    }
    for (const file of ['shop.yaml', 'shop.yml', 'shop', 'json', 'shop.json.yaml']) {
      t.match(readDocument(text, file), { kind: 'value' }, file)
    }
  })
}

t.test('a file named as JSON may hold YAML that begins like no JSON', async t => {
  t.same(readDocument('openapi: 3.1.0', 'shop.json'), { kind: 'value', value: { openapi: '3.1.0' } })
})
