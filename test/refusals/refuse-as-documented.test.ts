import t from 'tap'
import { journalOf, startWith } from '../apis/start-with.ts'
import { DETAIL, integer, json, object, startDocumenting, string } from './forms.ts'

const FLOW = { tokenUrl: 'https://example.com', scopes: { write: '' } }
const OAUTH = { type: 'oauth2', flows: { clientCredentials: FLOW } }
const write = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

const READER = `${write({ alg: 'none' })}.${write({ scope: 'read' })}.`

const MESSAGE = { code: integer, message: string }

/** Forms in which APIs document what is wrong, and how each is filled. */
const FORMS: Array<[what: string, responses: object, status: number, body: object]> = [
  ['a code and a message', { 400: json(object(MESSAGE)) }, 400, { code: 400, message: DETAIL }],
  [
    'the default response',
    {
      default: json(
        object({ code: { type: 'integer', format: 'int32' }, message: string }, ['message'])
      )
    },
    400,
    { message: DETAIL }
  ],
  ['all of 4XX', { '4XX': json(object({ error: string })) }, 400, { error: DETAIL }],
  [
    '422 rather than 400',
    { 400: json(object({ a: string })), 422: json(object({ message: string })) },
    422,
    { message: DETAIL }
  ],
  [
    'Spring',
    {
      400: json(
        object({
          timestamp: { type: 'string', format: 'date-time' },
          status: integer,
          error: string,
          message: string,
          path: string
        })
      )
    },
    400,
    {
      timestamp: '2026-01-01T00:00:00.000Z',
      status: 400,
      error: 'Bad Request',
      message: DETAIL,
      path: '/things'
    }
  ],
  [
    'FastAPI',
    {
      422: json({
        type: 'object',
        properties: {
          detail: {
            type: 'array',
            items: object({
              loc: { type: 'array', items: { anyOf: [string, integer] } },
              msg: string,
              type: string
            })
          }
        }
      })
    },
    422,
    {
      detail: [
        { loc: ['body', 'tags', 1], msg: 'body /tags/1 must be a string, but is 7', type: 'type' }
      ]
    }
  ],
  [
    'JSON:API',
    {
      422: {
        description: 'No.',
        content: {
          'application/vnd.api+json': {
            schema: object({
              errors: {
                type: 'array',
                minItems: 1,
                items: object({
                  status: string,
                  title: string,
                  detail: string,
                  source: object({ pointer: string })
                })
              }
            })
          }
        }
      }
    },
    422,
    {
      errors: [
        {
          status: '422',
          title: 'Unprocessable Entity',
          detail: 'body /tags/1 must be a string, but is 7',
          source: { pointer: '/tags/1' }
        }
      ]
    }
  ],
  [
    'Google',
    {
      400: json(
        object({
          error: object({
            code: integer,
            message: string,
            status: { type: 'string', enum: ['INVALID_ARGUMENT', 'NOT_FOUND'] },
            details: { type: 'array', items: object({ field: string, description: string }) }
          })
        })
      )
    },
    400,
    {
      error: {
        code: 400,
        message: DETAIL,
        status: 'INVALID_ARGUMENT',
        details: [{ field: '/tags/1', description: 'body /tags/1 must be a string, but is 7' }]
      }
    }
  ],
  [
    'a list of texts',
    { 422: json(object({ errors: { type: 'array', items: string } })) },
    422,
    { errors: ['body /tags/1 must be a string, but is 7'] }
  ],
  [
    'problem details that are closed',
    {
      400: {
        description: 'No.',
        content: {
          'application/problem+json': {
            schema: {
              ...object({
                type: { type: 'string', format: 'uri-reference' },
                title: string,
                status: integer,
                detail: string,
                traceId: string
              }),
              additionalProperties: false
            }
          }
        }
      }
    },
    400,
    { type: 'about:blank', title: 'Bad Request', status: 400, detail: DETAIL, traceId: /./ }
  ],
  [
    'problem details that are open',
    {
      422: {
        description: 'No.',
        content: {
          'application/problem+json': { schema: object({ title: string, status: integer }) }
        }
      }
    },
    422,
    {
      title: 'Unprocessable Entity',
      status: 422,
      detail: DETAIL,
      code: 'STANDIN_INVALID_REQUEST',
      violations: [{ in: 'body', pointer: '/tags/1' }]
    }
  ],
  [
    'a form that says nothing',
    { 400: { description: 'No.', content: { 'application/json': {} } } },
    400,
    { code: 'STANDIN_INVALID_REQUEST', detail: DETAIL, violations: [{ pointer: '/tags/1' }] }
  ]
]

