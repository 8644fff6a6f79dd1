import t from 'tap'
import { journalOf, startWith } from './start-with.ts'

const string = { type: 'string' }
const integer = { type: 'integer' }
const DETAIL = 'The request does not fit its contract (things.addThing): body /tags/1 must be a string, but is 7'

const object = (properties: object, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties
})
const json = (schema: object) => ({ description: 'No.', content: { 'application/json': { schema } } })

function startDocumenting (t: Parameters<typeof startWith>[0], responses: object, more: object = {}) {
  return startWith(t, {
    '/things': {
      post: {
        operationId: 'addThing',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', properties: { tags: { type: 'array', items: string } } }
            }
          }
        },
        responses: { 204: { description: 'Done.' }, ...responses },
        ...more
      }
    }
  })
}

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
    { title: 'Bad Request', status: 400, detail: DETAIL, traceId: '' }
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

/** Where the form cannot surely be filled, or would not tell what is wrong, the stand-in has its own words. */
const OWN: Array<[what: string, responses: object, status: number]> = [
  ['nothing documented', {}, 400],
  ['a pattern', { 400: json(object({ message: string, code: { type: 'string', pattern: '^E\\d{4}$' } })) }, 400],
  ['no place for words', { 400: json(object({ number: integer })) }, 400],
  ['a text that is too short', { 400: json(object({ message: { type: 'string', maxLength: 10 } })) }, 400],
  ['no body, of 422', { 422: { description: 'No.' } }, 422],
  ['text', { 400: { description: 'No.', content: { 'text/plain': { schema: string } } } }, 400]
]

for (const [what, responses, status] of OWN) {
  t.test(`an invalid request is refused with problem details where there is ${what}`, async t => {
    const { send } = await startDocumenting(t, responses)
    const answer = await send('POST', '/things', { tags: ['a', 7] })
    t.equal(answer.statusCode, status)
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
    t.match(answer.json(), {
      status,
      code: 'STANDIN_INVALID_REQUEST',
      violations: [{ in: 'body', pointer: '/tags/1', rule: 'type' }]
    })
  })
}

t.test('a default that stands for success is no form of errors', async t => {
  const { send } = await startWith(t, {
    '/things': {
      get: {
        parameters: [{ name: 'n', in: 'query', schema: integer }],
        responses: { default: json(object(MESSAGE)) }
      }
    }
  })
  t.match((await send('GET', '/things?n=x')).json(), { code: 'STANDIN_INVALID_REQUEST' })
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
  t.match(unauthorized.headers, { 'www-authenticate': 'Bearer', 'x-trace': 't' })
  t.match(
    (
      await send('GET', '/things', undefined, { authorization: 'Bearer t', accept: 'text/html' })
    ).json(),
    { message: /which the Accept header leaves out/ }
  )
})

t.test('XML is written where that is the form', async t => {
  const { send } = await startDocumenting(t, {
    400: {
      description: 'No.',
      content: {
        'application/xml': { schema: { ...object({ message: string }), xml: { name: 'error' } } }
      }
    }
  })
  const answer = await send('POST', '/things', { tags: ['a', 7] })
  t.equal(answer.headers['content-type'], 'application/xml')
  t.match(answer.body, /<error><message>The request does not fit/)
})
