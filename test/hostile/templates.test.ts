import t from 'tap'
import { startCounting } from './count-work.ts'

const countWork = startCounting(t)
const { startWith } = await import('../apis/start-with.ts')

/** The most work for a reply that takes too much: executed functions and blocks, and characters gone over. */
const MOST_WORK = 3_000_000

const JSON_TYPE = 'application/json'

const OPEN = { content: { [JSON_TYPE]: {} } }

/** Names the body of a request again and again. */
const MANY = Array<string>(20_000).fill('$request.body')

const taking = (standin: object) => ({
  post: { requestBody: OPEN, responses: { 200: { description: 'It is done.', ...OPEN } }, 'x-standin': standin }
})

const JOB = {
  'x-standin': {
    resources: {
      Job: {
        id: { member: 'id', format: 'integer' },
        status: { member: 'status', running: ['waiting'] },
        lifecycles: { success: [{ waiting: 'PT1S' }, 'done'] }
      }
    }
  }
}

const CALLBACK = {
  '{$request.body#/callback}': {
    post: {
      requestBody: OPEN,
      responses: { 200: { description: 'It is taken.' } },
      'x-standin': { when: ['done'], body: MANY }
    }
  }
}

const PATHS = {
  '/any': { post: { operationId: 'any', requestBody: OPEN, responses: { 200: { description: 'x', ...OPEN } } } },
  '/reply': taking({ reply: { status: 200, body: MANY } }),
  '/each': taking({ reply: { status: 200, body: { $each: '$request.body', as: 'x'.repeat(10_000) } } }),
  '/headers': taking({ reply: { status: 200, headers: { 'X-Note': '{$request.body#/text}' }, body: {} } }),
  '/jobs': {
    post: {
      requestBody: OPEN,
      responses: { 201: { description: 'It is made.', ...OPEN } },
      callbacks: { done: CALLBACK },
      'x-standin': { create: { type: 'Job' }, reply: { status: 201, body: '$resource' } }
    }
  }
}

const LARGE = { text: 'x'.repeat(500_000) }
const LONG = Array<number>(100_000).fill(1)

interface Reply {
  readonly body?: unknown
  readonly headers?: object
}

const REPLIES: Readonly<Record<string, readonly [Reply, unknown]>> = {
  'a text': [{ body: MANY.map(name => `{${name}}`).join('') }, LARGE],
  'a list': [{ body: MANY }, LARGE],
  'a list of texts': [{ body: MANY.map(name => `${name}#/text`) }, LARGE],
  members: [{ body: Object.fromEntries(MANY.map((name, index) => [`m${index}`, `${name}#/text`])) }, LARGE],
  'a list of lists': [{ body: MANY }, LONG],
  'what is fixed in an $each': [{ body: { $each: '$request.body', as: ['x'.repeat(10_000)] } }, LONG],
  'an $each within another': [{ body: { $each: '$request.body', as: { $each: '$request.body', as: 1 } } }, LONG],
  'a large $item': [{ body: { $each: LONG.slice(0, 1_000), as: '$request.body' } }, LARGE],
  'the keys of $choose': [{ body: MANY.map(name => ({ $choose: name, of: {} })) }, LARGE],
  'one header': [{ headers: { 'X-Note': '{$request.body#/text}' } }, LARGE],
  'many headers': [
    { headers: Object.fromEntries(LONG.slice(0, 80).map((_, index) => [`X-${index}`, '$request.body#/text'])) },
    { text: 'x'.repeat(1_000) }
  ]
}

