import t from 'tap'
import { startWith } from './start-with.ts'

const schemes = {
  key: { type: 'apiKey', in: 'query', name: 'key' },
  session: { type: 'apiKey', in: 'cookie', name: 'session' },
  login: { type: 'http', scheme: 'basic' },
  token: { type: 'oauth2', flows: {} }
}
const responses = { 204: { description: 'Done.' }, 401: { description: 'No.' } }
const PATHS = {
  '/open': { get: { operationId: 'open', security: [], responses } },
  '/key': { get: { operationId: 'key', responses } },
  '/optional': { get: { operationId: 'optional', security: [{}, { token: [] }], responses } },
  '/either': { get: { operationId: 'either', security: [{ key: [], session: [] }, { login: [] }], responses } }
}
const ROOT = { security: [{ key: [] }], components: { securitySchemes: schemes } }

t.test('credentials are asked for where the contract has them, in the form that it says', async t => {
  const { send } = await startWith(t, PATHS, { root: ROOT })
  const cases = [
    ['/open', {}, 204],
    ['/key', {}, 401],
    ['/key?key=', {}, 401],
    ['/key?key=abc', {}, 204],
    ['/optional', {}, 204],
    ['/either?key=abc', {}, 401],
    ['/either?key=abc', { cookie: 'session=xyz' }, 204],
    ['/either', { authorization: 'Basic dXNlcjpwYXNz' }, 204],
    ['/either', { authorization: 'Bearer dXNlcjpwYXNz' }, 401],
    ['/either', { authorization: 'Basic no-base64!' }, 401]
  ] as const

  for (const [url, headers, status] of cases) t.equal((await send('GET', url, undefined, headers)).statusCode, status, `${url} ${JSON.stringify(headers)}`)
})

t.test('a world that lists credentials accepts no others, by scheme', async t => {
  const standin = await startWith(t, PATHS, { root: ROOT })
  const elsewhere = await standin.world('elsewhere')
  await standin.settings({ credentials: { 'things.key': ['good'] } })
  const refused = await standin.send('GET', '/key?key=bad')

  t.equal(refused.statusCode, 401)
  t.match(refused.json(), { code: 'STANDIN_UNAUTHORIZED', detail: /things\.key/ })
  t.notMatch(refused.body, 'good', 'what would be accepted is not told')
  t.equal((await standin.send('GET', '/key?key=good')).statusCode, 204)
  t.equal((await elsewhere.send('GET', '/key?key=bad')).statusCode, 204)
  await standin.settings({ credentials: { 'things.key': [] } })
  t.equal((await standin.send('GET', '/key?key=good')).statusCode, 401)
})
