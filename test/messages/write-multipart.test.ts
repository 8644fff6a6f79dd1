import t from 'tap'
import { parseMultipart } from '../../src/messages/parse-multipart.ts'
import { writeMultipart } from '../../src/messages/write-multipart.ts'
import { operationOf } from '../validation/operation-of.ts'

const FORM_DATA = 'multipart/form-data'
const SCHEMA = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    count: { type: 'integer' },
    open: { type: 'boolean' },
    meta: { type: 'object' },
    tags: { type: 'array', items: { type: 'string' } },
    steps: { type: 'array', items: { type: 'object' } },
    photo: { type: 'string', format: 'binary' },
    scans: { type: 'array', items: { type: 'string', format: 'binary' } },
    rows: {},
    said: { type: 'string' }
  }
}
const ENCODING = { photo: { contentType: 'image/png, image/jpeg' }, rows: { contentType: 'application/json' } }

function mediaTypeOf (contentType: string, definition: object) {
  const content = { [contentType]: definition }
  const [mediaType] = operationOf({ responses: { 200: { description: 'It.', content } } }).responses[0]?.content ?? []
  return mediaType
}

/** Values that are read as they were written. */
const VALUES: ReadonlyArray<readonly [value: unknown, contentType: string, definition: object]> = [
  [{ title: 'Ä "b"', count: 7, open: false }, FORM_DATA, { schema: SCHEMA }],
  [{ meta: { a: [1, null] } }, FORM_DATA, { schema: SCHEMA }],
  [{ tags: ['a', 'b'], steps: [{ n: 1 }, { n: 2 }] }, FORM_DATA, { schema: SCHEMA }],
  [{ tags: ['a'], steps: [{ n: 1 }] }, FORM_DATA, { schema: SCHEMA }],
  [{ rows: [1, 2] }, FORM_DATA, { schema: SCHEMA, encoding: ENCODING }],
  [{ said: '--standin-part-1\r\n' }, FORM_DATA, { schema: SCHEMA }],
  [{ 'a"b\r\n': 'c' }, FORM_DATA, {}],
  [{ title: '' }, FORM_DATA, {}],
  [{ title: 'in related parts' }, 'multipart/related', { schema: SCHEMA }],
  [[{ id: 1 }, { id: 2 }], 'multipart/mixed', { itemSchema: { type: 'object' } }],
  [['a', 'b'], 'multipart/mixed', { schema: { type: 'array', items: { type: 'string' } } }],
  [{ title: 'stated' }, 'multipart/form-data; boundary=own', { schema: SCHEMA }]
]

for (const [value, contentType, definition] of VALUES) {
  t.test(`${JSON.stringify(value)} is read from ${contentType} as it was written`, async t => {
    const declared = mediaTypeOf(contentType, definition)
    const written = writeMultipart(value, contentType, declared)
    const reading = parseMultipart(written.body, written.contentType, declared)
    t.same(reading, { kind: 'value', value, violations: [] })
  })
}

t.test('a part has the headers that say what it is', async t => {
  const declared = mediaTypeOf(FORM_DATA, { schema: SCHEMA, encoding: ENCODING })
  const value = { title: 'a', meta: {}, photo: 'png', scans: [Buffer.from([0xff])] }
  const { body, contentType } = writeMultipart(value, FORM_DATA, declared)

  t.equal(contentType, 'multipart/form-data; boundary="standin-part-1"')
  t.equal(body.toString('latin1'), [
    '--standin-part-1',
    'Content-Disposition: form-data; name="title"',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'a',
    '--standin-part-1',
    'Content-Disposition: form-data; name="meta"',
    'Content-Type: application/json',
    '',
    '{}',
    '--standin-part-1',
    'Content-Disposition: form-data; name="photo"; filename="photo"',
    'Content-Type: image/png',
    '',
    'png',
    '--standin-part-1',
    'Content-Disposition: form-data; name="scans"; filename="scans"',
    'Content-Type: application/octet-stream',
    '',
    '\u00ff',
    '--standin-part-1--',
    ''
  ].join('\r\n'))
})

t.test('a text that is multipart already stays as it is', async t => {
  const text = '--mine\r\n\r\na\r\n--mine--\r\n'
  t.match(writeMultipart(text, 'multipart/mixed', undefined), {
    contentType: 'multipart/mixed; boundary="mine"',
    body: Buffer.from(text)
  })
  t.match(writeMultipart('--a', 'multipart/mixed; boundary=b', undefined), {
    contentType: 'multipart/mixed; boundary=b',
    body: Buffer.from('--a')
  })
})

t.test('any other text is the only part', async t => {
  const { body, contentType } = writeMultipart('text', 'multipart/mixed', undefined)
  t.match(parseMultipart(body, contentType, mediaTypeOf('multipart/mixed', { schema: { type: 'array' } })), {
    value: ['text']
  })
})
