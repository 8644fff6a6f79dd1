import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from './operation-of.ts'

const SCHEMA = {
  type: 'object',
  required: ['q'],
  additionalProperties: false,
  properties: {
    q: { type: 'string' },
    page: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    ids: { type: 'array', items: { type: 'integer' } },
    sort: { type: 'object', properties: { by: { type: 'string' } } }
  }
}

const FORM = {
  'application/x-www-form-urlencoded': { schema: SCHEMA, encoding: { ids: { style: 'form', explode: false } } }
}
const JSON_TEXT = { 'application/json': { schema: SCHEMA } }
const NUMBER = { 'text/plain': { schema: { type: 'integer' } } }

function read (content: object, query: string, required = false) {
  const parameters = [{ name: 'filter', in: 'querystring', required, content }]
  const reading = createRequestValidator(operationOf({ parameters }))({ path: {}, query, headers: {}, body: undefined })
  return reading.kind === 'valid' ? reading.parts.query : reading.violations.map(({ message }) => message)
}

/** OpenAPI 3.2, section 4.12.2 (Parameter Object, `querystring`). */
const QUERIES: Array<[content: object, query: string, value: unknown]> = [
  [FORM, 'q=a+b&page=2', { q: 'a b', page: 2 }],
  [FORM, 'q=a&tags=x&tags=y', { q: 'a', tags: ['x', 'y'] }],
  [FORM, 'q=a&ids=1,2', { q: 'a', ids: [1, 2] }],
  [FORM, 'q=a&sort[by]=name', { q: 'a', sort: { by: 'name' } }],
  [FORM, '', {}],
  [FORM, 'page=x', ['query /q is required, but is missing', 'query /page must be an integer, but is "x"']],
  [FORM, 'q=a&other=1', ['query /other must not be present, but is "1"']],
  [FORM, 'q=%zz', ['query /q must be percent-encoded UTF-8, but is "%zz"']],
  [JSON_TEXT, encodeURIComponent('{"q":"a+b","page":2}'), { filter: { q: 'a+b', page: 2 } }],
  [JSON_TEXT, encodeURIComponent('{"q":1}'), ['query /q must be a string, but is 1']],
  [JSON_TEXT, '%zz', ['query must be percent-encoded UTF-8, but is not']],
  [NUMBER, '7', { filter: 7 }],
  [NUMBER, 'x', ['query must be an integer, but is "x"']]
]

for (const [content, query, value] of QUERIES) {
  t.test(`the query "${query}" as ${Object.keys(content).join()} is ${JSON.stringify(value)}`, async t => {
    t.same(read(content, query), value)
  })
}

t.test('a query that is not JSON says where', async t => {
  t.match(read(JSON_TEXT, '%7B'), [/^query is not JSON: at line 1, column 2/])
})

t.test('a query that is required is missing where there is none', async t => {
  t.same(read(FORM, '', true), ['query is required, but is missing'])
})
