import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { headerValues } from '../../src/responses/header-values.ts'
import { createWorld } from './orders.ts'

/** Returns what creates the headers of the response that documents them. */
function valuesOf (headers: object, method = 'get', components: object = {}) {
  const paths = { '/things': { [method]: { responses: { 200: { description: 'Fine.', headers } } } } }
  const document = { openapi: '3.1.0', info: { title: 'Things', version: '1' }, paths, components }
  const [operation] = parseContract(JSON.stringify(document), { file: 'things.json', name: 'things' }).operations
  const [response] = operation?.responses ?? []
  if (operation === undefined || response === undefined) throw new Error('the document has one operation')
  return headerValues(response, operation)
}

const headersOf = (...document: Parameters<typeof valuesOf>) => valuesOf(...document)(createWorld()).defaultHeaders

const STRING = { type: 'string' }

t.test('headers with an example have it, in the style of headers', async t => {
  const headers = {
    'X-Text': { example: 'some text' },
    'X-Number': { example: 8 },
    'X-List': { example: ['a', 1] },
    'X-Object': { example: { a: 1, b: true } },
    'X-Exploded': { example: { a: 1, b: true }, explode: true },
    'X-Optional': { schema: STRING }
  }
  t.same(headersOf(headers), {
    'x-text': 'some text',
    'x-number': '8',
    'x-list': 'a,1',
    'x-object': 'a,1,b,true',
    'x-exploded': 'a=1,b=true'
  })
})

const STATED: Array<[place: string, header: object, value: string]> = [
  ['an example', { schema: STRING, example: 'a' }, 'a'],
  ['the first of its examples', { schema: STRING, examples: { one: { value: 'a' }, two: { value: 'b' } } }, 'a'],
  ['an example that fits', { schema: { type: 'integer' }, examples: { a: { value: 'a' }, b: { value: 2 } } }, '2'],
  ['an example that does not fit, where there is no other', { schema: { type: 'integer' }, example: 'a' }, 'a'],
  ['a text where a number is written', { schema: STRING, example: 12 }, '12'],
  ['an example in its schema', { schema: { ...STRING, example: 'a' } }, 'a'],
  ['examples in its schema', { schema: { ...STRING, examples: ['a', 'b'] } }, 'a'],
  ['a default', { schema: { type: 'integer', default: 0 } }, '0'],
  ['a default that is false', { schema: { type: 'boolean', default: false } }, 'false'],
  ['a constant', { schema: { const: 'a' } }, 'a'],
  ['a single value', { schema: { enum: ['a'] } }, 'a'],
  ['a single value beside null', { schema: { enum: [null, 'a'] } }, 'a'],
  ['a referenced schema', { schema: { $ref: '#/components/schemas/Given' } }, 'given'],
  ['a part of its schema', { schema: { allOf: [STRING, { $ref: '#/components/schemas/Given' }] } }, 'given'],
  ['one alternative of its schema', { schema: { oneOf: [{ type: 'integer' }, { ...STRING, example: 'a' }] } }, 'a'],
  ['an alternative beside null', { schema: { anyOf: [{ type: 'null' }, { ...STRING, default: 'a' }] } }, 'a'],
  ['the items of a list', { schema: { type: 'array', items: { ...STRING, default: 'a' } } }, 'a'],
  ['the members of an object', { schema: { type: 'object', properties: { a: { const: 1 }, b: STRING } } }, 'a,1'],
  ['its content', { content: { 'application/json': { schema: {}, example: { q: [1] } } } }, '{"q":[1]}'],
  ['examples of its content', { content: { 'text/plain': { examples: { a: { value: 'a b' } } } } }, 'a b'],
  ['the schema of its content', { content: { 'application/json': { schema: { const: 'a' } } } }, '"a"'],
  ['JSON that is written as text', {
    content: { 'application/json': { schema: { type: 'object' }, example: '{ "q": 1 }' } }
  }, '{ "q": 1 }'],
  ['JSON in ASCII', { content: { 'application/vnd.a+json': { example: { q: 'ž\n' } } } }, '{"q":"\\u017e\\n"}'],
  ['a form', { content: { 'application/x-www-form-urlencoded': { example: { a: 1, b: 'x y' } } } }, 'a=1&b=x+y'],
  ['XML, in one line', {
    content: { 'application/xml': { schema: { type: 'object', xml: { name: 'it' } }, example: { a: 1 } } }
  }, '<?xml version="1.0" encoding="UTF-8"?><it><a>1</a></it>'],
  ['a value within a value', { schema: { type: 'object' }, example: { a: { b: 'ž' } } }, '{"a":{"b":"\\u017e"}}'],
  ['an object in a list', { schema: { type: 'array' }, example: [{ a: 1 }] }, '[{"a":1}]']
]

