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
  '/item': {
    get: {
      operationId: 'getItem',
      responses: {
        200: { description: 'It.', content: { 'application/vnd.shop.item+json': { example: { a: 1 } } } },
        404: { description: 'No.', content: { 'application/json': { example: { e: 1 } } } }
      }
    }
  },
  '/versions': {
    get: {
      operationId: 'getVersion',
      responses: {
        200: {
          description: 'It.',
          content: {
            'application/json; version=1': { example: { v: 1 } },
            'application/json; version=2': { example: { v: 2 } }
          }
        }
      }
    }
  },
  '/profile': {
    get: {
      operationId: 'getProfile',
      responses: { 200: { description: 'It.', content: { 'application/json; profile="https://a.test/P;x,y"': {} } } }
    }
  },
  '/maybe': {
    get: {
      operationId: 'getMaybe',
      responses: { 204: { description: 'None.', content: { 'application/json': {} } } }
    }
  },
  '/mixed': {
    get: {
      operationId: 'getMixed',
      responses: {
        200: { description: 'It.', content: { 'application/json': {} } },
        default: { description: 'No.', content: { 'text/html': {} } }
      }
    }
  },
  '/page': {
    get: {
      operationId: 'getPage',
      responses: { 200: { description: 'It.', content: { 'application/xhtml+xml': { example: '<p/>' } } } }
    }
  },
  '/suffix': {
    get: {
      operationId: 'getSuffix',
      responses: { 200: { description: 'It.', content: { 'application/*+json': { example: { a: 1 } } } } }
    }
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
    ['/table', '*', 200, 'application/json'],
    ['/table', '*;q=.2, text/csv', 200, 'text/csv'],
    ['/table', '*/*;q=0', 406, 'application/problem+json'],
    ['/table', 'text/csv; note="a;q=0"', 200, 'text/csv'],
    ['/table', 'application/json; constructor=x', 200, 'application/json'],
    ['/table', 'application/hal+json', 406, 'application/problem+json'],
    ['/item', 'application/json', 200, 'application/vnd.shop.item+json'],
    ['/item', 'application/json; charset=utf-8', 200, 'application/vnd.shop.item+json'],
    ['/item', 'text/json', 200, 'application/vnd.shop.item+json'],
    ['/item', 'application/*+json', 200, 'application/vnd.shop.item+json'],
    ['/item', 'application/json, */*;q=0', 200, 'application/vnd.shop.item+json'],
    ['/item', 'application/json, application/vnd.shop.item+json;q=0', 406, 'application/problem+json'],
    ['/item', 'application/json;q=0', 406, 'application/problem+json'],
    ['/item', 'application/vnd.shop.order+json', 406, 'application/problem+json'],
    ['/item', 'text/*', 406, 'application/problem+json'],
    ['/page', 'application/xml', 200, 'application/xhtml+xml'],
    ['/page', 'text/html', 406, 'application/problem+json'],
    ['/versions', 'application/json; version=2', 200, 'application/json;version=2'],
    ['/versions', 'application/json; version="1"', 200, 'application/json;version=1'],
    ['/versions', 'application/json; version=3', 406, 'application/problem+json'],
    ['/suffix', 'application/json', 200, 'application/json'],
    ['/suffix', 'application/hal+json', 200, 'application/hal+json'],
    ['/suffix', 'text/csv', 406, 'application/problem+json'],
    ['/profile', 'application/json', 200, 'application/json;profile="https://a.test/P;x,y"'],
    ['/profile', 'application/json; profile="https://a.test/p;x,y"', 200, 'application/json'],
    ['/profile', 'application/json; profile="https://a.test/other"', 406, 'application/problem+json'],
    ['/mixed', 'text/html', 406, 'text/html'],
    ['/table', ', ,', 200, 'application/json'],
    ['/any', 'application/json', 200, 'application/json'],
    ['/any', 'text/plain', 406, 'application/problem+json']
  ] as const

  for (const [path, accept, status, type] of cases) {
    const answer = await send('GET', path, undefined, accept === undefined ? {} : { accept })
    t.equal(answer.statusCode, status, `${path} for ${accept}`)
    t.match(answer.headers['content-type'], new RegExp(`^${type.replace('+', '\\+')}`), `${path} for ${accept}`)
  }
  t.equal((await send('GET', '/maybe', undefined, { accept: 'text/html' })).statusCode, 204)
  t.equal(
    (await send('GET', '/nothing', undefined, { accept: 'text/html' })).statusCode,
    204,
    'where there is no body there is nothing to like'
  )
})

t.test('what is acceptable is decided by the response that is sent', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const preferring = (code: number, accept: string) =>
    send('GET', '/item', undefined, { accept, prefer: `code=${code}` })

  t.equal((await preferring(404, 'application/json')).statusCode, 404)
  t.equal((await preferring(404, 'text/html')).statusCode, 404, 'an error is sent whatever the client accepts')
  t.equal((await preferring(200, 'text/html')).statusCode, 406)

  const reply = { body: 'a\n2\n', headers: { 'content-type': 'text/csv' } }
  await admin('POST', '/stubs', { operation: 'things.getTable', reply })
  t.equal((await send('GET', '/table', undefined, { accept: 'text/csv' })).body, 'a\n2\n')
  const refused = await send('GET', '/table', undefined, { accept: 'application/json' })
  t.equal(refused.statusCode, 406)
  t.equal(refused.json().code, 'STANDIN_NOT_ACCEPTABLE')
})

t.test('a stub that may break the contract responds whatever the client accepts', async t => {
  const { admin, app } = await startWith(t, PATHS)
  const page = { body: '<h1>Proxy</h1>', headers: { 'content-type': 'text/html' } }
  await admin('POST', '/stubs', { operation: 'things.getTable', contract: 'off', reply: page })

  const response = await app.inject({ method: 'GET', url: '/table', headers: { accept: 'application/json' } })
  t.equal(response.statusCode, 200)
  t.equal(response.body, '<h1>Proxy</h1>')
})

t.test('the refusal names what there is', async t => {
  const { send } = await startWith(t, PATHS)

  t.match((await send('GET', '/table', undefined, { accept: 'text/html' })).json(), {
    code: 'STANDIN_NOT_ACCEPTABLE',
    detail:
      'things.getTable answers with application/json, text/csv, which the Accept header leaves out'
  })
})
