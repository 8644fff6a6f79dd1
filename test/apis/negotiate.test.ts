import t from 'tap'
import { startWith } from './start-with.ts'

const content = {
  'application/json': { schema: {}, example: { a: 1 } },
  'text/csv': { schema: { type: 'string' }, example: 'a\n1\n' }
}
const PATHS = {
  '/table': {
    get: {
      operationId: 'getTable',
      responses: {
        200: { description: 'It.', content },
        404: { description: 'No.', content: { 'text/html': {} } }
      }
    }
  },
  '/nothing': {
    get: { operationId: 'getNothing', responses: { 204: { description: 'Nothing.' } } }
  },
  '/any': {
    get: {
      operationId: 'getAny',
      responses: {
        200: { description: 'It.', content: { 'application/*': { example: { a: 1 } } } }
      }
    }
  }
}

t.test('a client gets the media type that it prefers, or 406 if it accepts none of a success', async t => {
  const { send } = await startWith(t, PATHS)
  const cases = [
    ['/table', undefined, 200, 'application/json'],
    ['/table', '*/*', 200, 'application/json'],
    ['/table', '', 200, 'application/json'],
    ['/table', 'text/csv', 200, 'text/csv'],
    ['/table', 'text/*;q=0.5, application/json;q=0.4', 200, 'text/csv'],
    ['/table', 'TEXT/CSV; header=present', 200, 'text/csv'],
    ['/table', 'text/html, */*;q=0.1', 200, 'application/json'],
    ['/table', 'text/html', 406, 'application/problem+json'],
    ['/table', 'application/json;q=0', 406, 'application/problem+json'],
    ['/table', 'application/xml, image/png', 406, 'application/problem+json'],
    ['/any', 'application/json', 200, 'application/json'],
    ['/any', 'text/plain', 406, 'application/problem+json']
  ] as const

  for (const [path, accept, status, type] of cases) {
    const answer = await send('GET', path, undefined, accept === undefined ? {} : { accept })
    t.equal(answer.statusCode, status, `${path} for ${accept}`)
    t.match(answer.headers['content-type'], new RegExp(`^${type.replace('+', '\\+')}`), `${path} for ${accept}`)
  }
  t.equal(
    (await send('GET', '/nothing', undefined, { accept: 'text/html' })).statusCode,
    204,
    'where there is no body there is nothing to like'
  )
})

t.test('the refusal names what there is', async t => {
  const { send } = await startWith(t, PATHS)

  t.match((await send('GET', '/table', undefined, { accept: 'text/html' })).json(), {
    code: 'STANDIN_NOT_ACCEPTABLE',
    detail:
      'things.getTable answers with application/json, text/csv, which the Accept header leaves out'
  })
})
