import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import type { InjectOptions } from 'fastify'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

/** No double holds it: the nearest is 9007199254740992. */
const LARGE = '9007199254740993'
const SNOWFLAKE = '1234567890123456789'
const LARGEST = '9223372036854775807'

const DOCUMENT = `
openapi: 3.1.0
info: { title: Parcels, version: '1' }
x-standin:
  resources:
    Parcel: { id: { member: id, format: integer } }
paths:
  /parcels:
    post:
      operationId: addParcel
      parameters:
        - { name: weight, in: query, schema: { type: integer, format: int64 } }
        - { name: codes, in: query, schema: { type: array, items: { type: integer } } }
        - { name: filter, in: query, style: deepObject, schema: { properties: { from: { type: number } } } }
        - { name: x-trace, in: header, schema: { type: integer } }
        - { name: session, in: cookie, schema: { type: integer } }
      requestBody:
        content:
          application/json: { schema: &parcel { $ref: '#/components/schemas/Parcel' } }
          application/x-www-form-urlencoded: { schema: *parcel }
          multipart/form-data: { schema: *parcel }
          application/xml: { schema: *parcel }
          application/jsonl: { schema: *parcel }
          text/plain: { schema: { type: integer } }
      responses: &any
        '200': { description: Fine., content: { application/json: { schema: {} } } }
    get:
      operationId: listParcels
      responses: *any
      x-standin:
        find: { type: Parcel, many: true, sort: '-owner' }
        reply: { status: 200, body: $resources }
  /parcels/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer, format: int64 } }]
    get:
      operationId: getParcel
      responses: *any
      x-standin:
        find: { type: Parcel, id: $request.path.id, else: { status: 200, body: { none: $request.path.id } } }
        reply: { status: 200, body: $resource }
    put:
      operationId: putParcel
      requestBody: { content: { application/json: { schema: {} } } }
      responses: *any
      x-standin:
        create: { type: Parcel, id: $request.path.id, members: $request.body, else: reuse }
        reply: { status: 200, body: { text: 'parcel {$request.path.id}', parcel: $resource, sent: $request.body } }
  /example:
    get:
      responses:
        '200':
          description: Fine.
          headers: { X-Next: { schema: { type: integer }, example: ${SNOWFLAKE} } }
          content: { application/json: { schema: { type: object }, example: { id: ${SNOWFLAKE}, ids: [-${LARGE}] } } }
  /generated:
    get:
      responses:
        '200':
          description: Fine.
          content:
            application/json:
              schema:
                type: object
                required: [least, most, only, one, times]
                properties:
                  least: { type: integer, minimum: ${LARGE} }
                  most: { type: integer, exclusiveMaximum: -${LARGE}, minimum: -${LARGE.slice(0, -1)}5 }
                  only: { const: ${SNOWFLAKE} }
                  one: { enum: [${SNOWFLAKE}] }
                  times: { type: integer, multipleOf: 10, minimum: ${LARGE} }
                  usual: { type: integer, format: int64, maximum: ${LARGEST}, minimum: 5 }
components:
  schemas:
    Parcel:
      type: object
      maxProperties: ${LARGEST}
      properties:
        id: { type: integer, format: int64 }
        plain: { type: integer }
        any: { type: number }
        size: { type: integer, format: uint64 }
        low: { type: integer, minimum: ${LARGE} }
        high: { type: integer, exclusiveMaximum: ${LARGE} }
        one: { enum: [${LARGE}, 7] }
        only: { const: ${LARGE} }
        tens: { type: integer, multipleOf: 10 }
        list: { type: array, uniqueItems: true, items: { type: integer } }
        text: { type: string }
        none: { not: { type: number } }
        either: { type: [string, integer] }
`

const JSON_TYPE = { 'content-type': 'application/json' }

function start (t: Test, options = {}): Promise<Standin> {
  return startStandin(t, { openapi: join(t.testdir({ 'parcels.yaml': DOCUMENT }), 'parcels.yaml'), ...options })
}

const post = (type: string, payload: string): InjectOptions =>
  ({ method: 'POST', url: '/parcels', headers: { 'content-type': type }, payload })