for (const [place, header, value] of STATED) {
  t.test(`an optional header has the value of ${place}`, async t => {
    const components = { schemas: { Given: { type: 'string', default: 'given' } } }
    const { defaultFlaws, defaultHeaders } = valuesOf({ 'X-A': header }, 'get', components)(createWorld())
    t.same(defaultHeaders, { 'x-a': value })
    t.equal(defaultFlaws, undefined)
  })
}

const UNSTATED: object[] = [
  {},
  { schema: {} },
  { schema: STRING, example: null },
  { schema: { enum: ['a', 'b'] } },
  { schema: { type: 'integer', default: 'none' } },
  { schema: { type: 'object', required: ['b'], properties: { a: { const: 1 }, b: STRING } } },
  { content: { 'application/json': { schema: { type: 'object' } } } }
]

for (const header of UNSTATED) {
  t.test(`an optional header without a value that fits is not sent: ${JSON.stringify(header)}`, async t => {
    t.same(headersOf({ 'X-A': header }), {})
  })
}

t.test('the same object is given again where nothing is generated', async t => {
  const values = valuesOf({ 'X-A': { example: 'a' } })
  t.equal(values(createWorld('a')).defaultHeaders, values(createWorld('b')).defaultHeaders)
})

t.test('required headers without a value are generated, in the form in which they are sent', async t => {
  const required = true
  const object = { type: 'object', required: ['a'], properties: { a: { type: 'object', required: ['b'] } } }
  const headers = {
    'Retry-After': { required, schema: { type: 'integer', minimum: 1, maximum: 9 } },
    'X-Json': { required, content: { 'application/json': { schema: { type: 'array', items: { type: 'null' } } } } },
    'X-Nested': { required, schema: object }
  }
  t.match(headersOf(headers), { 'retry-after': /^[1-9]$/, 'x-json': /^\[.*\]$/, 'x-nested': /^\{"a":\{"b":/ })
})

t.test('a required header of which nothing is said is empty', async t => {
  t.same(headersOf({ 'X-A': { required: true } }), { 'x-a': '' })
})

const UNSENDABLE: Array<[header: string, definition: object, sent: object]> = [
  ['X-A', { example: 'žluť' }, { 'x-a': '%C5%BElu%C5%A5' }],
  ['X-A', { example: 'é – 5 %' }, { 'x-a': '%C3%A9 %E2%80%93 5 %' }],
  ['X-A', { example: 'abc\n' }, { 'x-a': 'abc' }],
  ['X-A', { example: '\r\nabc' }, { 'x-a': 'abc' }],
  ['X-A', { example: 'a\r\nX-Evil: 1' }, { 'x-a': 'a%0D%0AX-Evil: 1' }],
  ['X-A', { example: 'a;\r\n b;\n\tc' }, { 'x-a': 'a; b; c' }],
  ['X-A', { example: 'a\u0000b\u007f' }, { 'x-a': 'a%00b' }],
  ['X-A', { example: '\ud800' }, { 'x-a': '%EF%BF%BD' }],
  ['X-A', { example: ['a', '日'] }, { 'x-a': 'a,%E6%97%A5' }],
  ['X-A', { required: true, schema: { enum: ['日本'] } }, { 'x-a': '%E6%97%A5%E6%9C%AC' }],
  ['X-A', { required: true, schema: { type: 'string', enum: ['日', '日'] } }, { 'x-a': '%E6%97%A5' }],
  ['X-A', { content: { 'text/plain': { example: 'ž' } } }, { 'x-a': '%C5%BE' }],
  ['X Bad Name', { example: 'x' }, {}],
  ['X-Žluť', { required: true }, {}],
  ['', { example: 'x' }, {}],
  ['X-A:', { example: 'x' }, {}],
  [' X-A\t', { example: 'x' }, { 'x-a': 'x' }]
]

for (const [name, definition, sent] of UNSENDABLE) {
  const title = JSON.stringify({ [name]: definition })
  t.test(`what HTTP cannot carry is encoded or left out, and reported: ${title}`, async t => {
    const { defaultFlaws = [], defaultHeaders } = valuesOf({ [name]: definition })(createWorld())
    t.same(defaultHeaders, sent)
    t.match(defaultFlaws, [{ in: 'header', rule: 'unsendable' }])
    t.equal(defaultFlaws.length, 1)
  })
}

t.test('a header with a name that no header can have is not missed where it has no value', async t => {
  t.same(valuesOf({ 'X Bad Name': {} })(createWorld()), { defaultHeaders: {}, defaultFlaws: undefined })
})

t.test('Latin-1 is sent as it is', async t => {
  t.same(headersOf({ 'X-A': { example: 'café' } }), { 'x-a': 'café' })
})

t.test('names of inherited members are names like others', async t => {
  const headers = JSON.parse('{ "__proto__": { "example": "a" }, "constructor": { "example": "b" }, "toString": {} }')
  t.same(Object.entries(headersOf(headers)), [['__proto__', 'a'], ['constructor', 'b']])
})

const FRAMING = [
  'Connection', 'Content-Encoding', 'Content-Length', 'Keep-Alive', 'Proxy-Authenticate', 'Proxy-Connection', 'TE',
  'Trailer', 'transfer-encoding', 'UPGRADE', 'HTTP2-Settings', 'Trailers'
]

for (const name of FRAMING) {
  t.test(`${name} is left to the server`, async t => {
    const required = true
    t.same(headersOf({ [name]: { example: '1' } }), {})
    t.same(headersOf({ [name]: { required, schema: STRING } }), {})
  })
}

t.test('no cookie is sent where none is stated', async t => {
  t.same(headersOf({ 'Set-Cookie': { example: [] } }), {})
  t.same(headersOf({ 'Set-Cookie': { example: '\n' } }), {})
})

t.test('a response of HEAD itself states the length that is documented', async t => {
  const headers = { 'Content-Length': { schema: { type: 'integer' }, example: 1234 } }
  t.same(headersOf(headers, 'head'), { 'content-length': '1234' })
  t.same(headersOf({ 'Content-Length': { example: 'many' } }, 'head'), {})
})

const COOKIES: Array<[title: string, headers: object, value: unknown]> = [
  ['a text', { 'Set-Cookie': { schema: STRING, example: 'a=1; Path=/, b' } }, 'a=1; Path=/, b'],
  ['a list', { 'Set-Cookie': { schema: { type: 'array', items: STRING }, example: ['a=1', 'b=2'] } }, ['a=1', 'b=2']],
  ['a list of one', { 'Set-Cookie': { schema: { type: 'array', items: STRING }, example: ['a=1'] } }, 'a=1'],
  ['a default', { 'Set-Cookie': { schema: { type: 'array', default: ['a=1', 'b=2'] } } }, ['a=1', 'b=2']],
  ['lines', { 'Set-Cookie': { content: { 'text/plain': { example: 'a=1\nb=2\n' } } } }, ['a=1', 'b=2']],
  ['two entries', { 'Set-Cookie': { example: 'a=1' }, '\0Set-Cookie': { example: 'b=2' } }, ['a=1', 'b=2']]
]

for (const [title, headers, value] of COOKIES) {
  t.test(`each cookie is a header of its own, from ${title}`, async t => {
    const { defaultFlaws, defaultHeaders } = valuesOf(headers)(createWorld())
    t.same(defaultHeaders, { 'set-cookie': value })
    t.equal(defaultFlaws, undefined)
  })
}
