import t from 'tap'
import { answering, startWith } from '../apis/start-with.ts'

/** All names that every object inherits. */
const NAMES = Object.getOwnPropertyNames(Object.prototype)

/** Node itself drops a header that is called `__proto__`. */
const HEADER_NAMES = NAMES.filter(name => name !== '__proto__')

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const PARTS_TYPE = { 'content-type': 'multipart/form-data; boundary=x' }
const INTEGER = { type: 'integer' }

/** An object with one member of any name: a plain assignment would replace the prototype. */
const withMember = (name: string, value: unknown): object => Object.fromEntries([[name, value]])

const schemaWith = (required: boolean) => ({
  type: 'object',
  properties: Object.fromEntries(NAMES.map(name => [name, INTEGER])),
  ...required && { required: NAMES }
})

const contentOf = (schema: object) => ({
  'application/json': { schema },
  'application/x-www-form-urlencoded': { schema },
  'multipart/form-data': { schema }
})

const DONE = { 204: { description: 'Done.' } }

const taking = (schema: object, responses: object = DONE) =>
  ({ post: { requestBody: { content: contentOf(schema) }, responses } })

const parameters = (place: string, names: readonly string[], required = false) =>
  names.map(name => ({ name, in: place, required, schema: INTEGER }))

const partOf = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`

const PATHS = {
  '/optional': taking(schemaWith(false)),
  '/required': taking(schemaWith(true)),
  '/needs': taking({ dependentRequired: Object.fromEntries(HEADER_NAMES.map(name => [name, ['other']])) }),
  '/closed': taking({ anyOf: [{ properties: { a: {} } }, {}], unevaluatedProperties: false }),
  '/shut': taking({ properties: { a: {} }, additionalProperties: false }),
  '/query': { get: { parameters: parameters('query', NAMES), responses: DONE } },
  '/headers': { get: { parameters: parameters('header', HEADER_NAMES), responses: DONE } },
  '/cookies': { get: { parameters: parameters('cookie', NAMES), responses: DONE } },
  '/must/{__proto__}/{constructor}': {
    get: {
      parameters: [
        ...parameters('path', ['__proto__', 'constructor'], true),
        ...parameters('query', ['valueOf', '__proto__'], true),
        ...parameters('header', ['valueOf', 'constructor'], true),
        ...parameters('cookie', ['valueOf', '__proto__'], true)
      ],
      responses: DONE
    }
  },
  '/deep': {
    get: {
      parameters: [{ name: 'f', in: 'query', style: 'deepObject', schema: { ...schemaWith(false), maxProperties: 1 } }],
      responses: DONE
    }
  },
  '/echo': { post: { operationId: 'echo', ...taking(schemaWith(false), answering({})).post } },
  '/secured': {
    get: { security: ['inHeader', 'constructor', 'toString'].map(name => withMember(name, [])), responses: DONE }
  }
}

const securitySchemes = {
  inHeader: { type: 'apiKey', in: 'header', name: 'constructor' },
  constructor: { type: 'apiKey', in: 'cookie', name: 'toString' },
  toString: { type: 'apiKey', in: 'query', name: 'valueOf' }
}

const start = (t: Parameters<typeof startWith>[0]) => startWith(t, PATHS, { root: { components: { securitySchemes } } })

const bodies = (name: string, value: string) => [
  { headers: JSON_TYPE, payload: `{${JSON.stringify(name)}:${/^\d+$/.test(value) ? value : JSON.stringify(value)}}` },
  { headers: FORM_TYPE, payload: `${name}=${value}` },
  { headers: PARTS_TYPE, payload: partOf(name, value) }
]

t.test('a member that objects inherit is absent where it is not sent', async t => {
  const { app } = await start(t)
  for (const sent of bodies('other', '1')) {
    const optional = await app.inject({ method: 'POST', url: '/optional', ...sent })
    t.equal(optional.statusCode, 204, sent.headers['content-type'])
    const required = await app.inject({ method: 'POST', url: '/required', ...sent })
    t.equal(required.statusCode, 400)
    const missing = required.json().violations.map(({ pointer }: { pointer: string }) => pointer)
    t.same(missing.toSorted(), NAMES.map(name => `/${name}`).toSorted(), sent.headers['content-type'])
    const needs = await app.inject({ method: 'POST', url: '/needs', headers: JSON_TYPE, payload: '{}' })
    t.equal(needs.statusCode, 204)
  }
  for (const url of ['/query', '/headers', '/cookies', '/deep']) {
    t.equal((await app.inject(url)).statusCode, 204, url)
    const sent = { url: `${url}?other=1&f[other]=1`, headers: { other: '1', cookie: 'other=1' } }
    t.equal((await app.inject(sent)).statusCode, 204, url)
  }
})

t.test('one that is sent is held to its schema', async t => {
  const { app } = await start(t)
  for (const name of NAMES) {
    for (const [value, status] of [['1', 204], ['x', 400]] as const) {
      for (const sent of bodies(name, value)) {
        const { statusCode } = await app.inject({ method: 'POST', url: '/optional', ...sent })
        t.equal(statusCode, status, `${sent.headers['content-type']} ${name} ${value}`)
      }
      for (const url of [`/query?${name}=${value}`, `/deep?f[${name}]=${value}`]) {
        t.equal((await app.inject(url)).statusCode, status, url)
      }
      const inCookie = await app.inject({ url: '/cookies', headers: { cookie: `${name}=${value}` } })
      t.equal(inCookie.statusCode, status, `cookie ${name} ${value}`)
      if (!HEADER_NAMES.includes(name)) continue
      const inHeader = await app.inject({ url: '/headers', headers: { [name]: value } })
      t.equal(inHeader.statusCode, status, `header ${name} ${value}`)
    }
  }
})

t.test('one that another depends on, or that nothing declares, is seen', async t => {
  const { app } = await start(t)
  for (const name of NAMES) {
    const payload = JSON.stringify(withMember(name, 1))
    for (const url of ['/closed', '/shut', ...HEADER_NAMES.includes(name) ? ['/needs'] : []]) {
      const answer = await app.inject({ method: 'POST', url, headers: JSON_TYPE, payload })
      t.equal(answer.statusCode, 400, `${url} ${name}`)
      t.match(answer.json().violations, [{ pointer: url === '/needs' ? '/other' : `/${name}` }])
    }
  }
})

t.test('required parameters of these names are missing, or read, like others', async t => {
  const { app } = await start(t)
  const bare = await app.inject('/must/1/2')
  const places = bare.json().violations.map((at: { in: string, pointer: string }) => `${at.in} ${at.pointer}`)
  t.same(places, [
    'query /valueOf', 'query /__proto__',
    'header /valueOf', 'header /constructor',
    'cookie /valueOf', 'cookie /__proto__'
  ])
  const full = {
    url: '/must/1/2?valueOf=1&__proto__=2',
    headers: { valueof: '1', constructor: '1', cookie: '__proto__=1; valueOf=2' }
  }
  t.equal((await app.inject(full)).statusCode, 204)
  const wrong = await app.inject({ ...full, url: full.url.replace('/1/2', '/a/2') })
  t.match(wrong.json().violations, [{ in: 'path', pointer: '/__proto__' }])
})

t.test('credentials of these names are missing, or given, like others', async t => {
  const { app } = await start(t)
  t.equal((await app.inject('/secured')).statusCode, 401)
  t.equal((await app.inject('/secured?valueOf=k')).statusCode, 204)
  t.equal((await app.inject({ url: '/secured', headers: { constructor: 'k' } })).statusCode, 204)
  t.equal((await app.inject({ url: '/secured', headers: { cookie: 'toString=k' } })).statusCode, 204)
})

t.test('stubs match them and give them back, and no prototype is changed', async t => {
  const { admin, app } = await start(t)
  for (const name of NAMES) {
    const stub = JSON.stringify({
      operation: 'things.echo',
      when: { body: withMember(name, 7) },
      reply: { body: withMember(name, `$request.body#/${name}`) }
    })
    const added = await admin('POST', '/stubs', JSON.parse(stub))
    t.equal(added.statusCode, 201, added.body)
    const payload = JSON.stringify(withMember(name, 7))
    const answer = await app.inject({ method: 'POST', url: '/echo', headers: JSON_TYPE, payload })
    t.equal(answer.body, payload)
  }
  const payload = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
  await app.inject({ method: 'POST', url: '/echo', headers: JSON_TYPE, payload })
  t.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted'), undefined)
})
