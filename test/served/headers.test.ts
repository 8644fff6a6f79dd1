import { request } from 'node:http'
import t from 'tap'
import { journalOf, startWith } from '../apis/start-with.ts'
import { listen } from '../start-standin.ts'

/** Sends a request, and returns the response with its headers as they are written. */
function ask (url: string, method = 'GET'): Promise<{ status: number | undefined, raw: string[][], body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent: false }, incoming => {
      let body = ''
      incoming.on('data', chunk => { body += String(chunk) })
      incoming.on('end', () => {
        const { rawHeaders, statusCode: status } = incoming
        const raw = rawHeaders.flatMap((name, index) => index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [])
        resolve({ status, raw, body })
      })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

const valuesIn = (raw: string[][], name: string) =>
  raw.filter(([given]) => given?.toLowerCase() === name).map(([, value]) => value)

const operation = (operationId: string, headers: object, status = 200) => ({
  get: {
    operationId,
    parameters: ['a', 'b'].map(name => ({ name, in: 'query', schema: { type: 'string' } })),
    responses: {
      [status]: { description: 'Fine.', headers, content: { 'application/json': { example: { ok: true } } } }
    }
  }
})

t.test('a header that HTTP cannot carry is encoded, marked and kept in the journal once', async t => {
  const enumerated = { 'X-A': { required: true, schema: { enum: ['日本'] } } }
  const standin = await startWith(t, { '/things': operation('listThings', enumerated) })
  const { body, raw, status } = await ask(`${await listen(standin)}/things`)
  t.equal(status, 200)
  t.same(JSON.parse(body), { ok: true })
  t.same(valuesIn(raw, 'x-a'), ['%E6%97%A5%E6%9C%AC'])
  t.match(valuesIn(raw, 'x-standin-violation'), [/header \/x-a must be text that HTTP can carry/])
  const [{ response }] = await journalOf(standin)
  t.match(response.violations, [{ in: 'header', pointer: '/x-a', rule: 'unsendable' }])
  t.equal(response.violations.length, 1)
})

t.test('a header of a refusal that HTTP cannot carry is encoded, marked and kept in the journal too', async t => {
  const errors = {
    400: {
      description: 'Wrong.',
      headers: { 'X-A': { example: 'ž' } },
      content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } }
    }
  }
  const { get } = operation('listThings', {})
  const parameters = [{ name: 'n', in: 'query', schema: { type: 'integer' } }]
  const standin = await startWith(t, { '/things': { get: { ...get, parameters, responses: errors } } })
  const { headers, statusCode } = await standin.app.inject('/things?n=x')
  t.equal(statusCode, 400)
  t.match(headers, { 'x-a': '%C5%BE', 'x-standin-violation': /x-a/ })
  const [{ response }] = await journalOf(standin)
  t.match(response.violations, [{ pointer: '/x-a' }])
})

t.test('a stub that gives a header a good value is not marked for the documented one', async t => {
  const standin = await startWith(t, { '/things': operation('listThings', { 'X-A': { example: 'ž' } }) })
  await standin.admin('POST', '/stubs', { operation: 'things.listThings', reply: { headers: { 'x-a': 'good' } } })
  const { headers } = await standin.app.inject('/things')
  t.equal(headers['x-a'], 'good')
  t.equal(headers['x-standin-violation'], undefined)
})

t.test('headers that frame a message are not sent from a document, and a required one is missed', async t => {
  const headers = {
    'Transfer-Encoding': { example: 'chunked' },
    'Content-Encoding': { required: true, example: 'gzip' },
    'Content-Length': { required: true, schema: { type: 'integer' }, example: 9999 },
    Trailer: { example: 'Expires' },
    Connection: { required: true, example: 'upgrade' },
    Upgrade: { example: 'websocket' }
  }
  const standin = await startWith(t, { '/things': operation('listThings', headers) })
  const { body, raw } = await ask(`${await listen(standin)}/things`)
  t.same(JSON.parse(body), { ok: true })
  t.same(valuesIn(raw, 'content-length'), [String(body.length)])
  for (const name of ['transfer-encoding', 'content-encoding', 'trailer', 'upgrade']) t.same(valuesIn(raw, name), [])
  t.notSame(valuesIn(raw, 'connection'), ['upgrade'])
  const [{ response }] = await journalOf(standin)
  t.same(response.violations.map(({ message }: { message: string }) => message), [
    'header /content-encoding is required, but is missing'
  ])
})

t.test('the cookies of a document are a header each, and their schema holds for each', async t => {
  const text = { schema: { type: 'string', pattern: '^[a-z]=[0-9]$' }, example: 'a=1\nb=2' }
  const list = { schema: { type: 'array', items: { type: 'string' }, minItems: 2 }, example: ['a=1', 'b=2; Path=/, c'] }
  const standin = await startWith(t, {
    '/text': operation('text', { 'Set-Cookie': text }),
    '/list': operation('list', { 'Set-Cookie': list }),
    '/twice': operation('twice', {
      'Set-Cookie': { schema: { enum: ['a=1'] }, example: 'a=1' },
      '\0Set-Cookie': { schema: { enum: ['b=2'] }, example: 'b=2' }
    })
  })
  const url = await listen(standin)
  const cookies = {
    text: ['a=1', 'b=2'],
    list: ['a=1', 'b=2; Path=/, c'],
    twice: ['a=1', 'b=2']
  }
  for (const [path, expected] of Object.entries(cookies)) {
    const { raw } = await ask(`${url}/${path}`)
    t.same(valuesIn(raw, 'set-cookie'), expected, path)
    t.same(valuesIn(raw, 'x-standin-violation'), [], path)
  }
})

