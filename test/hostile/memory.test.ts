import t from 'tap'
import { startWith } from '../apis/start-with.ts'
import type { Standin } from '../start-standin.ts'

/** The most bytes that all worlds together keep. */
const MAX_MEMORY = 500_000

/** The size of what a client sends again and again. */
const SIZE = 50_000

const JSON_TYPE = 'application/json'
const LONG = 'x'.repeat(SIZE)

const taken = { responses: { 204: { description: 'It is taken.' } } }
const taking = (type: string) => ({ post: { requestBody: { content: { [type]: {} } }, ...taken } })

const PATHS = {
  '/json': taking(JSON_TYPE),
  '/form': taking('application/x-www-form-urlencoded'),
  '/bytes': taking('application/octet-stream'),
  '/parts': taking('multipart/form-data'),
  '/numbers': {
    post: {
      requestBody: { content: { [JSON_TYPE]: { schema: { type: 'array', items: { type: 'string' } } } } },
      ...taken
    }
  },
  '/notes': {
    post: {
      operationId: 'addNote',
      requestBody: { content: { [JSON_TYPE]: { schema: { type: 'object' } } } },
      responses: { 201: { description: 'It is made.', content: { [JSON_TYPE]: {} } } },
      'x-standin': {
        create: { type: 'Note', members: { text: '$request.body#/text' } },
        reply: { status: 201, body: '$resource' }
      }
    }
  },
  '/orders': {
    post: {
      requestBody: { content: { [JSON_TYPE]: { schema: { type: 'object' } } } },
      responses: { 200: { description: 'It is done.', content: { [JSON_TYPE]: {} } } },
      'x-standin': {
        idempotent: { by: '$request.body#/key', memory: 'keys' },
        reply: { status: 200, body: { text: '$request.body#/text' } }
      }
    }
  },
  '/jobs': {
    post: {
      requestBody: { content: { [JSON_TYPE]: { schema: { type: 'object' } } } },
      responses: { 201: { description: 'It is made.', content: { [JSON_TYPE]: {} } } },
      callbacks: {
        done: {
          '{$request.body#/callback}': {
            post: {
              requestBody: { content: { [JSON_TYPE]: {} } },
              responses: { 200: { description: 'It is taken.' } },
              'x-standin': { when: ['done'], body: { id: '$id' } }
            }
          }
        }
      },
      'x-standin': { create: { type: 'Job' }, reply: { status: 201, body: '$resource' } }
    }
  }
}

const ROOT = {
  'x-standin': {
    resources: {
      Note: { id: { member: 'id', format: 'integer' } },
      Job: {
        id: { member: 'id', format: 'integer' },
        status: { member: 'status', running: ['waiting'] },
        lifecycles: { success: [{ waiting: 'P1D' }, 'done'] }
      }
    }
  }
}

interface Flood {
  readonly url: string
  readonly type?: string
  readonly body: (index: number) => string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  readonly status: number
}

const json = (value: (index: number) => unknown) => (index: number) => JSON.stringify(value(index))
const part = `--B\r\ncontent-disposition: form-data; name="a"\r\n\r\n${LONG}\r\n--B--\r\n`