t.test('a reply that would take more memory than there is is refused, in little work', async t => {
  const { admin, send } = await startWith(t, PATHS, { root: JOB })
  for (const [title, [reply, sent]] of Object.entries(REPLIES)) {
    for (const [operation, url] of [['any', '/any'], [{ method: 'POST', path: '/out' }, '/out']] as const) {
      const contract = url === '/out' ? { contract: 'off' } : {}
      const made = await admin('POST', '/stubs', { operation, ...contract, reply: { status: 200, ...reply } })
      t.equal(made.statusCode, 201, `${title} at ${url}`)
      const { result, work } = await countWork(() => send('POST', url, sent))
      t.match(result.json(), { status: 500, code: 'STANDIN_TEMPLATE_TOO_LARGE' }, `${title} at ${url}`)
      t.ok(work < MOST_WORK, `${title} at ${url} takes ${work}`)
      t.match((await admin('GET', '/requests?limit=1')).json().requests, [{
        request: { url },
        response: { status: 500, body: { code: 'STANDIN_TEMPLATE_TOO_LARGE' } }
      }])
      await admin('DELETE', '/stubs')
    }
  }
})

t.test('so is one that a document declares', async t => {
  const { send } = await startWith(t, PATHS, { root: JOB })
  for (const [url, sent] of [['/reply', LARGE], ['/reply', LONG], ['/each', LONG], ['/headers', LARGE]] as const) {
    const { result, work } = await countWork(() => send('POST', url, sent))
    t.match(result.json(), { status: 500, code: 'STANDIN_TEMPLATE_TOO_LARGE' }, url)
    t.ok(work < MOST_WORK, `${url} takes ${work}`)
  }
})

t.test('a callback that would take too much is not sent, and says why', async t => {
  const { admin, advance, send } = await startWith(t, PATHS, { root: JOB })
  t.equal((await send('POST', '/jobs', { callback: 'http://127.0.0.1:9/', ...LARGE })).statusCode, 201)
  t.equal((await advance('PT2S')).statusCode, 200)
  const [callback] = (await admin('GET', '/callbacks')).json().callbacks
  t.match(callback, { state: 'failed', attempts: [{ error: /16777216 characters/ }] })
})

t.test('a scenario that would be filled in with too much is not started', async t => {
  const { admin } = await startWith(t, PATHS, { root: JOB })
  const body = Array<string>(20_000).fill('{$parameters.note}').join('')
  const scenario = {
    description: 'It is long.',
    parameters: { note: { default: '' } },
    stubs: [{ operation: 'any', reply: { body } }]
  }
  t.equal((await admin('PUT', '/scenarios/long', scenario)).statusCode, 201)
  const started = await admin('POST', '/scenarios/long/start', { parameters: { note: LARGE.text } })
  t.equal(started.json().code, 'STANDIN_TEMPLATE_TOO_LARGE')
})

t.test('a reply that names large values a few times is sent', async t => {
  const { admin, send } = await startWith(t, PATHS, { root: JOB })
  await admin('POST', '/stubs', { operation: 'any', reply: { body: MANY.slice(0, 20) } })
  t.equal((await send('POST', '/any', LARGE)).body.length, 20 * JSON.stringify(LARGE).length + 21)
  await admin('POST', '/stubs', { operation: 'any', reply: { body: { $each: '$request.body', as: { n: '$item' } } } })
  t.equal((await send('POST', '/any', LONG)).json().length, LONG.length)
})

t.test('headers that no client takes are refused with their stub', async t => {
  const { admin } = await startWith(t, PATHS, { root: JOB })
  const many = Object.fromEntries(LONG.slice(0, 9_000).map((_, index) => [`X-${index}`, 'y'.repeat(90)]))
  for (const headers of [{ 'X-Note': 'y'.repeat(900_000) }, { 'X-Note': Array(9).fill('y'.repeat(9_000)) }, many]) {
    const { json } = await admin('POST', '/stubs', { operation: 'any', reply: { headers } })
    t.match(json(), { code: 'STANDIN_INVALID_STUB', violations: [{ pointer: '/reply/headers' }] })
  }
  const headers = { 'X-Note': 'y'.repeat(60_000) }
  t.equal((await admin('POST', '/stubs', { operation: 'any', reply: { headers } })).statusCode, 201)
})
