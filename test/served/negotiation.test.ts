import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const answer = (content: object) => ({ 200: { description: 'All is well.', content } })
const VERSIONS = {
  'application/json;version=1': { schema: { type: 'object', required: ['one'] }, example: { one: 1 } },
  'application/json;version=2': { schema: { type: 'object', required: ['two'] }, example: { two: 2 } }
}
const TEXT = { schema: { type: 'string' }, example: 'a,b' }
const PATHS = {
  '/things': {
    get: {
      responses: answer({
        'application/json': { example: { a: 1 } },
        'text/csv': TEXT,
        'application/xml': { example: '<a/>' }
      })
    },
    post: {
      requestBody: {
        content: { 'application/json': {}, 'text/csv': TEXT, 'application/vnd.shop+json;v=2': {} }
      },
      responses: { 204: { description: 'Done.' } }
    },
    put: {
      requestBody: { content: { 'application/json': {} } },
      responses: { 204: { description: 'Done.' } }
    },
    patch: {
      requestBody: { content: { 'application/merge-patch+json': {} } },
      responses: { 204: { description: 'Done.' } }
    }
  },
  '/versions': {
    get: { responses: answer(VERSIONS) },
    post: { requestBody: { content: VERSIONS }, responses: { 204: { description: 'Done.' } } }
  },
  '/picture': {
    get: { responses: answer({ 'image/*': { schema: { type: 'string', format: 'binary' } } }) }
  },
  '/file': { get: { responses: answer({ 'application/pdf': {} }) } }
}

type Row = [url: string, accept: string | undefined, status: number, type?: string, source?: string]

/** RFC 9110, sections 12.5.1 (Accept), 12.4.2 (weights) and 15.5.7 (406). */
const ACCEPT: Row[] = [
  ['/things', undefined, 200, 'application/json; charset=utf-8'],
  ['/things', '*/*', 200, 'application/json; charset=utf-8'],
  ['/things', 'text/*', 200, 'text/csv'],
  ['/things', 'text/csv;q=0.5, application/xml', 200, 'application/xml'],
  ['/things', 'application/json;q=0.1, text/csv;q=0.2', 200, 'text/csv'],
  ['/things', 'application/json;q=0, application/*', 200, 'application/xml'],
  ['/things', 'application/json;q=0, */*;q=0.1', 200, 'text/csv'],
  ['/things', 'application/json;charset=utf-8', 200, 'application/json; charset=utf-8'],
  ['/things', 'application/json;indent=2', 200, 'application/json; charset=utf-8'],
  ['/things', 'image/png', 406],
  ['/things', '*/*;q=0', 406],
  ['/things', 'application/json;q=0', 406],
  ['/versions', undefined, 200, 'application/json;version=1; charset=utf-8'],
  ['/versions', 'application/json;version=2', 200, 'application/json;version=2; charset=utf-8'],
  [
    '/versions',
    'application/json;version="2";q=0.5, application/json;version=1;q=0.4',
    200,
    'application/json;version=2; charset=utf-8'
  ],
  ['/versions', 'application/json;version=3', 406],
  ['/picture', undefined, 200, 'image/png'],
  ['/picture', 'image/gif', 200, 'image/gif'],
  ['/picture', 'image/gif;q=0.5, image/jpeg;q=0.9', 200, 'image/jpeg'],
  ['/picture', 'text/html', 406],
  ['/file', 'application/pdf', 200, 'application/pdf']
]

for (const [url, accept, status, type] of ACCEPT) {
  t.test(`${url} for Accept: ${accept ?? '(none)'} is answered with ${type ?? status}`, async t => {
    const { send } = await startWith(t, PATHS)
    const got = await send('GET', url, undefined, accept === undefined ? {} : { accept })
    t.equal(got.statusCode, status, got.body)
    t.equal(got.headers['content-type'], type ?? 'application/problem+json; charset=utf-8')
  })
}

t.test('a picture is one, and so is a page', async t => {
  const { send } = await startWith(t, PATHS)
  const start = async (url: string, accept: string) =>
    (await send('GET', url, undefined, { accept })).rawPayload.toString('latin1', 0, 4)
  t.same(
    await Promise.all([
      start('/picture', 'image/*'),
      start('/picture', 'image/gif'),
      start('/picture', 'image/jpeg'),
      start('/file', '*/*')
    ]),
    ['\x89PNG', 'GIF8', '\xff\xd8\xff\xe0', '%PDF']
  )
})

t.test('a media type with parameters has a schema of its own', async t => {
  const { send } = await startWith(t, PATHS)
  const statusFor = async (contentType: string, body: object) =>
    (await send('POST', '/versions', JSON.stringify(body), { 'content-type': contentType }))
      .statusCode
  t.equal(await statusFor('application/json;version=1', { one: 1 }), 204)
  t.equal(await statusFor('application/json; version=2; charset=utf-8', { two: 1 }), 204)
  t.equal(await statusFor('application/json;version=2', { one: 1 }), 400)
  t.equal(await statusFor('application/json', { one: 1 }), 204)
  t.equal(await statusFor('application/json;version=3', { one: 1 }), 415)
})

/**
 * RFC 9110, sections 8.3.2 (charset), 12.5.1 and 15.5.16 (415); RFC 5789, section 3.1 (Accept-Patch); Linked
 * Data Platform 1.0, section 7.1 (Accept-Post).
 */
const SENT: Array<
  [
    method: string,
    contentType: string | undefined,
    bytes: string | Buffer,
    status: number,
    headers?: object
  ]
> = [
  ['POST', 'text/csv; charset=iso-8859-1', Buffer.from('é', 'latin1'), 204],
  ['POST', 'text/csv; charset="UTF-8"', 'é', 204],
  ['POST', 'text/csv; charset=us-ascii', 'e', 204],
  [
    'POST',
    'text/csv; charset=utf-16',
    Buffer.from('é', 'utf16le'),
    415,
    { accept: 'application/json, text/csv, application/vnd.shop+json;v=2' }
  ],
  ['POST', 'application/json; charset=utf-16', '1', 204],
  ['POST', 'application/vnd.shop+json;v=2', '1', 204],
  [
    'POST',
    'text/html',
    '1',
    415,
    {
      accept: 'application/json, text/csv, application/vnd.shop+json;v=2',
      'accept-post': 'application/json, text/csv, application/vnd.shop+json;v=2'
    }
  ],
  [
    'POST',
    undefined,
    '1',
    415,
    { accept: 'application/json, text/csv, application/vnd.shop+json;v=2' }
  ],
  [
    'POST',
    'nonsense',
    '1',
    415,
    { accept: 'application/json, text/csv, application/vnd.shop+json;v=2' }
  ],
  [
    'PUT',
    'text/html',
    '1',
    415,
    { accept: 'application/json', 'accept-post': undefined, 'accept-patch': undefined }
  ],
  [
    'PATCH',
    'application/json',
    '1',
    415,
    { accept: 'application/merge-patch+json', 'accept-patch': 'application/merge-patch+json' }
  ]
]

for (const [method, contentType, bytes, status, headers = {}] of SENT) {
  t.test(`${method} with Content-Type: ${contentType ?? '(none)'} is answered with ${status}`, async t => {
    const { send } = await startWith(t, PATHS)
    const got = await send(method, '/things', bytes, contentType === undefined ? {} : { 'content-type': contentType })
    t.equal(got.statusCode, status, got.body)
    t.match(got.headers, headers)
  })
}