const FLOODS: Readonly<Record<string, Flood>> = {
  'a long text': { url: '/json', body: json(() => LONG), status: 204 },
  'many empty objects': { url: '/json', body: () => `[${'{},'.repeat(SIZE / 3)}{}]`, status: 204 },
  'many small bodies': { url: '/json', body: () => `[${'{},'.repeat(1_000)}{}]`, status: 204 },
  'what breaks the contract': { url: '/numbers', body: () => `[${'1,'.repeat(SIZE / 2)}1]`, status: 400 },
  'a form of many names': {
    url: '/form',
    type: 'application/x-www-form-urlencoded',
    body: () => Array.from({ length: SIZE / 8 }, (_, index) => `a${index}=1`).join('&'),
    status: 204
  },
  bytes: { url: '/bytes', type: 'application/octet-stream', body: () => Buffer.from(LONG), status: 204 },
  'a part of many': { url: '/parts', type: 'multipart/form-data; boundary=B', body: () => part, status: 204 },
  'a long query': { url: `/json?a=${'y'.repeat(8_000)}`, body: () => '{}', status: 204 },
  'a long header': { url: '/json', body: () => '{}', headers: { 'x-long': 'z'.repeat(8_000) }, status: 204 },
  'a long path that nothing is served at': { url: `/${'p'.repeat(8_000)}`, body: () => '{}', status: 404 },
  'resources that are created': { url: '/notes', body: json(() => ({ text: LONG })), status: 201 },
  'answers that are remembered': { url: '/orders', body: json(key => ({ key, text: LONG })), status: 200 },
  'long keys of answers': { url: '/orders', body: json(index => ({ key: LONG + index })), status: 200 },
  'callbacks that wait': {
    url: '/jobs',
    body: json(() => ({ callback: 'http://127.0.0.1:9/', text: LONG })),
    status: 201
  },
  'long URLs of callbacks': {
    url: '/jobs',
    body: json(() => ({ callback: `http://127.0.0.1:9/${LONG}` })),
    status: 201
  }
}

t.test('what clients send is kept as far as there is memory, and no further', async t => {
  for (const [title, flood] of Object.entries(FLOODS)) {
    await t.test(title, async t => {
      const standin = await startWith(t, PATHS, { root: ROOT, maxMemory: MAX_MEMORY })
      const { body, headers, status, type = JSON_TYPE, url } = flood
      const statuses = new Set<number>()
      for (let index = 0; index < 120; index++) {
        const world = await standin.world(`w${index % 2}`)
        const answer = await world.send('POST', url, body(index), { 'content-type': type, ...headers })
        statuses.add(answer.statusCode)
      }
      t.same([...statuses], [status])
      const { bytes, maxBytes, worlds } = await listWorlds(standin)
      t.equal(maxBytes, MAX_MEMORY)
      t.ok(bytes <= MAX_MEMORY, `${bytes} bytes are kept`)
      const counted = worlds.map(({ bytes }) => bytes).reduce((sum, bytes) => sum + bytes, 0)
      t.ok(counted <= bytes, `${counted} of them by worlds`)
      t.ok(worlds.some(({ dropped }) => Object.values(dropped).some(count => count > 0)), 'what was dropped is told')
      t.equal((await standin.send('POST', '/json', {})).statusCode, 204, 'the server answers as before')
    })
  }
})

t.test('a world that is deleted gives its memory back', async t => {
  const standin = await startWith(t, PATHS, { root: ROOT })
  const before = (await listWorlds(standin)).bytes
  const world = await standin.world('short')
  for (const url of ['/json', '/notes', '/orders', '/jobs']) {
    await world.send('POST', url, { key: 'a', text: LONG, callback: 'http://127.0.0.1:9/' })
  }
  t.ok((await listWorlds(standin)).bytes > before + SIZE)
  await standin.admin('DELETE', '/worlds/short')
  t.equal((await listWorlds(standin)).bytes, before)
})

t.test('exchanges are evicted before answers, so that a key is answered alike', async t => {
  const { admin, send } = await startWith(t, PATHS, { root: ROOT, maxMemory: MAX_MEMORY })
  await send('POST', '/orders', { key: 'a', text: 'first' })
  for (let index = 0; index < 50; index++) await send('POST', '/json', { text: LONG })
  t.same((await send('POST', '/orders', { key: 'a', text: 'second' })).json(), { text: 'first' })
  const { dropped, requests } = (await admin('GET', '/requests')).json()
  t.ok(dropped > 10)
  t.equal(dropped + requests.length, 52)
  t.equal(requests.at(-1).request.url, '/orders')
})

interface ListedWorld {
  readonly name: string
  readonly bytes: number
  readonly dropped: Readonly<Record<string, number>>
}

async function listWorlds ({ admin }: Standin) {
  const listed: { bytes: number, maxBytes: number, worlds: ListedWorld[] } = (await admin('GET', '/worlds')).json()
  return listed
}
