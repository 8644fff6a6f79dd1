import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const LONG = { type: 'string', minLength: 30 }
const PATHS = {
  '/things': {
    get: {
      operationId: 'listThings',
      parameters: [
        { name: 'key', in: 'query', schema: LONG },
        { name: 'X-Door', in: 'header', schema: LONG },
        { name: 'door', in: 'cookie', schema: LONG }
      ],
      responses: { 200: { description: 'OK.' }, 400: { description: 'No.' } }
    }
  },
  '/reset/{token}/x-{pin}': {
    post: {
      operationId: 'reset',
      parameters: [
        { name: 'token', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'pin', in: 'path', required: true, schema: { type: 'integer' } }
      ],
      requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
      responses: { 200: { description: 'OK.' }, 400: { description: 'No.' } }
    }
  }
}
const ROOT = {
  servers: [{ url: '/v1' }],
  components: {
    securitySchemes: {
      query: { type: 'apiKey', in: 'query', name: 'key' },
      header: { $ref: '#/components/securitySchemes/door' },
      door: { type: 'apiKey', in: 'header', name: 'X-Door' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'door' },
      broken: null
    }
  }
}
const NOTE = 'token: hush and https://me:hush@host/?sid=hush, {"password":"hush"}'

interface Sent {
  readonly name: string
  readonly method?: 'POST' | 'PUT'
  readonly url: string
  readonly headers?: Record<string, string>
  readonly body?: object
  /** The URL as it is shown. */
  readonly shown: string
}

const REQUESTS: readonly Sent[] = [
  { name: 'a key in the query', url: '/things?key=hush', shown: '/things?key=***' },
  { name: 'a key that is encoded', url: '/things?k%65y=hush&a=1', shown: '/things?k%65y=***&a=1' },
  { name: 'a key that is given twice', url: '/v1/things?key=hush&key=hush', shown: '/v1/things?key=***&key=***' },
  { name: 'a key in brackets', url: '/things?key[a]=hush', shown: '/things?key[a]=***' },
  { name: 'a key in a header', url: '/things', headers: { 'x-door': 'hush' }, shown: '/things' },
  { name: 'a key in a cookie', url: '/things', headers: { cookie: 'door=hush' }, shown: '/things' },
  {
    name: 'keys of a request without an operation',
    url: '/thing?key=hush',
    headers: { 'x-door': 'hush' },
    shown: '/thing?key=***'
  },
  { name: 'a parameter of the path', method: 'POST', url: '/reset/hush/x-12', shown: '/reset/***/***' },
  { name: 'a parameter below a prefix', method: 'POST', url: '/v1/reset/hush/x-12', shown: '/v1/reset/***/***' },
  { name: 'a parameter that does not fit', method: 'POST', url: '/reset/hush/x-hush/', shown: '/reset/***/***/' },
  { name: 'a parameter of a path with another verb', method: 'PUT', url: '/reset/hush/x-1', shown: '/reset/***/***' },
  {
    name: 'a text within a body',
    method: 'POST',
    url: '/reset/hush/x-12',
    body: { note: NOTE, notes: [JSON.stringify({ password: 'hush' })] },
    shown: '/reset/***/***'
  }
]

for (const { name, method = 'GET', url, headers = {}, body, shown } of REQUESTS) {
  t.test(`nothing shows ${name}`, async t => {
    const { admin, send } = await startWith(t, PATHS, { root: ROOT })
    await send(method, url, body, headers)
    await send('GET', '/things?key=hush', undefined, { 'x-door': 'hush', cookie: 'door=hush' })

    const journal = await admin('GET', '/requests')
    t.notMatch(journal.payload, 'hush')
    t.equal(journal.json().requests[0].request.url, shown)
    t.notMatch((await admin('GET', '/requests/unmatched')).payload, 'hush')
    const when = { query: { key: 'hush!' }, headers: { 'x-door': 'hush!' }, cookies: { door: 'hush!' } }
    const verified = await admin('POST', '/requests/verify', { operation: 'things.listThings', when })
    t.match(verified.json(), { ok: false })
    t.notMatch(verified.payload, 'hush')
  })
}

for (const operation of ['things.listThings', 'things.*', '*']) {
  t.test(`nothing shows the credentials that a stub for ${operation} names`, async t => {
    const { admin } = await startWith(t, PATHS, { root: ROOT })
    const when = { query: { key: 'hush', a: '1' }, headers: { 'X-DOOR': 'hush' }, cookies: { door: 'hush' } }
    const replies = [{ status: 200, headers: { 'X-Door': 'hush', 'X-Other': 'open' } }, { status: 400 }]
    for (const action of [{ reply: replies[0] }, { sequence: replies }]) {
      const added = await admin('POST', '/stubs', { operation, when, ...action, contract: 'off' })
      t.equal(added.statusCode, 201, added.payload)
      const { id } = added.json()
      for (const path of ['/stubs', `/stubs/${id}`, '/verification', '/coverage']) {
        const { payload } = await admin('GET', path)
        t.notMatch(payload, 'hush', path)
        if (path === '/stubs') t.match(payload, /"open"/, 'the rest is shown')
      }
      t.notMatch(added.payload, 'hush')
    }
  })
}
