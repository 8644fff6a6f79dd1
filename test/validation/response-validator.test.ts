import t from 'tap'
import { createResponseValidator, findResponse } from '../../src/validation/response-validator.ts'
import { operationOf } from './operation-of.ts'

const operation = operationOf({
  responses: {
    200: {
      description: 'x',
      headers: {
        'X-Count': { required: true, schema: { type: 'integer' } },
        'X-Ids': { schema: { type: 'array', items: { type: 'integer' } } }
      },
      content: {
        'application/json': { schema: { type: 'object', required: ['id'] } },
        'text/csv': { schema: { type: 'string' } },
        'application/octet-stream': {}
      }
    },
    204: { description: 'x' },
    '4XX': { description: 'x' },
    default: {
      description: 'x',
      content: { 'application/problem+json': { schema: { type: 'object' } } }
    }
  }
})
const narrow = operationOf({ responses: { 200: { description: 'x' } } })
const HEADERS = { 'x-count': '1', 'content-type': 'application/json; charset=utf-8' }
const file = { name: 'a.bin', mediaType: 'application/octet-stream', size: 1, chunks: () => [Buffer.from('x')] }

const messagesOf = (status: number, headers: Record<string, string>, body: unknown) =>
  createResponseValidator(operation)({ status, headers, body }).map(({ message }) => message)

const RESPONSES: Array<
  [
    title: string,
    status: number,
    headers: Record<string, string>,
    body: unknown,
    messages: string[]
  ]
> = [
  ['a good one', 200, HEADERS, { id: 1 }, []],
  ['no content type, which then follows from the body', 200, { 'x-count': '1' }, { id: 1 }, []],
  ['a body that breaks its schema', 200, HEADERS, {}, ['body /id is required, but is missing']],
  [
    'a missing header',
    200,
    { 'content-type': 'application/json' },
    { id: 1 },
    ['header /x-count is required, but is missing']
  ],
  [
    'headers that break their schemas',
    200,
    { ...HEADERS, 'x-count': 'a', 'x-ids': '1, b' },
    { id: 1 },
    [
      'header /x-count must be an integer, but is "a"',
      'header /x-ids/1 must be an integer, but is "b"'
    ]
  ],
  [
    'an unknown content type',
    200,
    { ...HEADERS, 'content-type': 'text/html' },
    'x',
    [
      'header /content-type must be application/json or text/csv or application/octet-stream, but is "text/html"'
    ]
  ],
  ['text', 200, { ...HEADERS, 'content-type': 'text/csv' }, 'a,b', []],
  ['bytes', 200, { ...HEADERS, 'content-type': 'application/octet-stream' }, Buffer.from('x'), []],
  ['bytes of JSON', 200, HEADERS, Buffer.from('{"id":1}'), []],
  ['bytes of JSON that break its schema', 200, HEADERS, Buffer.from('{}'), ['body /id is required, but is missing']],
  [
    'bytes as JSON that are none',
    200,
    HEADERS,
    Buffer.from('x'),
    ['body is not JSON: at line 1, column 1, expected a value, but found "x"']
  ],
  ['a file', 200, { 'x-count': '1' }, file, []],
  [
    'an empty body where there should be one',
    200,
    HEADERS,
    undefined,
    ['body is required, but is missing']
  ],
  ['an empty body where there should be none', 204, {}, undefined, []],
  ['a body where there should be none', 204, {}, {}, ['body must be empty, but is {}']],
  ['a status of a range', 418, {}, undefined, []],
  ['any other status', 500, {}, { a: 1 }, []],
  ['any other status with a wrong body', 500, {}, [], ['body must be an object, but is []']]
]

for (const [title, status, headers, body, messages] of RESPONSES) {
  t.test(`${title} ${messages.length === 0 ? 'is right' : 'is wrong'}`, async t => {
    t.same(messagesOf(status, headers, body), messages)
  })
}

t.test('a status that is not documented is a violation', async t => {
  t.match(createResponseValidator(narrow)({ status: 500, headers: {}, body: undefined }), [
    {
      in: 'status',
      rule: 'status',
      message: 'status must be one that thing documents (200), but is 500'
    }
  ])
})

t.test('an answer to HEAD has no body', async t => {
  const head = operationOf(
    { responses: { 200: { description: 'x', content: { 'application/json': {} } } } },
    { method: 'head' }
  )
  t.same(createResponseValidator(head)({ status: 200, headers: {}, body: undefined }), [])
})

t.test('the status itself comes before its range, and that before the default', async t => {
  t.same([200, 404, 500].map(status => findResponse(operation, status)?.status), ['200', '4XX', 'default'])
  t.equal(findResponse(narrow, 404), undefined)
})
