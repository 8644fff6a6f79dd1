import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Each refers to the one before, and the second says more. */
const components = {
  schemas: {
    Word: { type: 'string', minLength: 2 },
    ShortWord: { ...ref('Word'), maxLength: 4 },
    Name: ref('ShortWord'),
    Thing: { type: 'object', required: ['name'], properties: { name: ref('Name') } },
    Priced: { ...ref('Thing'), required: ['price'], properties: { price: { type: 'integer' } } },
    Item: ref('Priced')
  }
}

const OPERATION = {
  operationId: 'addItem',
  parameters: [
    { name: 'q', in: 'query', schema: ref('Name') },
    { name: 'x-name', in: 'header', schema: ref('Name') }
  ],
  requestBody: { required: true, content: { 'application/json': { schema: ref('Item') } } },
  responses: {
    200: {
      description: 'It.',
      headers: { 'x-word': { required: true, schema: ref('Name') } },
      content: { 'application/json': { schema: ref('Item') } }
    }
  }
}

const start = async (t: Parameters<typeof startWith>[0]) =>
  await startWith(t, { '/items': { post: OPERATION } }, { root: { components } })

const ITEM = { name: 'oak', price: 3 }

const SENT: Array<[where: string, url: string, body: unknown, headers: Record<string, string>, status: number]> = [
  ['a body', '/items', ITEM, {}, 200],
  ['a body', '/items', { name: 'oak' }, {}, 400],
  ['a body', '/items', { price: 3 }, {}, 400],
  ['a member of a body', '/items', { ...ITEM, name: 'linden' }, {}, 400],
  ['a query', '/items?q=oak', ITEM, {}, 200],
  ['a query', '/items?q=linden', ITEM, {}, 400],
  ['a query', '/items?q=o', ITEM, {}, 400],
  ['a header', '/items', ITEM, { 'x-name': 'oak' }, 200],
  ['a header', '/items', ITEM, { 'x-name': 'linden' }, 400]
]

for (const [where, url, body, headers, status] of SENT) {
  const title = `${url} with ${JSON.stringify(body)} and ${JSON.stringify(headers)} is answered with ${status}`
  t.test(`a schema that ${where} refers to keeps what it says beside its own reference: ${title}`, async t => {
    const { send } = await start(t)
    t.equal((await send('POST', url, body, headers)).statusCode, status)
  })
}

t.test('generated bodies and headers keep what a schema says beside its reference', async t => {
  const { send } = await start(t)
  for (let count = 0; count < 10; count++) {
    const answer = await send('POST', '/items', ITEM)
    t.match(answer.json(), { name: /^.{2,4}$/s, price: Number })
    t.match(answer.headers['x-word'], /^.{2,4}$/s)
  }
})

t.test('a stub must keep what a schema says beside its reference', async t => {
  const { admin } = await start(t)
  const stub = (body: unknown) => ({ operation: 'things.addItem', reply: { status: 200, body } })
  t.equal((await admin('POST', '/stubs', stub(ITEM))).statusCode, 201)
  for (const body of [{ name: 'oak' }, { price: 3 }, { ...ITEM, name: 'linden' }]) {
    t.equal((await admin('POST', '/stubs', stub(body))).statusCode, 422, JSON.stringify(body))
  }
})

t.test('a media type may be a reference, of a body, a response and a parameter alike', async t => {
  const mediaTypes = {
    Thing: { schema: { type: 'object', required: ['id'] }, examples: { one: { dataValue: { id: 1 } } } },
    Same: { $ref: '#/components/mediaTypes/Thing' }
  }
  const content = { 'application/json': { $ref: '#/components/mediaTypes/Same' } }
  const { send } = await startWith(t, {
    '/things': {
      post: {
        parameters: [{ name: 'q', in: 'query', content }],
        requestBody: { content },
        responses: { 200: { description: 'It.', content } }
      }
    }
  }, { root: { openapi: '3.2.0', components: { mediaTypes } } })
  t.same((await send('POST', '/things', { id: 2 })).json(), { id: 1 })
  t.equal((await send('POST', '/things', {})).statusCode, 400)
  t.equal((await send('POST', '/things?q=%7B%7D', { id: 2 })).statusCode, 400)
  t.equal((await send('POST', '/things?q=%7B%22id%22%3A1%7D', { id: 2 })).statusCode, 200)
})
