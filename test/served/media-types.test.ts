import t from 'tap'
import { journalOf, startWith } from '../apis/start-with.ts'

const PET = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'integer', example: 7, xml: { attribute: true } },
    name: { type: 'string', example: 'Rex' },
    token: { type: 'string', example: 'T' }
  },
  xml: { name: 'pet' }
}
const PETS = { type: 'array', items: PET, xml: { name: 'pets' } }

const answer = (content: object) => ({ 200: { description: 'All is well.', content } })

/** How an operation's answer is written: by its media type (OpenAPI 3.1, XML Object; 3.2, "Sequential Media Types"). */
const WRITTEN: Array<[what: string, content: object, body: string]> = [
  [
    'an example as XML',
    { 'application/xml': { schema: PET, example: { id: 1, name: 'Rex' } } },
    '<?xml version="1.0" encoding="UTF-8"?>\n<pet id="1"><name>Rex</name></pet>'
  ],
  [
    'a list as XML',
    { 'text/xml': { schema: PETS, example: [{ id: 1 }, { id: 2 }] } },
    '<?xml version="1.0" encoding="UTF-8"?>\n<pets><pet id="1"/><pet id="2"/></pets>'
  ],
  [
    'XML that stands in the document',
    { 'application/xml': { schema: PET, example: '<pet id="1"/>' } },
    '<pet id="1"/>'
  ],
  [
    'XML that is generated',
    { 'application/vnd.shop+xml': { schema: PET } },
    '<?xml version="1.0" encoding="UTF-8"?>\n<pet id="7"><name>Rex</name><token>T</token></pet>'
  ],
  [
    'lines',
    { 'application/x-ndjson': { schema: PET, example: [{ id: 1 }, { id: 2 }] } },
    '{"id":1}\n{"id":2}\n'
  ],
  [
    'lines that are generated',
    { 'application/jsonl': { itemSchema: PET } },
    '{"id":7,"name":"Rex","token":"T"}\n{"id":7,"name":"Rex","token":"T"}\n'
  ],
  [
    'records',
    { 'application/json-seq': { schema: { type: 'array', items: PET }, example: [{ id: 1 }] } },
    '\u001E{"id":1}\n'
  ],
  [
    'a form',
    { 'application/x-www-form-urlencoded': { schema: PET, example: { id: 1, name: 'a b' } } },
    'id=1&name=a+b'
  ],
  [
    'events',
    {
      'text/event-stream': {
        itemSchema: { type: 'object' },
        example: [{ event: 'born', data: 'a\nb', id: '1' }, { data: { id: 1 } }]
      }
    },
    'event: born\nid: 1\ndata: a\ndata: b\n\ndata: {"id":1}\n\n'
  ]
]

for (const [what, content, body] of WRITTEN) {
  t.test(`${what} is written by its media type`, async t => {
    const { send } = await startWith(t, { '/pets': { get: { responses: answer(content) } } })
    const got = await send('GET', '/pets')
    t.equal(got.statusCode, 200)
    t.equal(got.body, body)
    t.match(got.headers['content-type'], Object.keys(content)[0])
  })
}

t.test('what is written breaks its contract no less than JSON would', async t => {
  const { app } = await startWith(t, {
    '/xml': { get: { responses: answer({ 'application/xml': { schema: PET, example: '<pet id="x"/>' } }) } },
    '/lines': { get: { responses: answer({ 'application/jsonl': { itemSchema: PET, example: [{ id: 1 }, {}] } }) } }
  })
  const send = async (url: string) => await app.inject({ url, headers: { prefer: 'example=default' } })
  t.equal((await send('/xml')).headers['x-standin-violation'], 'body /id must be an integer, but is "x"')
  t.equal((await send('/lines')).headers['x-standin-violation'], 'body /1/id is required, but is missing')
})

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=b' }
const form = (...parts: string[]) =>
  [...parts.map(part => `--b\r\nContent-Disposition: form-data; ${part}\r\n`), '--b--'].join('')

const UPLOAD = {
  post: {
    operationId: 'upload',
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['title'],
            properties: {
              title: { type: 'string' },
              apiKey: { type: 'string' },
              file: { type: 'string', format: 'binary' }
            }
          }
        },
        'application/xml': { schema: PET }
      }
    },
    responses: answer({ 'application/json': { schema: { type: 'object' }, example: {} } })
  }
}

t.test('stubs match the members of a form, and the content of its files', async t => {
  const standin = await startWith(t, { '/things': UPLOAD })
  await standin.admin('POST', '/stubs', {
    operation: 'things.upload',
    when: { body: { title: 'a' } },
    reply: { status: 200, body: { by: 'title' } }
  })
  await standin.admin('POST', '/stubs', {
    operation: 'things.upload',
    when: { body: { file: 'hello' } },
    reply: { status: 200, body: { by: 'file' } }
  })
  await standin.admin('POST', '/stubs', {
    operation: 'things.upload',
    when: { body: { id: 7 } },
    reply: { status: 200, body: { by: 'XML' } }
  })

  t.same((await standin.send('POST', '/things', form('name="title"\r\n\r\na'), MULTIPART)).json(), { by: 'title' })
  t.same(
    (
      await standin.send(
        'POST',
        '/things',
        form(
          'name="title"\r\n\r\nb',
          'name="file"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\nhello'
        ),
        MULTIPART
      )
    ).json(),
    { by: 'file' }
  )
  t.same(
    (
      await standin.send('POST', '/things', '<pet id="7"/>', { 'content-type': 'application/xml' })
    ).json(),
    { by: 'XML' }
  )
})

t.test('the journal shows a form without its credentials and its bytes', async t => {
  const standin = await startWith(t, { '/things': UPLOAD })
  await standin.send(
    'POST',
    '/things',
    form(
      'name="title"\r\n\r\na',
      'name="apiKey"\r\n\r\nsecret',
      'name="file"; filename="a.bin"\r\nContent-Type: image/png\r\n\r\nhello'
    ),
    MULTIPART
  )
  await standin.send('POST', '/things', '<pet id="7"><token>secret</token></pet>', {
    'content-type': 'application/xml'
  })

  const entries = await journalOf(standin)
  t.match(
    entries.map(({ request }: { request: object }) => request),
    [
      { body: { title: 'a', apiKey: '***', file: '5 bytes, not shown' } },
      { body: { id: 7, token: '***' } }
    ]
  )
  t.notMatch(JSON.stringify(entries), /secret|hello/)
})
