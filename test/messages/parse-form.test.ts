import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from '../validation/operation-of.ts'

const SCHEMA = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    count: { type: 'integer' },
    on: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' } },
    ids: { type: 'array', items: { type: 'integer' } },
    export_file: { type: 'object', properties: { id: { type: 'integer' }, status: { type: 'string' } } },
    list: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } },
    json: { type: 'object' },
    sizes: { type: 'array', items: { type: 'string', enum: ['s', 'm'] } },
    days: { type: 'array', items: { type: 'string', format: 'date' } },
    words: { type: 'array', items: { type: 'string' } },
    some: { oneOf: [{ type: 'array', items: { type: 'integer' } }, { type: 'boolean' }] },
    'odd[name]': { type: 'integer' }
  }
}
const ENCODING = {
  ids: { style: 'form', explode: false },
  sizes: { style: 'form', explode: false },
  days: { style: 'form', explode: false },
  words: { style: 'form', explode: false },
  export_file: { style: 'deepObject', explode: true },
  json: { contentType: 'application/json' }
}

function read (form: string) {
  const operation = operationOf({
    requestBody: {
      content: { 'application/x-www-form-urlencoded': { schema: SCHEMA, encoding: ENCODING } }
    }
  })
  const reading = createRequestValidator(operation)({
    path: {},
    query: '',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(form)
  })
  return reading.kind === 'valid'
    ? reading.parts.body
    : { kind: reading.kind, messages: reading.violations.map(({ message }) => message) }
}

/** OpenAPI 3.1, section 4.8.15 (Encoding Object): forms are written as query parameters are. */
const FORMS: Array<[form: string, value: unknown]> = [
  ['name=a+b%26c&count=3&on=true', { name: 'a b&c', count: 3, on: true }],
  ['name=a&tags=x&tags=y', { name: 'a', tags: ['x', 'y'] }],
  ['name=a&tags=x', { name: 'a', tags: ['x'] }],
  ['name=a&ids=1,2', { name: 'a', ids: [1, 2] }],
  ['name=a&ids=1%2C2', { name: 'a', ids: [1, 2] }],
  ['name=a&sizes=s%2cm', { name: 'a', sizes: ['s', 'm'] }],
  ['name=a&days=2026-01-01%2C2026-01-02', { name: 'a', days: ['2026-01-01', '2026-01-02'] }],
  ['name=a&words=b%2Cc,d', { name: 'a', words: ['b,c', 'd'] }],
  ['name=a&some=true', { name: 'a', some: true }],
  ['name=a&some=1', { name: 'a', some: [1] }],
  ['name=a&some=1&some=2', { name: 'a', some: [1, 2] }],
  [
    'name=a&export_file[id]=99752&export_file%5Bstatus%5D=Available',
    { name: 'a', export_file: { id: 99752, status: 'Available' } }
  ],
  ['name=a&list[0][n]=1&list[1][n]=2', { name: 'a', list: [{ n: 1 }, { n: 2 }] }],
  [`name=a&json=${encodeURIComponent('{"x":[1]}')}`, { name: 'a', json: { x: [1] } }],
  [`name=a&export_file=${encodeURIComponent('{"id":7}')}`, { name: 'a', export_file: { id: 7 } }],
  [`name=a&list=${encodeURIComponent('[{"n":7}]')}`, { name: 'a', list: [{ n: 7 }] }],
  ['name=a&odd[name]=5', { name: 'a', 'odd[name]': 5 }],
  ['name=a&other=1&other=2', { name: 'a', other: ['1', '2'] }],
  ['name=a&__proto__=1&x[__proto__][y]=1', JSON.parse('{"name":"a","__proto__":"1","x":{"__proto__":{"y":"1"}}}')]
]

for (const [form, value] of FORMS) {
  t.test(`${form} is ${JSON.stringify(value)}`, async t => t.same(read(form), value))
}

t.test('what does not fit is told', async t => {
  t.same(read('count=x&export_file[id]=y'), {
    kind: 'invalid',
    messages: [
      'body /name is required, but is missing',
      'body /count must be an integer, but is "x"',
      'body /export_file/id must be an integer, but is "y"'
    ]
  })
  t.same(read('name=%zz&json={'), {
    kind: 'malformed',
    messages: [
      'body /name must be percent-encoded UTF-8, but is "%zz"',
      'body /json must be JSON, but is not'
    ]
  })
})