for (const [what, responses, status, body] of FORMS) {
  t.test(`an invalid request is refused in the documented form: ${what}`, async t => {
    const standin = await startDocumenting(t, responses)
    const answer = await standin.send('POST', '/things', { tags: ['a', 7] })
    t.equal(answer.statusCode, status, answer.body)
    t.match(answer.json(), body)
    t.match(await journalOf(standin), [
      {
        source: 'refusal',
        request: { violations: [{ in: 'body', pointer: '/tags/1' }] },
        response: { violations: [] }
      }
    ])
  })
}

t.test('without a documented error there are problem details, which are marked as such', async t => {
  const standin = await startDocumenting(t, {})
  const answer = await standin.send('POST', '/things', { tags: ['a', 7] })
  t.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
  t.match(answer.json(), { status: 400, code: 'STANDIN_INVALID_REQUEST', violations: [{ pointer: '/tags/1' }] })
  t.equal(answer.headers['x-standin-violation'], 'status must be one that addThing documents (204), but is 400')
  t.match(await journalOf(standin), [{ response: { violations: [{ in: 'status', rule: 'status' }] } }])
})

t.test('a status that is not documented has the form of the other errors, and is marked', async t => {
  const { app } = await startDocumenting(t, {
    404: json({ ...object({ code: string, message: string }), example: { code: 'GONE', message: 'x' } }),
    500: json(object({ other: string }))
  })
  const answer = await app.inject({ method: 'POST', url: '/things', payload: { tags: ['a', 7] } })
  t.equal(answer.statusCode, 400)
  t.same(answer.json(), { code: 'STANDIN_INVALID_REQUEST', message: DETAIL })
  t.match(answer.headers['x-standin-violation'], /^status must be/)
})

t.test('a default that stands for success is no form of errors', async t => {
  const { send } = await startWith(t, {
    '/things': {
      get: {
        parameters: [{ name: 'n', in: 'query', schema: integer }],
        responses: { default: json(object(MESSAGE)) }
      }
    }
  })
  const answer = await send('GET', '/things?n=x')
  t.match(answer.json(), { code: 'STANDIN_INVALID_REQUEST' })
  t.match(answer.headers['x-standin-violation'], /^header \/content-type must be application\/json/)
})

t.test('other refusals have their documented forms too', async t => {
  const error = json(object(MESSAGE, ['message']))
  const { send } = await startWith(
    t,
    {
      '/things': {
        get: {
          security: [{ key: [] }],
          responses: {
            200: { description: 'It.', content: { 'application/json': {} } },
            401: {
              ...error,
              headers: { 'X-Trace': { required: true, schema: string, example: 't' } }
            },
            406: error
          }
        }
      }
    },
    { root: { components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } } } }
  )
  const unauthorized = await send('GET', '/things')
  t.equal(unauthorized.statusCode, 401)
  t.same(unauthorized.json(), {
    code: 401,
    message: 'things.GET /things needs the header Authorization as "Bearer <token>"'
  })
  t.match(unauthorized.headers, { 'www-authenticate': 'Bearer realm="standin"', 'x-trace': 't' })
  t.match(
    (
      await send('GET', '/things', undefined, { authorization: 'Bearer t', accept: 'text/html' })
    ).json(),
    { message: /which the Accept header leaves out/ }
  )
})

/** Requests that are refused for other reasons, and the status of each. */
const OTHERS: Array<[what: string, status: number, method: 'POST' | 'PUT', headers: Record<string, string>]> = [
  ['a credential that is missing', 401, 'POST', {}],
  ['a scope that the token lacks', 403, 'POST', { authorization: `Bearer ${READER}` }],
  ['another method', 405, 'PUT', {}],
  ['a media type that is not accepted', 406, 'POST', { authorization: 'Bearer t', accept: 'image/png' }],
  ['a body that is too large', 413, 'POST', { authorization: 'Bearer t' }],
  ['a body of another media type', 415, 'POST', { authorization: 'Bearer t', 'content-type': 'text/plain' }]
]

for (const [what, status, method, headers] of OTHERS) {
  t.test(`the documented form of ${status} is filled for ${what}`, async t => {
    const standin = await startWith(t, {
      '/things': {
        post: {
          security: [{ key: ['write'] }],
          requestBody: { content: { 'application/json': {} } },
          responses: {
            201: { description: 'It.', content: { 'application/json': {} } },
            [status]: json(object({ huch: string }))
          }
        }
      }
    }, { root: { components: { securitySchemes: { key: OAUTH } } }, bodyLimit: 100 })
    const answer = await standin.send(method, '/things', { a: status === 413 ? 'a'.repeat(200) : 'a' }, headers)
    t.equal(answer.statusCode, status)
    t.equal(answer.headers['content-type'], 'application/json; charset=utf-8')
    t.match(answer.json(), { huch: /\w+ \w+/ })
    t.match(await journalOf(standin), [{ source: 'refusal', response: { violations: [] } }])
  })
}
