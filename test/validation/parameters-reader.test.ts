import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from './operation-of.ts'

const string = { type: 'string' }
const strings = { type: 'array', items: string }
const integers = { type: 'array', items: { type: 'integer' } }
const rgb = { type: 'object', properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } } }
const RGB = { R: 100, G: 200, B: 150 }
const COLORS = ['blue', 'black', 'brown']

const uuids = { type: 'array', items: { type: 'string', format: 'uuid' } }
const UUIDS = ['6f7de1b2-43d4-4c0d-9a57-3d2b0c0a0b10', '6f7de1b2-43d4-4c0d-9a57-3d2b0c0a0b11']
const integersOrBoolean = { oneOf: [integers, { type: 'boolean' }] }
const sizes = { type: 'array', items: { type: 'string', enum: ['s', 'm'] } }
const sizesOrAll = { oneOf: [sizes, { type: 'string', enum: ['all'] }] }
const integersOrPoint = { oneOf: [integers, { type: 'object', required: ['R'], properties: rgb.properties }] }

type Row = [where: string, schema: object, text: string, value: unknown]

/**
 * OpenAPI 3.1, section 4.8.12.4 (Style Values) and the examples of 4.8.12.5; for label and matrix as RFC 6570,
 * sections 3.2.5 and 3.2.7, has them.
 */
const ROWS: Row[] = [
  ['path simple', string, 'blue', 'blue'],
  ['path simple', { type: 'integer' }, '5', 5],
  ['path simple', strings, 'blue,black,brown', COLORS],
  ['path simple', strings, 'a%2Cb,c', ['a,b', 'c']],
  ['path simple', rgb, 'R,100,G,200,B,150', RGB],
  ['path simple explode', strings, 'blue,black,brown', COLORS],
  ['path simple explode', rgb, 'R=100,G=200,B=150', RGB],
  ['path label', string, '.blue', 'blue'],
  ['path label', strings, '.blue,black,brown', COLORS],
  ['path label', rgb, '.R,100,G,200,B,150', RGB],
  ['path label explode', strings, '.blue.black.brown', COLORS],
  ['path label explode', rgb, '.R=100.G=200.B=150', RGB],
  ['path matrix', string, ';it=blue', 'blue'],
  ['path matrix', strings, ';it=blue,black,brown', COLORS],
  ['path matrix', rgb, ';it=R,100,G,200,B,150', RGB],
  ['path matrix explode', strings, ';it=blue;it=black;it=brown', COLORS],
  ['path matrix explode', rgb, ';R=100;G=200;B=150', RGB],
  ['query form', string, 'it=blue', 'blue'],
  ['query form', string, 'it=', ''],
  ['query form', string, 'it=a+b%20c%2Bd', 'a b c+d'],
  ['query form', strings, 'it=blue,black,brown', COLORS],
  ['query form', strings, 'it=', []],
  ['query form', rgb, 'it=R,100,G,200,B,150', RGB],
  ['query form explode', strings, 'it=blue&it=black&it=brown', COLORS],
  ['query form explode', integers, 'it=1', [1]],
  ['query form explode', rgb, 'R=100&G=200&B=150', RGB],
  ['query spaceDelimited', strings, 'it=blue%20black%20brown', COLORS],
  ['query spaceDelimited', strings, 'it=blue+black+brown', COLORS],
  ['query spaceDelimited', rgb, 'it=R%20100%20G%20200%20B%20150', RGB],
  ['query pipeDelimited', strings, 'it=blue|black|brown', COLORS],
  ['query pipeDelimited', strings, 'it=blue%7Cblack%7cbrown', COLORS],
  ['query pipeDelimited', rgb, 'it=R%7C100%7CG%7C200%7CB%7C150', RGB],
  ['query deepObject explode', rgb, 'it[R]=100&it[G]=200&it[B]=150', RGB],
  ['query deepObject explode', rgb, 'it%5BR%5D=100&it%5BG%5D=200&it%5BB%5D=150', RGB],
  [
    'query deepObject explode',
    { type: 'object', properties: { a: { type: 'object', properties: { b: integers } } } },
    'it[a][b][]=1&it[a][b][]=2',
    { a: { b: [1, 2] } }
  ],
  ['query content', rgb, `it=${encodeURIComponent(JSON.stringify(RGB))}`, RGB],
  ['header simple', string, 'blue', 'blue'],
  ['header simple', { type: 'boolean' }, 'true', true],
  ['header simple', strings, 'blue, black,brown', COLORS],
  ['header simple', rgb, 'R,100,G,200,B,150', RGB],
  ['header simple explode', rgb, 'R=100,G=200,B=150', RGB],
  ['cookie form', string, 'it=blue', 'blue'],
  ['cookie form', { type: 'integer' }, 'other=x; it=5', 5],
  ['cookie form', strings, 'it=blue,black,brown', COLORS],
  ['cookie form', rgb, 'it=R,100,G,200,B,150', RGB],
  ['cookie form', string, 'it="a%20b"', 'a b']
]

