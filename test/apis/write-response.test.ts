import t from 'tap'
import { startWith } from './start-with.ts'

t.test('a body is written as what it is', async t => {
  const { admin, app } = await startWith(t, { '/things': { get: { operationId: 'listThings', responses: { 200: { description: 'All is well.' } } } } })
  const cases = [
    [{ body: { a: [1, null, 'ü'] } }, '{"a":[1,null,"ü"]}', 'application/json; charset=utf-8'],
    [{ body: null }, 'null', 'application/json; charset=utf-8'],
    [{ body: 0 }, '0', 'application/json; charset=utf-8'],
    [{ body: '' }, '""', 'application/json; charset=utf-8'],
    [{ body: 'a text' }, '"a text"', 'application/json; charset=utf-8'],
    [{ body: 'a text', headers: { 'Content-Type': 'text/plain' } }, 'a text', 'text/plain'],
    [{ body: 'a text', headers: { 'Content-Type': 'application/hal+json' } }, '"a text"', 'application/hal+json; charset=utf-8'],
    [{ body: { a: 1 }, headers: { 'Content-Type': 'application/hal+json' } }, '{"a":1}', 'application/hal+json; charset=utf-8'],
    [{}, '', undefined]
  ] as const

  for (const [reply, body, type] of cases) {
    await admin('DELETE', '/stubs')
    await admin('POST', '/stubs', { operation: 'things.listThings', reply: { status: 200, ...reply }, contract: 'off' })
    const answer = await app.inject('/things')
    t.equal(answer.body, body, JSON.stringify(reply))
    t.equal(answer.headers['content-type'], type)
    t.equal(answer.headers['content-length'], String(Buffer.byteLength(body)))
  }
})
