import t from 'tap'
import { bodyValue, RawBody, SharedBody } from '../../src/messages/raw-body.ts'

t.test('a body that is kept as it was sent is parsed when it is read', async t => {
  const body = new RawBody(Buffer.from('{"a":[1]}'), 'application/json')
  t.same(body.read(), { a: [1] })
  t.not(body.read(), body.read())
  t.same(bodyValue(body), { a: [1] })
})

t.test('a body that cannot be parsed is read as text', async t => {
  t.equal(new RawBody(Buffer.from('{"a":'), 'application/json').read(), '{"a":')
})

t.test('bytes that are a part of a larger buffer are copied: they would keep all of it', async t => {
  const part = Buffer.alloc(65_536, 'a').subarray(10, 20)
  const { bytes } = new RawBody(part, 'text/plain')
  t.equal(bytes.toString(), 'aaaaaaaaaa')
  t.equal(bytes.buffer.byteLength, 10)
  const whole = Buffer.alloc(65_536)
  t.equal(new RawBody(whole, 'text/plain').bytes, whole)
})

t.test('other bodies are their own values', async t => {
  const value = { a: 1 }
  t.equal(bodyValue(value), value)
  t.equal(bodyValue(new SharedBody(value)), value)
  t.equal(bodyValue(undefined), undefined)
})
