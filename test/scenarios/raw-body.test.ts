import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../start-standin.ts'

const PRICE = { type: 'object', required: ['cents'], properties: { cents: { type: 'integer' } } }

function answering (...types: readonly string[]): object {
  const content = Object.fromEntries(types.map(type => [type, type === 'application/json' ? { schema: PRICE } : {}]))
  return { 200: { description: 'ok', content } }
}

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/price': { get: { operationId: 'price', responses: answering('application/json') } },
    '/label': { get: { operationId: 'label', responses: answering('application/pdf', 'image/png') } },
    '/rows': { get: { operationId: 'rows', responses: answering('text/csv') } },
    '/any': { get: { operationId: 'any', responses: answering('*/*') } }
  }
}

/** Starts a shop whose fixtures have some files, one of them a link to another folder. */
async function startShop (t: Test) {
  const folder = t.testdir({
    'shop.json': JSON.stringify(DOCUMENT),
    'secret.txt': 'secret',
    fixtures: {
      shop: { 'label.pdf': '%PDF', 'long.csv': 'a,b\n'.repeat(50_000) },
      files: { 'price.json': '{"cents":5}' }
    }
  })
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'fixtures', 'link.txt'))
  const standin = await startStandin(t, { openapi: [join(folder, 'shop.json')], fixtures: join(folder, 'fixtures') })
  const add = async (stub: object) => (await standin.admin('POST', '/stubs', stub)).json()
  return { ...standin, add }
}

t.test('a text is sent as it is, in the documented type', async t => {
  const { add, send } = await startShop(t)
  await add({ operation: 'shop.price', reply: { raw: ' {"cents": 5.0}\n' } })
  await add({ operation: 'shop.rows', reply: { raw: '$now {$now}\n' } })
  await add({ operation: 'shop.any', reply: { raw: '' } })
  const price = await send('GET', '/price')
  t.match(price, { body: ' {"cents": 5.0}\n', headers: { 'content-type': /^application\/json/ } })
  t.match(await send('GET', '/rows'), { body: '$now {$now}\n', headers: { 'content-type': 'text/csv' } })
  t.match(await send('GET', '/any'), { body: '', headers: { 'content-type': /^text\/plain/, 'content-length': '0' } })
})

t.test('bytes are sent as they are, in the documented type or one that the stub states', async t => {
  const { add, send } = await startShop(t)
  const bytes = Buffer.from([0x25, 0x50, 0xff, 0x00, 0x0a])
  await add({ operation: 'shop.label', reply: { base64: bytes.toString('base64') } })
  const answer = await send('GET', '/label')
  t.same(answer.rawPayload, bytes)
  t.match(answer.headers, { 'content-type': 'application/pdf', 'content-length': '5' })
  await add({ operation: 'shop.label', reply: { headers: { 'Content-Type': 'image/png' }, base64: 'JVA=' } })
  t.match(await send('GET', '/label'), { headers: { 'content-type': 'image/png' } })
})

t.test('a file of the fixtures is sent, and parts of it', async t => {
  const { add, send } = await startShop(t)
  await add({ operation: 'shop.label', reply: { file: 'shop/label.pdf' } })
  await add({ operation: 'shop.price', reply: { file: 'files/price.json' } })
  await add({ operation: 'shop.rows', reply: { file: 'shop/long.csv' } })
  t.match(await send('GET', '/label'), { body: '%PDF', headers: { 'content-type': 'application/pdf' } })
  t.match((await send('GET', '/price')).json(), { cents: 5 })
  t.match(await send('GET', '/rows'), { headers: { 'content-length': '200000', 'content-type': 'text/csv' } })
  const part = await send('GET', '/rows', undefined, { range: 'bytes=199996-' })
  t.match(part, { statusCode: 206, body: 'a,b\n' })
})

t.test('JSON that breaks the contract is refused with its place, or sent where the stub says so', async t => {
  const { add, app } = await startShop(t)
  const broken = [
    [{ raw: '{"cents": 5,,' }, '/reply/raw'],
    [{ raw: '{"cents": "5"}' }, '/reply/raw'],
    [{ base64: Buffer.from('{}').toString('base64') }, '/reply/base64']
  ] as const
  for (const [reply, pointer] of broken) {
    t.match(await add({ operation: 'shop.price', reply }), { code: 'STANDIN_INVALID_STUB', violations: [{ pointer }] })
  }
  await add({ operation: 'shop.price', contract: 'off', reply: { raw: '{"cents": 5,,' } })
  const answer = await app.inject('/price')
  t.equal(answer.body, '{"cents": 5,,')
  t.match(answer.headers['x-standin-violation'], /body/)
})

const REFUSED = [
  [{ base64: '%%%' }, 'is not base64'],
  [{ base64: 'abcde' }, 'is not base64'],
  [{ file: 'shop/lable.pdf' }, 'there is no file "shop/lable.pdf"'],
  [{ file: '../secret.txt' }, 'is outside the folder of fixtures'],
  [{ file: '/etc/passwd' }, 'there is no file'],
  [{ file: 'link.txt' }, 'is outside the folder of fixtures'],
  [{ file: 'shop' }, 'is a folder: name a file'],
  [{ file: 'a\0b' }, 'there is no file'],
  [{ raw: 'a', file: 'shop/label.pdf' }, 'can have only one of'],
  [{ raw: 'a', body: 1 }, 'can have only one of']
] as const

for (const [reply, message] of REFUSED) {
  t.test(`${JSON.stringify(reply)} is refused`, async t => {
    const { add } = await startShop(t)
    const { code, detail } = await add({ operation: 'shop.any', contract: 'off', reply })
    t.equal(code, 'STANDIN_INVALID_STUB')
    t.ok(detail.includes(message), detail)
  })
}

t.test('a raw body answers a path outside every document, and bodies of several operations', async t => {
  const { add, send } = await startShop(t)
  await add({ operation: 'GET /own', contract: 'off', reply: { raw: 'own' } })
  t.match(await send('GET', '/own'), { body: 'own', headers: { 'content-type': /^text\/plain/ } })
  await add({ operation: 'shop.*', reply: { raw: 'a' }, when: { headers: { 'x-raw': '1' } } })
  const rows = await send('GET', '/rows', undefined, { 'x-raw': '1' })
  t.match(rows, { body: 'a', headers: { 'content-type': 'text/csv' } })
})
