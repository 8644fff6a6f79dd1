import t from 'tap'
import { exampleValue, isWritten } from '../../src/contract/example-value.ts'
import type { JsonObject } from '../../src/documents/is-object.ts'
import { externalValues } from '../../src/documents/external-values.ts'

const XML = 'application/xml'
const FORM = 'application/x-www-form-urlencoded'

/** OpenAPI 3.2, section 4.14 (Example Object). */
const STATED: Array<[example: JsonObject, mediaType: string | undefined, member: string, value: unknown]> = [
  [{ value: { a: 1 } }, undefined, 'value', { a: 1 }],
  [{ value: null }, undefined, 'value', null],
  [{ value: false }, XML, 'value', false],
  [{ dataValue: { a: 1 } }, undefined, 'dataValue', { a: 1 }],
  [{ dataValue: { a: 1 } }, XML, 'dataValue', { a: 1 }],
  [{ dataValue: { a: 1 }, serializedValue: '{"a": 1}' }, undefined, 'dataValue', { a: 1 }],
  [{ dataValue: { a: 1 }, serializedValue: '<a>1</a>' }, XML, 'serializedValue', '<a>1</a>'],
  [{ dataValue: { a: 1 }, serializedValue: 'a=1' }, FORM, 'serializedValue', 'a=1'],
  [{ serializedValue: '{"a": 1}' }, undefined, 'serializedValue', { a: 1 }],
  [{ serializedValue: '{"a": 1}' }, 'application/problem+json', 'serializedValue', { a: 1 }],
  [{ serializedValue: '"text"' }, 'application/json', 'serializedValue', 'text'],
  [{ serializedValue: '{"a": 1}' }, 'text/plain', 'serializedValue', '{"a": 1}'],
  [{ serializedValue: 'text' }, 'application/json', 'serializedValue', undefined],
  [{ serializedValue: '{"a": 1,}' }, 'application/json', 'serializedValue', undefined]
]

for (const [example, mediaType, member, value] of STATED) {
  t.test(`${JSON.stringify(example)} in ${mediaType ?? 'JSON'} is stated by ${member}`, async t => {
    t.same(exampleValue(example, mediaType), { member, value })
  })
}

const FILES: Array<[file: string, content: string, mediaType: string, value: unknown]> = [
  ['a.json', '{"a": 1}', 'application/json', { a: 1 }],
  ['a.json', '{"a": 1,}', 'application/json', undefined],
  ['a.yaml', 'a: 1', 'application/json', { a: 1 }],
  ['a.yaml', 'a: 1', 'application/yaml', 'a: 1'],
  ['a.xml', '<a/>', XML, '<a/>'],
  ['a.xml', '<a/>', 'image/svg+xml', '<a/>'],
  ['a.jsonl', '{}\n', 'application/jsonl', '{}\n'],
  ['a.txt', 'text', 'text/plain', 'text'],
  ['a.png', '\u00ff', 'image/png', Buffer.from('\u00ff')],
  ['a.pdf', '%PDF', 'application/pdf', Buffer.from('%PDF')]
]

for (const [file, content, mediaType, value] of FILES) {
  t.test(`the file ${file} with ${JSON.stringify(content)} is an example of ${mediaType}`, async t => {
    const example = { externalValue: file }
    externalValues.set(example, { bytes: Buffer.from(content), file })
    t.same(exampleValue(example, mediaType), { member: 'externalValue', value })
  })
}

t.test('an example that states nothing, or a file that was not read, has no value', async t => {
  t.equal(exampleValue({ summary: 'None' }), undefined)
  t.equal(exampleValue({ externalValue: 'a.json' }), undefined)
})

t.test('what is written is told from data', async t => {
  t.same((['value', 'dataValue', 'serializedValue', 'externalValue'] as const).map(member =>
    isWritten({ member, value: 1 })), [false, false, true, true])
})
