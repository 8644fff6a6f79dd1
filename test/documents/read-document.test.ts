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
