import t from 'tap'
import type { Standin } from '../start-standin.ts'
import { answering, journalOf, startWith } from './start-with.ts'

const PATHS = {
  '/things': {
    post: {
      operationId: 'addThing',
      security: [{ key: [] }],
      parameters: [{ name: 'size', in: 'query', schema: { type: 'integer' } }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }
          }
        }
      },
      responses: answering({}, { name: 'anvil' })
    }
  }
}
const ROOT = { components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } } }
const KEY = { authorization: 'Bearer abc' }
const JSON_TYPE = { ...KEY, 'content-type': 'application/json' }

t.test('an API without words of its own refuses with problem details, each with a code', async t => {
  const standin = await startWith(t, PATHS, { root: ROOT, bodyLimit: 1000 })
  const { send } = standin
  const cases = [
    [
      await send('POST', '/things', '{"name"', JSON_TYPE),
      400,
      'STANDIN_MALFORMED_REQUEST',
      [{ in: 'body', pointer: '/name', rule: 'malformed' }]
    ],
    [
      await send('POST', '/things?size=big', { name: 17 }, KEY),
      400,
      'STANDIN_INVALID_REQUEST',
      [
        { in: 'query', pointer: '/size', rule: 'type' },
        { in: 'body', pointer: '/name', rule: 'type' }
      ]
    ],
    [await send('POST', '/things', { name: 'anvil' }), 401, 'STANDIN_UNAUTHORIZED', undefined],
    [
      await send('POST', '/things', { name: 'anvil' }, { ...KEY, accept: 'text/html' }),
      406,
      'STANDIN_NOT_ACCEPTABLE',
      undefined
    ],
    [
      await send('POST', '/things', { name: 'a'.repeat(1000) }, KEY),
      413,
      'STANDIN_BODY_TOO_LARGE',
      undefined
    ],
    [
      await send('POST', '/things', 'name=anvil', {
        ...KEY,
        'content-type': 'application/x-www-form-urlencoded'
      }),
      415,
      'STANDIN_UNSUPPORTED_MEDIA_TYPE',
      [{ in: 'header', pointer: '/content-type', rule: 'mediaType' }]
    ]
  ] as const

  for (const [answer, status, code, violations] of cases) {
    t.equal(answer.statusCode, status, code)
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
    t.match(answer.json(), { type: 'about:blank', title: String, status, code, detail: /things\.addThing|1000 bytes/ })
    t.match(answer.json().violations, violations, `${code} lists what is wrong`)
  }
  t.same(sourcesOf(await journalOf(standin)), cases.map(([, status]) => `${status} refusal`))
})

t.test('a 401 says what would be accepted', async t => {
  const { send } = await startWith(t, PATHS, { root: ROOT })
  const answer = await send('POST', '/things', { name: 'anvil' })

  t.equal(answer.headers['www-authenticate'], 'Bearer realm="standin"')
  t.match(answer.json(), { detail: 'things.addThing needs the header Authorization as "Bearer <token>"' })
})

t.test('an API with words of its own uses them, and problem details for the rest', async t => {
  const { send } = await startWith(t, PATHS, {
    root: {
      ...ROOT,
      'x-standin': {
        replies: { away: { status: 404, body: { gone: '$url' } } },
        refusals: { notFound: 'away' }
      }
    }
  })

  t.same((await send('GET', '/thing')).json(), { gone: '/thing' })
  t.match((await send('GET', '/things')).json(), { code: 'STANDIN_METHOD_NOT_ALLOWED' })
})

t.test('what is refused leaves the world as it was', async t => {
  const standin: Standin = await startWith(t, PATHS, { root: ROOT })
  for (const body of ['{', '[]', '"x"', '']) await standin.send('POST', '/things', body, JSON_TYPE)

  t.same((await standin.send('POST', '/things', { name: 'anvil' }, KEY)).json(), { name: 'anvil' })
})

function sourcesOf (journal: Array<{ source: string, response: { status: number } }>): string[] {
  return journal.map(({ source, response }) => `${response.status} ${source}`)
}