/** Most clients encode a comma wherever it is, so it separates the items of a list that fits in no other way. */
const ENCODED_COMMAS: Row[] = [
  ['path simple', integers, '3%2C4', [3, 4]],
  ['path simple', integers, '3%2c4,5', [3, 4, 5]],
  ['path simple', rgb, 'R%2C100%2CG%2C200%2CB%2C150', RGB],
  ['path simple explode', rgb, 'R=100%2CG=200%2CB=150', RGB],
  ['path label', integers, '.3%2C4', [3, 4]],
  ['path matrix', integers, ';it=3%2C4', [3, 4]],
  ['query form', integers, 'it=3%2C4', [3, 4]],
  ['query form', sizes, 'it=s%2Cm', ['s', 'm']],
  ['query form', uuids, `it=${UUIDS.join('%2C')}`, UUIDS],
  ['query form', { ...strings, minItems: 2 }, 'it=blue%2Cblack%2Cbrown', COLORS],
  ['query form', strings, 'it=a%2Cb', ['a,b']],
  ['query form', strings, 'it=a%2Cb,c', ['a,b', 'c']],
  ['query form', rgb, 'it=R%2C100%2CG%2C200%2CB%2C150', RGB],
  ['query form', sizesOrAll, 'it=s%2Cm', ['s', 'm']],
  ['cookie form', integers, 'it=3%2C4', [3, 4]],
  ['cookie form', strings, 'it=blue%2Cblack%2Cbrown', COLORS]
]

/** A text that came alone is the value that fits: a single one, a list of one, or an object. */
const ALONE: Row[] = [
  ['query form explode', integersOrBoolean, 'it=1', [1]],
  ['query form explode', integersOrBoolean, 'it=true', true],
  ['query form explode', integersOrBoolean, 'it=1&it=2', [1, 2]],
  ['query form explode', sizesOrAll, 'it=s', ['s']],
  ['query form explode', sizesOrAll, 'it=all', 'all'],
  ['query form explode', { type: ['array', 'boolean'], items: { type: 'integer' } }, 'it=1', [1]],
  ['query form explode', { type: ['array', 'null'], items: { type: 'integer' } }, 'it=1', [1]],
  ['query form explode', { anyOf: [{ type: 'integer' }, integers] }, 'it=1', 1],
  ['query form explode', { anyOf: [{ type: 'string' }, strings] }, 'it=a,b', 'a,b'],
  ['query form explode', { anyOf: [{ type: 'integer' }, integers] }, 'it=1,2', [1, 2]],
  ['query form', integersOrBoolean, 'it=1', [1]],
  ['query form', sizesOrAll, 'it=s', ['s']],
  ['query form', sizesOrAll, 'it=s,m', ['s', 'm']],
  ['query form', { oneOf: [integers, { type: 'string', pattern: '^a' }] }, 'it=a,1', 'a,1'],
  ['query form', integersOrPoint, 'it=1,2', [1, 2]],
  ['query form', integersOrPoint, 'it=R,2', { R: 2 }],
  ['query pipeDelimited', integersOrBoolean, 'it=1', [1]],
  ['query deepObject explode', { properties: { a: integersOrBoolean } }, 'it[a]=true', { a: true }],
  ['query deepObject explode', { properties: { a: integersOrBoolean } }, 'it[a]=1', { a: [1] }],
  ['query form explode', { type: 'object', properties: { a: integersOrBoolean } }, 'a=true', { a: true }],
  ['query form explode', { type: 'object', properties: { a: integersOrBoolean } }, 'a=1', { a: [1] }],
  ['path simple', integersOrBoolean, '1', [1]],
  ['path label', integersOrBoolean, '.1', [1]],
  ['header simple', integersOrBoolean, '1', [1]],
  ['header simple', integersOrBoolean, 'true', true],
  ['cookie form', integersOrBoolean, 'it=1', [1]],
  ['cookie form explode', integersOrBoolean, 'it=1', [1]]
]