const json = (payload: string) => post('application/json', payload)
const form = (payload: string) => post('application/x-www-form-urlencoded', payload)
const part = (name: string, text: string, type = 'text/plain') => post('multipart/form-data; boundary=x',
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\ncontent-type: ${type}\r\n\r\n${text}\r\n--x--\r\n`)

const sending = (url: string, headers: Record<string, string> = {}): InjectOptions => ({ method: 'POST', url, headers })

const TAKEN: Readonly<Record<string, InjectOptions>> = {
  path: { url: `/parcels/${LARGEST}` },
  'negative path': { url: `/parcels/-${LARGEST}` },
  query: sending(`/parcels?weight=${SNOWFLAKE}`),
  'list in a query': sending(`/parcels?codes=${SNOWFLAKE}&codes=5`),
  'object in a query': sending(`/parcels?filter[from]=${SNOWFLAKE}`),
  header: sending('/parcels', { 'x-trace': SNOWFLAKE }),
  cookie: sending('/parcels', { cookie: `session=${SNOWFLAKE}` }),
  integer: json(`{"plain":${SNOWFLAKE}}`),
  int64: json(`{"id":${LARGEST}}`),
  uint64: json('{"size":18446744073709551615}'),
  number: json(`{"any":-${SNOWFLAKE}}`),
  '22 digits': json('{"plain":1000000000000000000001}'),
  'undeclared member': json(`{"other":{"deep":[${SNOWFLAKE}]}}`),
  minimum: json(`{"low":${LARGE}}`),
  exclusiveMaximum: json('{"high":9007199254740992}'),
  enum: json(`{"one":${LARGE}}`),
  'small value of the enum': json('{"one":7}'),
  const: json(`{"only":${LARGE}}`),
  multipleOf: json('{"tens":12345678901234567890}'),
  uniqueItems: json(`{"list":[${LARGE},9007199254740992]}`),
  'one of two types': json(`{"either":${LARGE}}`),
  form: form(`id=${LARGEST}&one=${LARGE}`),
  'list in a form': form(`list=${LARGE}&list=9007199254740992`),
  part: part('id', LARGEST),
  'JSON in a part': part('other', `[${LARGE}]`, 'application/json'),
  XML: post('application/xml', `<Parcel><id>${LARGEST}</id><only>${LARGE}</only></Parcel>`),
  'line of JSON': post('application/jsonl', `{"only":${LARGE}}\n{"id":${LARGEST}}\n`),
  text: post('text/plain', SNOWFLAKE)
}

const REFUSED: Readonly<Record<string, readonly [sent: InjectOptions, where: string, rule: string]>> = {
  path: [{ url: '/parcels/9223372036854775808' }, 'path /id', 'format'],
  query: [sending('/parcels?weight=-9223372036854775809'), 'query /weight', 'format'],
  int64: [json('{"id":9223372036854775808}'), 'body /id', 'format'],
  uint64: [json('{"size":-9007199254740993}'), 'body /size', 'format'],
  minimum: [json('{"low":9007199254740992}'), 'body /low', 'minimum'],
  exclusiveMaximum: [json(`{"high":${LARGE}}`), 'body /high', 'exclusiveMaximum'],
  enum: [json('{"one":9007199254740992}'), 'body /one', 'enum'],
  'next value of the enum': [json('{"one":9007199254740994}'), 'body /one', 'enum'],
  const: [json('{"only":9007199254740992}'), 'body /only', 'const'],
  multipleOf: [json('{"tens":12345678901234567891}'), 'body /tens', 'multipleOf'],
  uniqueItems: [json(`{"list":[${LARGE},1,${LARGE}]}`), 'body /list', 'uniqueItems'],
  string: [json(`{"text":${LARGE}}`), 'body /text', 'type'],
  'forbidden number': [json(`{"none":${LARGE}}`), 'body /none', 'not'],
  'number for an object': [json(LARGE), 'body ', 'type'],
  form: [form('one=9007199254740992'), 'body /one', 'enum'],
  part: [part('only', '9007199254740992'), 'body /only', 'const'],
  XML: [post('application/xml', '<Parcel><only>9007199254740992</only></Parcel>'), 'body /only', 'const'],
  'line of JSON': [post('application/jsonl', '{}\n{"only":9007199254740992}\n'), 'body /1/only', 'const']
}

t.test('a whole number past 2^53 is taken wherever it stands', async t => {
  const { app } = await start(t)
  for (const [name, sent] of Object.entries(TAKEN)) {
    const answer = await app.inject(sent)
    t.equal(answer.statusCode, 200, `${name}: ${answer.body}`)
  }
})

t.test('one that breaks its schema by the last digit is refused', async t => {
  const { app } = await start(t)
  for (const [name, [sent, where, rule]] of Object.entries(REFUSED)) {
    const answer = await app.inject(sent)
    t.equal(answer.statusCode, 400, name)
    const violations: Array<{ in: string, pointer: string, rule: string }> = answer.json().violations
    const found = violations.map(violation => `${violation.in} ${violation.pointer} ${violation.rule}`)
    t.ok(found.includes(`${where} ${rule}`), `${name}: ${found.join(', ')}`)
  }
})

t.test('a number that no double can hold, and that is not whole, is still refused', async t => {
  const { app } = await start(t)
  for (const number of ['1e400', '-1e999', '9'.repeat(400)]) {
    const answer = await app.inject(json(`{"id":7,"other":${number}}`))
    t.equal(answer.statusCode, 400, number.slice(0, 20))
    t.match(answer.json().violations, [{ pointer: '/other', rule: 'precision' }])
  }
})

t.test('it is stored, found, sorted and sent back as it came', async t => {
  const { app } = await start(t)
  const put = async (id: string, payload: string) =>
    (await app.inject({ method: 'PUT', url: `/parcels/${id}`, headers: JSON_TYPE, payload })).body
  const body = `{"owner":${LARGE},"deep":{"list":[-${SNOWFLAKE},1.5,7]}}`
  const parcel = `{"id":${LARGEST},${body.slice(1)}`
  t.equal(await put(LARGEST, body), `{"text":"parcel ${LARGEST}","parcel":${parcel},"sent":${body}}`)
  t.equal((await app.inject(`/parcels/${LARGEST}`)).body, parcel)
  t.equal((await app.inject('/parcels/9223372036854775806')).body, '{"none":9223372036854775806}')
  await put('2', '{"owner":9007199254740992}')
  await put('3', '{"owner":9007199254740994}')
  const listed = (await app.inject('/parcels')).body
  t.same(listed.match(/(?<="owner":)\d+/g), ['9007199254740994', LARGE, '9007199254740992'])
})

t.test('the examples of a document, and generated values, are sent exactly', async t => {
  const { app } = await start(t)
  const example = await app.inject('/example')
  t.equal(example.body, `{"id":${SNOWFLAKE},"ids":[-${LARGE}]}`)
  t.equal(example.headers['x-next'], SNOWFLAKE)
  for (const dynamic of ['true', 'false']) {
    const { body, headers } = await app.inject({ url: '/generated', headers: { prefer: `dynamic=${dynamic}` } })
    const found = [...body.matchAll(/"(\w+)":(-?\d+)/g)]
    const members = new Map(found.map(([, name, digits]) => [name, BigInt(digits ?? 0)]))
    t.ok(Number(members.get('least')) >= 9007199254740992 && members.get('least') !== 9007199254740992n, body)
    t.ok([4n, 5n].map(last => -9007199254740990n - last).includes(members.get('most') ?? 0n), body)
    t.equal(members.get('only'), BigInt(SNOWFLAKE))
    t.equal(members.get('one'), BigInt(SNOWFLAKE))
    t.equal((members.get('times') ?? 1n) % 10n, 0n)
    t.equal(headers['x-standin-violation'], undefined)
  }
})

t.test('a document in JSON is read exactly', async t => {
  const content = { 'application/json': { schema: { properties: { id: { format: 'int64' } } }, example: { id: 0 } } }
  const paths = { '/a': { get: { responses: { 200: { description: 'Fine.', content } } } } }
  const document = JSON.stringify({ openapi: '3.0.3', info: { title: 'A', version: '1' }, paths })
  const openapi = join(t.testdir({ 'a.json': document.replace('"id":0', `"id":${SNOWFLAKE}`) }), 'a.json')
  const { app } = await startStandin(t, { openapi })
  t.equal((await app.inject('/a')).body, `{"id":${SNOWFLAKE}}`)
})

t.test('stubs match it, and reply with it', async t => {
  const { admin, app } = await start(t)
  const add = (stub: string) => app.inject({ method: 'POST', url: '/__admin/stubs', headers: JSON_TYPE, payload: stub })
  const stub = `{"operation":"parcels.getParcel","when":{"path":{"id":${LARGE}}},"reply":{"body":{"is":${SNOWFLAKE}}}}`
  const added = await add(stub)
  t.equal(added.statusCode, 201, added.body)
  t.ok(added.body.includes(`"id":${LARGE}`) && added.body.includes(`"is":${SNOWFLAKE}`), added.body)
  const echo = '"reply":{"body":"$request.body#/any"}'
  const other = await add(`{"operation":"parcels.addParcel","when":{"body":{"any":${LARGE}}},${echo}}`)
  t.equal(other.statusCode, 201, other.body)
  t.equal((await app.inject(`/parcels/${LARGE}`)).body, `{"is":${SNOWFLAKE}}`)
  t.equal((await app.inject('/parcels/9007199254740992')).body, '{"none":9007199254740992}')
  t.equal((await app.inject(json(`{"any":${LARGE}}`))).body, LARGE)
  t.not((await app.inject(json('{"any":9007199254740992}'))).body, '9007199254740992')
  t.ok((await admin('GET', '/stubs')).body.includes(LARGE))
})

t.test('resources are seeded with it, and the journal keeps it', async t => {
  const { app } = await start(t)
  const ask = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: string) =>
    await app.inject({ method, url: `/__admin${url}`, ...payload !== undefined && { headers: JSON_TYPE, payload } })
  const seeded = await ask('PUT', `/resources/parcels.Parcel/${LARGEST}`, `{"members":{"owner":${LARGE}}}`)
  t.equal(seeded.statusCode, 201, seeded.body)
  t.equal((await app.inject(`/parcels/${LARGEST}`)).body, `{"id":${LARGEST},"owner":${LARGE}}`)
  t.ok((await ask('GET', `/resources/parcels.Parcel/${LARGEST}`)).body.includes(`"owner":${LARGE}`))
  await app.inject(json(`{"any":${SNOWFLAKE}}`))
  t.ok((await ask('GET', '/requests')).body.includes(`"body":{"any":${SNOWFLAKE}}`))
  const byMember = await ask('GET', `/requests?body./any=${SNOWFLAKE}`)
  t.equal(byMember.json().requests.length, 1)
  const verify = (digits: string) =>
    ask('POST', '/requests/verify', `{"operation":"parcels.addParcel","when":{"body":{"any":${digits}}}}`)
  t.equal((await verify(SNOWFLAKE)).json().ok, true)
  const mismatch = await verify('1234567890123456788')
  t.equal(mismatch.json().ok, false)
  t.ok(mismatch.body.includes('1234567890123456788') && mismatch.body.includes(SNOWFLAKE), mismatch.body)
})

t.test('fixtures and scenarios have it', async t => {
  const folder = t.testdir({
    'parcels.yaml': DOCUMENT,
    fixtures: {
      parcels: {
        'addParcel.200.json': `{"id":${SNOWFLAKE}}`,
        scenarios: {
          'far.yaml': 'description: Far away.\n' +
            `stubs: [{ operation: parcels.listParcels, reply: { body: { id: ${LARGE} } } }]\n` +
            `resources: { parcels.Parcel: { ${LARGEST}: { members: { owner: ${LARGE} } } } }\n`
        }
      }
    }
  })
  const { admin, app } = await startStandin(t, {
    openapi: join(folder, 'parcels.yaml'),
    fixtures: join(folder, 'fixtures')
  })
  t.equal((await app.inject(json('{}'))).body, `{"id":${SNOWFLAKE}}`)
  const started = await admin('POST', '/scenarios/parcels%2Ffar/start')
  t.equal(started.statusCode, 200, started.body)
  t.equal((await app.inject('/parcels')).body, `{"id":${LARGE}}`)
  t.equal((await app.inject(`/parcels/${LARGEST}`)).body, `{"id":${LARGEST},"owner":${LARGE}}`)
})
