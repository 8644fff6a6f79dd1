import t from 'tap'
import { readBody } from '../validation/read-body.ts'

const ITEM = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }

/** https://github.com/ndjson/ndjson-spec, https://jsonlines.org; OpenAPI 3.2, "Sequential Media Types". */
for (const contentType of [
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/vnd.shop+jsonl',
  'text/x-ndjson; charset=utf-8'
]) {
  t.test(`${contentType} is a JSON value on each line`, async t => {
    const read = (bytes: string, declared: object) => readBody({ contentType, bytes }, declared)

    t.same(
      read('{"id":1}\n{"id":2}\r\n\n', { schema: ITEM }),
      [{ id: 1 }, { id: 2 }],
      'of which the schema describes each'
    )
    t.same(
      read('{"id":1}\n{"id":2}', { schema: { type: 'array', items: ITEM } }),
      [{ id: 1 }, { id: 2 }],
      'or all as a list'
    )
    t.same(
      read('{"id":1}\n{"id":2}', { itemSchema: ITEM }),
      [{ id: 1 }, { id: 2 }],
      'or itemSchema each'
    )
    t.same(read('{"id":1}\n\n{"id":"x"}\n{}', { itemSchema: ITEM }), {
      kind: 'invalid',
      messages: [
        'line 3: body /1/id must be an integer, but is "x"',
        'line 4: body /2/id is required, but is missing'
      ]
    })
    t.match(read('{"id":1}\n{"id":2', { schema: ITEM }), {
      kind: 'malformed',
      messages: [/^line 2: body is not JSON: at column 8, in \/id, expected/]
    })
  })
}

t.test('both itemSchema and a schema of all hold', async t => {
  const declared = { itemSchema: ITEM, schema: { type: 'array', maxItems: 1 } }
  t.same(readBody({ contentType: 'application/jsonl', bytes: '{"id":1}\n{}' }, declared), {
    kind: 'invalid',
    messages: [
      'line 2: body /1/id is required, but is missing',
      'body must have at most 1 item, but has 2'
    ]
  })
})

/** RFC 7464 and RFC 8142. */
for (const contentType of ['application/json-seq', 'application/geo+json-seq']) {
  t.test(`${contentType} is JSON values with a separator before each`, async t => {
    t.same(
      readBody({ contentType, bytes: '\u001E{"id":\n1}\n\u001E{"id":2}\n' }, { schema: ITEM }),
      [{ id: 1 }, { id: 2 }]
    )
    t.same(readBody({ contentType, bytes: '{"id":1}\n' }, { schema: ITEM }), {
      kind: 'malformed',
      messages: [
        'body must begin each value with a record separator, U+001E (RFC 7464), but begins without one'
      ]
    })
    t.same(readBody({ contentType, bytes: '\u001E{}\n' }, { schema: ITEM }), {
      kind: 'invalid',
      messages: ['record 1: body /0/id is required, but is missing']
    })
  })
}