/** OpenAPI 3.2, section 4.12.6 (Style Values): exploded, each member or item has a cookie of its own. */
const COOKIES: Row[] = [
  ['cookie form explode', rgb, 'R=100; G=200; B=150', RGB],
  ['cookie form explode', rgb, 'R=100&G=200&B=150', RGB],
  ['cookie form explode', rgb, 'it=R=100,G=200,B=150', RGB],
  ['cookie form explode', rgb, 'other=x; R=100', { R: 100 }],
  ['cookie form explode', rgb, 'other=x', undefined],
  ['cookie form explode', integers, 'it=1; it=2', [1, 2]],
  ['cookie form explode', integers, 'it=1&it=2', [1, 2]],
  ['cookie form explode', integers, 'it=1,2', [1, 2]],
  ['cookie form explode', integers, 'it=1', [1]],
  ['cookie form explode', string, 'it=a; it=b', 'a'],
  ['cookie cookie explode', rgb, 'R=100; G=200; B=150', RGB],
  ['cookie cookie explode', { properties: { R: strings } }, 'R=a%20b; R=c', { R: ['a%20b', 'c'] }],
  ['cookie cookie explode', integers, 'it=1; it=2', [1, 2]],
  ['cookie cookie explode', string, 'it=a%20b', 'a%20b'],
  ['cookie cookie explode', string, 'it=a&b=c', 'a&b=c'],
  ['cookie cookie', integers, 'it=1,2', [1, 2]]
]

for (const [where, schema, text, value] of [...ROWS, ...ENCODED_COMMAS, ...ALONE, ...COOKIES]) {
  t.test(`${where}: ${text} is ${JSON.stringify(value)}`, async t => {
    const reading = readOne(where, schema, text)
    t.equal(reading.kind, 'valid', JSON.stringify(reading))
    t.same(reading.value, value)
  })
}

/** What comes as the wrong kind stays text, so that the schema says what is wrong with it. */
const KINDS: Array<[schema: object, text: string, value: unknown]> = [
  [{ type: 'integer' }, '12', 12],
  [{ type: 'integer' }, '-0', -0],
  [{ type: 'integer' }, '1e3', 1000],
  [{ type: 'number' }, '1.50', 1.5],
  [{ type: ['integer', 'null'] }, 'null', null],
  [{ type: ['string', 'integer'] }, '7', 7],
  [{ type: ['string', 'integer'] }, '007', '007'],
  [{ type: 'string' }, '12', '12'],
  [{}, '12', '12'],
  [{ enum: [1, 2] }, '2', 2],
  [{ const: true }, 'true', true],
  [{ $ref: '#/components/schemas/Count' }, '3', 3],
  [{ allOf: [{ $ref: '#/components/schemas/Count' }, { maximum: 9 }] }, '3', 3],
  [{ oneOf: [{ type: 'boolean' }, { type: 'integer' }] }, 'false', false],
  [{ anyOf: [strings, { type: 'string' }] }, 'a', 'a']
]

for (const [schema, text, value] of KINDS) {
  t.test(`${text} as ${JSON.stringify(schema)} is ${JSON.stringify(value)}`, async t => {
    const reading = readOne('query form explode', schema, `it=${text}`)
    t.equal(reading.kind, 'valid', JSON.stringify(reading))
    t.same(reading.value, value)
  })
}

