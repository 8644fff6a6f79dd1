import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test(
  'a body that is no JSON, or that parsers disagree on, is refused with the place',
  async t => {
    const { call } = await startAdmin(t)
    const bad: ReadonlyArray<[string, RegExp]> = [
      ['{"by": "PT5S"', /line 1, column 14/],
      ['{"by": "PT5S", "by": "PT6S"}', /by/],
      ['{"__proto__": 1, "__proto__": 2}', /__proto__/],
      ['<by>PT5S</by>', /JSON/],
      ['['.repeat(10_000), /JSON|levels/]
    ]
    for (const [body, detail] of bad) {
      const response = await call('POST', '/clock/advance', body, {
        'content-type': 'application/json'
      })
      t.match(
        response.json(),
        {
          type: 'about:blank',
          title: 'Bad Request',
          status: 400,
          code: 'STANDIN_MALFORMED_REQUEST',
          detail
        },
        body.slice(0, 40)
      )
    }
  }
)

t.test('a body is JSON whatever it calls itself', async t => {
  const { call } = await startAdmin(t)
  for (const contentType of [
    'application/x-www-form-urlencoded',
    'text/plain',
    'application/json; charset=utf-8',
    'application/vnd.api+json'
  ]) {
    t.equal(
      (await call('POST', '/clock/advance', '{"by":"PT1S"}', { 'content-type': contentType }))
        .statusCode,
      200,
      contentType
    )
  }
  t.equal(
    (await call('DELETE', '/stubs', undefined, { 'content-type': 'application/json' })).statusCode,
    204,
    'an empty body is none'
  )
})

t.test('a body that is too large is refused', async t => {
  const { call } = await startAdmin(t)
  const response = await call('POST', '/stubs', {
    operation: 'kiln.fireBatch',
    reply: { body: 'x'.repeat(200_000) }
  })
  t.match(response.json(), { status: 413, code: 'STANDIN_BODY_TOO_LARGE' })
})

t.test('what goes wrong inside is not told to the client', async t => {
  const { call, world } = await startAdmin(t)
  world.store.stubs = () => {
    throw new TypeError('a secret of the house')
  }
  const response = await call('GET', '/stubs')
  t.match(response.json(), {
    status: 500,
    code: 'STANDIN_INTERNAL_ERROR',
    title: 'Internal Server Error'
  })
  t.notMatch(response.body, /secret/)
})