t.test('a media type that HTTP cannot carry is encoded', async t => {
  const responses = { 200: { description: 'Fine.', content: { 'application/žluť+json': { example: { ok: true } } } } }
  const standin = await startWith(t, { '/things': { get: { responses } } })
  const { body, raw, status } = await ask(`${await listen(standin)}/things`)
  t.equal(status, 200)
  t.same(JSON.parse(body), { ok: true })
  t.match(valuesIn(raw, 'content-type'), [/^application\/%c5%belu%c5%a5\+json/])
})

t.test('the values of a list in a stub are a header each', async t => {
  const standin = await startWith(t, {
    '/things': operation('listThings', { 'Set-Cookie': { schema: { type: 'string', pattern: '=' } }, 'X-A': {} })
  })
  const headers = { 'Set-Cookie': ['sid={$request.query.a}; HttpOnly', 'csrf=2'], 'X-A': [1, 'b'], 'X-B': ['one'] }
  await standin.admin('POST', '/stubs', { operation: 'things.listThings', reply: { headers } })
  const { raw } = await ask(`${await listen(standin)}/things?a=7`)
  t.same(valuesIn(raw, 'set-cookie'), ['sid=7; HttpOnly', 'csrf=2'])
  t.same(valuesIn(raw, 'x-a'), ['1', 'b'])
  t.same(valuesIn(raw, 'x-b'), ['one'])
  t.same(valuesIn(raw, 'x-standin-violation'), [])
  const [{ response }] = await journalOf(standin)
  t.match(response.headers, { 'set-cookie': ['***', '***'], 'x-a': ['1', 'b'] })
})

t.test('each of several cookies in a stub is validated, unless the schema is of a list', async t => {
  const standin = await startWith(t, {
    '/text': operation('text', { 'Set-Cookie': { schema: { type: 'string', pattern: '^[a-z]=' } } }),
    '/list': operation('list', { 'Set-Cookie': { schema: { type: 'array', maxItems: 1 } } })
  })
  const stub = async (name: string, cookies: string[]) => {
    const reply = { headers: { 'Set-Cookie': cookies } }
    return await standin.admin('POST', '/stubs', { operation: `things.${name}`, reply })
  }
  t.equal((await stub('text', ['a=1', 'b=2'])).statusCode, 201)
  const refused = await stub('text', ['a=1', '2'])
  t.equal(refused.statusCode, 422)
  t.match(refused.json().violations, [{ pointer: '/reply/headers/Set-Cookie', rule: 'pattern' }])
  t.match((await stub('list', ['a=1', 'b=2'])).json().violations, [{ rule: 'maxItems' }])
})

t.test('a value of a request that HTTP cannot carry in a header of a stub is encoded and marked', async t => {
  const standin = await startWith(t, { '/things': operation('listThings', {}) })
  const headers = { 'X-A': '$request.query.a', 'X-B': 'b: {$request.query.b}' }
  await standin.admin('POST', '/stubs', { operation: 'things.listThings', reply: { headers } })
  const { raw } = await ask(`${await listen(standin)}/things?a=%E6%97%A5&b=1%0D%0AX-Evil:%202`)
  t.same(valuesIn(raw, 'x-a'), ['%E6%97%A5'])
  t.same(valuesIn(raw, 'x-b'), ['b: 1%0D%0AX-Evil: 2'])
  t.same(valuesIn(raw, 'x-evil'), [])
  t.match(valuesIn(raw, 'x-standin-violation'), [/header \/x-a must be text that HTTP can carry/])
})

t.test('the values of a list in x-standin are a header each', async t => {
  const reply = { status: 200, headers: { 'Set-Cookie': ['a={$method}', '$request.query.b'], Warning: ['A', 'B'] } }
  const { get } = operation('listThings', {})
  const standin = await startWith(
    t,
    { '/things': { get: { ...get, responses: { 200: { description: 'Fine.' } }, 'x-standin': { reply } } } },
    { root: { 'x-standin': { headers: { Link: ['<a>', '<b>'], 'X-All': '$request.query.a', Warning: 'C' } } } }
  )
  const { raw } = await ask(`${await listen(standin)}/things?a=%E6%97%A5`)
  t.same(valuesIn(raw, 'set-cookie'), ['a=GET'])
  t.same(valuesIn(raw, 'warning'), ['A', 'B'])
  t.same(valuesIn(raw, 'link'), ['<a>', '<b>'])
  t.same(valuesIn(raw, 'x-all'), ['%E6%97%A5'])
  t.match(valuesIn(raw, 'x-standin-violation'), [/x-all/])
})

t.test('a world that is set to a documented status gives its cookies a header each', async t => {
  const { get } = operation('listThings', { 'Set-Cookie': { schema: { type: 'array', default: ['a=1', 'b=2'] } } }, 503)
  const standin = await startWith(t, { '/things': { get: { ...get, operationId: 'listThings' } } })
  await standin.settings({ operations: { 'things.listThings': { code: 503 } } })
  const { raw, status } = await ask(`${await listen(standin)}/things`)
  t.equal(status, 503)
  t.same(valuesIn(raw, 'set-cookie'), ['a=1', 'b=2'])
})