const WRONG: Array<[where: string, schema: object, text: string, message: string]> = [
  ['path simple', { type: 'integer' }, 'abc', 'path /it must be an integer, but is "abc"'],
  ['path simple', { type: 'integer' }, '0x10', 'path /it must be an integer, but is "0x10"'],
  ['path simple', { type: 'integer' }, '007', 'path /it must be an integer, but is "007"'],
  ['path simple', { type: 'number' }, '1e400', 'path /it must be a number, but is "1e400"'],
  ['path simple', { type: 'string', format: 'uuid' }, 'x', 'path /it must be a uuid, but is "x"'],
  ['path simple', string, '%zz', 'path /it must be percent-encoded UTF-8, but is "%zz"'],
  ['path simple', string, '%ff', 'path /it must be percent-encoded UTF-8, but is "%ff"'],
  ['path label', string, 'blue', 'path /it must begin with ".", but is "blue"'],
  ['path matrix', string, 'blue', 'path /it must begin with ";it", but is "blue"'],
  ['path simple', rgb, 'R,100,G', 'path /it must have a value after each name, but is "R,100,G"'],
  ['path simple explode', rgb, 'R,100', 'path /it must have members as name=value, but is "R,100"'],
  ['query form', strings, 'it=a&it=b', 'query /it must be given once, but is ["a","b"]'],
  [
    'query form explode',
    { type: 'integer' },
    'it=1&it=2',
    'query /it must be given once, but is ["1","2"]'
  ],
  ['query form explode', integers, 'it=1&it=b', 'query /it/1 must be an integer, but is "b"'],
  ['query form explode', string, 'it=%zz', 'query /it must be percent-encoded UTF-8, but is "%zz"'],
  [
    'query form explode',
    string,
    'it=a&other=%zz',
    'query /other must be percent-encoded UTF-8, but is not'
  ],
  ['query deepObject explode', rgb, 'it[R]=x', 'query /it/R must be an integer, but is "x"'],
  ['query content', rgb, 'it={', 'query /it must be JSON, but is "{"'],
  ['header simple', { type: 'integer' }, 'x', 'header /it must be an integer, but is "x"'],
  ['cookie form', { type: 'integer' }, 'it=x', 'cookie /it must be an integer, but is "x"'],
  ['query form', integers, 'it=3%2Cx', 'query /it/0 must be an integer, but is "3,x"'],
  ['query pipeDelimited', integers, 'it=3%257C4', 'query /it/0 must be an integer, but is "3%7C4"'],
  ['query form explode', integers, 'it=3%2C4', 'query /it/0 must be an integer, but is "3,4"'],
  ['query form explode', integersOrBoolean, 'it=x', 'query /it must be a list or true or false, but is "x"'],
  ['cookie form explode', rgb, 'R=x; G=2', 'cookie /it/R must be an integer, but is "x"'],
  ['cookie form explode', integers, 'it=1; it=x', 'cookie /it/1 must be an integer, but is "x"'],
  ['cookie cookie explode', rgb, 'R=1; G=x', 'cookie /it/G must be an integer, but is "x"'],
  [
    'cookie cookie explode',
    { type: 'string', maxLength: 3 },
    'it=a%20b',
    'cookie /it must have at most 3 characters, but has 5'
  ]
]

for (const [where, schema, text, message] of WRONG) {
  t.test(`${where}: ${text} is refused: ${message}`, async t => {
    t.same(readOne(where, schema, text).messages, [message])
  })
}

t.test('required parameters that are missing are told, each in its place', async t => {
  const parameters = ['query', 'header', 'cookie'].map(place => ({
    name: 'it',
    in: place,
    required: true,
    schema: string
  }))
  t.same(messagesOf(createRequestValidator(operationOf({ parameters }))(EMPTY)), [
    'query /it is required, but is missing',
    'header /it is required, but is missing',
    'cookie /it is required, but is missing'
  ])
})

t.test('without declared parameters, what came is there as text', async t => {
  const reading = createRequestValidator(operationOf({}))({
    ...EMPTY,
    query: 'a=1&b=x+y&b=z&__proto__=1',
    headers: { 'x-a': '1', cookie: 'c=%20; d=e; c=2' }
  })
  t.match(reading, {
    kind: 'valid',
    parts: {
      path: {},
      query: { a: '1', b: ['x y', 'z'] },
      headers: { 'x-a': '1' },
      cookies: { c: ' ', d: 'e' }
    }
  })
})

