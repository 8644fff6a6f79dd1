import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from './operation-of.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const schema = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }

const request = (body: string | undefined, headers: Record<string, string> = JSON_TYPE) =>
  ({ path: {}, query: '', headers, body: body === undefined ? undefined : Buffer.from(body) })

const validatorOf = (requestBody: object, more: object = {}) =>
  createRequestValidator(operationOf({ requestBody, ...more }))

t.test('a request that keeps to its contract is read', async t => {
  const validate = validatorOf(
    { content: { 'application/json': { schema } } },
    { parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }] }
  )
  t.same(validate({ ...request('{"id":1}'), query: 'page=2' }), {
    kind: 'valid',
    parts: {
      path: {},
      query: { page: 2 },
      headers: JSON_TYPE,
      cookies: {},
      body: { id: 1 },
      rawBody: Buffer.from('{"id":1}')
    }
  })
})

t.test('all violations of a request are told together', async t => {
  const validate = validatorOf(
    { content: { 'application/json': { schema } } },
    {
      parameters: [
        { name: 'page', in: 'query', schema: { type: 'integer' } },
        { name: 'x-n', in: 'header', schema: { type: 'integer' } }
      ]
    }
  )
  t.match(validate({ ...request('{"id":"x"}', { ...JSON_TYPE, 'x-n': 'b' }), query: 'page=a' }), {
    kind: 'invalid',
    violations: [{ in: 'query', pointer: '/page' }, { in: 'header', pointer: '/x-n' }, { in: 'body', pointer: '/id' }]
  })
  t.match(validate({ ...request('{'), query: 'page=a' }), {
    kind: 'malformed',
    violations: [{ in: 'query' }, { in: 'body', rule: 'malformed' }]
  })
})

t.test('of a request that is refused, what could be read is known', async t => {
  const validate = validatorOf(
    { content: { 'application/json': { schema } } },
    { parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }] }
  )
  t.match(validate({ ...request('{"id":"x"}'), query: 'page=2' }), {
    kind: 'invalid',
    parts: { query: { page: 2 }, body: { id: 'x' } }
  })
})

t.test('a missing required body is a violation, an optional one is not, an undeclared one is ignored', async t => {
  const content = { 'application/json': { schema } }
  for (const empty of [undefined, '']) {
    t.match(validatorOf({ required: true, content })(request(empty, {})), {
      kind: 'invalid',
      violations: [
        { in: 'body', pointer: '', rule: 'required', message: 'body is required, but is missing' }
      ]
    })
    t.match(validatorOf({ content })(request(empty, {})), { kind: 'valid', parts: { body: undefined } })
  }
  t.match(createRequestValidator(operationOf({}))(request('}{', { 'content-type': 'x/y' })), {
    kind: 'valid',
    parts: { body: undefined }
  })
})

/** OpenAPI 3.1, Request Body Object: "only the most specific key is applicable". */
const TYPES: Array<[declared: string[], sent: string | undefined, kind: string]> = [
  [['application/json'], 'application/json', 'valid'],
  [['application/json'], 'Application/JSON;charset=utf-8', 'valid'],
  [['application/json'], 'text/plain', 'unsupportedMediaType'],
  [['application/json'], undefined, 'unsupportedMediaType'],
  [['application/json'], 'nonsense', 'unsupportedMediaType'],
  [['application/*'], 'application/vnd.shop+json', 'valid'],
  [['application/*'], 'text/plain', 'unsupportedMediaType'],
  [['*/*'], 'text/plain', 'valid'],
  [['*/*'], undefined, 'valid'],
  [['application/octet-stream'], undefined, 'valid']
]

for (const [declared, sent, kind] of TYPES) {
  t.test(`${sent ?? 'no content type'} where ${declared.join(', ')} is declared is ${kind}`, async t => {
    const validate = validatorOf({ content: Object.fromEntries(declared.map(name => [name, {}])) })
    t.match(validate(request('1', sent === undefined ? {} : { 'content-type': sent })), { kind })
  })
}

t.test('an unsupported content type is told with those that are supported', async t => {
  const validate = validatorOf({ content: { 'application/json': {}, 'text/csv': {} } })
  t.match(validate(request('1', { 'content-type': 'text/plain' })), {
    violations: [
      {
        in: 'header',
        pointer: '/content-type',
        rule: 'mediaType',
        message: 'header /content-type must be application/json or text/csv, but is "text/plain"'
      }
    ]
  })
  t.match(validate(request('1', {})), {
    violations: [
      { message: 'header /content-type must be application/json or text/csv, but is missing' }
    ]
  })
})

t.test('each content type has a schema of its own', async t => {
  const validate = validatorOf({
    content: {
      'application/json': { schema },
      'application/*': { schema: { type: 'array' } },
      'text/plain': { schema: { maxLength: 2 } },
      'image/png': { schema: { type: 'string' } }
    }
  })
  t.match(validate(request('{"id":1}')), { kind: 'valid' })
  t.match(validate(request('{"id":1}', { 'content-type': 'application/x+json' })), {
    violations: [{ message: 'body must be a list, but is {"id":1}' }]
  })
  t.match(validate(request('[]', { 'content-type': 'application/x+json' })), { kind: 'valid', parts: { body: [] } })
  t.match(validate(request('abc', { 'content-type': 'text/plain' })), {
    violations: [{ message: 'body must have at most 2 characters, but has 3' }]
  })
  t.match(validate(request('abc', { 'content-type': 'image/png' })), {
    kind: 'valid',
    parts: { body: Buffer.from('abc') }
  })
})

t.test('what cannot be used in a schema is left out, and all else of it keeps its force', async t => {
  const validate = validatorOf({ content: { 'application/json': { schema: { type: 'strnig', minimum: 2 } } } })
  t.match(validate(request('"x"')), { kind: 'valid' })
  t.match(validate(request('1')), { violations: [{ rule: 'minimum' }] })
})

t.test('a text that is described as an object is let pass, for nothing is said of its text', async t => {
  const validate = validatorOf({
    content: {
      'text/powershell': { schema: { type: 'object', format: 'file' } },
      'text/plain': { schema: { type: 'integer' } }
    }
  })
  t.match(validate(request('ls', { 'content-type': 'text/powershell' })), { kind: 'valid', parts: { body: 'ls' } })
  t.match(validate(request('ls', { 'content-type': 'text/plain' })), { kind: 'invalid' })
  t.match(validate(request('12', { 'content-type': 'text/plain' })), { kind: 'valid', parts: { body: 12 } })
})
