import t from 'tap'
import { createConnection } from '../../src/client/connection.ts'
import { standin, StandinClientError } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import { startWorld } from './start-world.ts'

t.test('what is refused is thrown with its code, its status and every violation', async t => {
  const { world } = await startWorld()
  const error = await world.clock.advance({ to: 'tomorow' }).catch((error: unknown) => error)

  t.type(error, StandinClientError)
  t.match(error, {
    name: 'StandinClientError',
    code: 'STANDIN_INVALID_REQUEST',
    status: 400,
    violations: [{ in: 'body', pointer: '/to' }],
    message: /^POST \/__admin\/clock\/advance was rejected with 400 STANDIN_INVALID_REQUEST: .*body \/to must be/
  })
})

t.test('violations that the detail does not tell are told below it', async t => {
  const { call } = answering(422, {
    code: 'STANDIN_X',
    detail: 'Not so.',
    violations: [{ message: 'body /a must be b' }]
  })
  await t.rejects(call('POST', '/x', {}), {
    message: 'POST /__admin/x was rejected with 422 STANDIN_X: Not so.\n  body /a must be b'
  })
})

t.test('an answer of something else than a stand-in is told as it is', async t => {
  await t.rejects(answering(502, 'Bad gateway').call('GET', '/clock'), {
    code: 'STANDIN_UNEXPECTED_ANSWER',
    status: 502,
    message: /: Bad gateway$/
  })
  await t.rejects(answering(500, undefined).call('GET', '/clock'), {
    code: 'STANDIN_UNEXPECTED_ANSWER',
    status: 500,
    message: /: without a body$/
  })
})

t.test('where no server answers, it says where it was looked for', async t => {
  const { close, server: { url } } = await startStandin()
  await close()
  await t.rejects(standin(`${url}/`).world(), {
    code: 'STANDIN_UNREACHABLE',
    status: undefined,
    message: new RegExp(`^No stand-in responds at ${url}`),
    cause: Error
  })
})

function answering (status: number, body: unknown) {
  const json = typeof body === 'object'
  const fetch = async () => new Response(json ? JSON.stringify(body) : body as string, {
    status,
    headers: json ? { 'content-type': 'application/problem+json' } : {}
  })
  return createConnection('http://127.0.0.1:1', { fetch })
}