t.test('an exploded object of cookies that is required is missing without its members', async t => {
  const parameters = [{ name: 'it', in: 'cookie', required: true, schema: rgb }]
  const validate = createRequestValidator(operationOf({ parameters }))
  t.same(messagesOf(validate({ ...EMPTY, headers: { cookie: 'other=x' } })), ['cookie /it is required, but is missing'])
  t.same(messagesOf(validate({ ...EMPTY, headers: { cookie: 'R=1' } })), [])
})

const EMPTIED: Array<[described: object, query: string, value: unknown]> = [
  [{ schema: { type: 'integer', minimum: 1 } }, 'it', ''],
  [{ schema: { type: 'integer' } }, 'it=', ''],
  [{ schema: integers }, 'it', []],
  [{ schema: { ...integers, minItems: 1 } }, 'it=', []],
  [{ schema: integers, explode: false }, 'it=', []],
  [{ schema: rgb }, 'it=', ''],
  [{ schema: rgb, style: 'deepObject' }, 'it=', ''],
  [{ content: { 'application/json': { schema: rgb } } }, 'it=', ''],
  [{ schema: { type: 'integer' } }, 'it=2', 2]
]

for (const [described, query, value] of EMPTIED) {
  t.test(`with \`allowEmptyValue\`, "${query}" is accepted as ${JSON.stringify(described)}`, async t => {
    const parameters = [{ name: 'it', in: 'query', required: true, allowEmptyValue: true, ...described }]
    const validate = createRequestValidator(operationOf({ parameters }))
    t.match(validate({ ...EMPTY, query }), { kind: 'valid', parts: { query: { it: value } } })
  })
}

t.test('without `allowEmptyValue`, an empty text must fit the schema', async t => {
  for (const schema of [{ type: 'integer' }, integers]) {
    const validate = createRequestValidator(operationOf({ parameters: [{ name: 'it', in: 'query', schema }] }))
    t.match(validate({ ...EMPTY, query: 'it=' }), { kind: 'invalid' })
  }
})

t.test('an exploded object takes its members of the query, an open one all undeclared ones', async t => {
  const parameters = [
    {
      name: 'filter',
      in: 'query',
      schema: {
        type: 'object',
        properties: { tag: strings },
        additionalProperties: { type: 'integer' }
      }
    },
    { name: 'limit', in: 'query', schema: { type: 'integer' } }
  ]
  t.match(
    createRequestValidator(operationOf({ parameters }))({
      ...EMPTY,
      query: 'limit=5&tag=a&tag=b&age=7'
    }),
    { kind: 'valid', parts: { query: { limit: 5, filter: { tag: ['a', 'b'], age: 7 } } } }
  )
})

const EMPTY = { path: {}, query: '', headers: {}, body: undefined }

function readOne (where: string, schema: object, text: string): { kind: string, value?: unknown, messages?: string[] } {
  const [place = '', style = '', explode] = where.split(' ')
  const described =
    style === 'content'
      ? { content: { 'application/json': { schema } } }
      : { style, explode: explode !== undefined, schema }
  const operation = operationOf({ parameters: [{ name: 'it', in: place, required: place === 'path', ...described }] }, {
    path: place === 'path' ? '/things/{it}' : '/things', components: { schemas: { Count: { type: 'integer' } } }
  })
  const reading = createRequestValidator(operation)({
    path: place === 'path' ? { it: text } : {},
    query: place === 'query' ? text : '',
    headers: place === 'header' ? { it: text } : place === 'cookie' ? { cookie: text } : {},
    body: undefined
  })
  if (reading.kind !== 'valid') return { kind: reading.kind, messages: messagesOf(reading) }
  const parts = {
    path: reading.parts.path,
    query: reading.parts.query,
    header: reading.parts.headers,
    cookie: reading.parts.cookies
  }
  return { kind: 'valid', value: Object.entries(parts).find(([name]) => name === place)?.[1].it }
}

function messagesOf (reading: ReturnType<ReturnType<typeof createRequestValidator>>): string[] {
  return reading.kind === 'valid' ? [] : reading.violations.map(({ message }) => message)
}
