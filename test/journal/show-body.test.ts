import t from 'tap'
import { showBody } from '../../src/journal/show-body.ts'
import { RawBody, SharedBody } from '../../src/messages/raw-body.ts'

const JSON_TYPE = 'application/json'
const raw = (text: string, contentType: string) => new RawBody(Buffer.from(text), contentType)

t.test('a body that is kept as it was sent is shown as its value', async t => {
  t.same(showBody(raw('{"a":[1],"token":"SECRET"}', JSON_TYPE)), { body: { a: [1], token: '***' } })
  t.same(showBody(raw('a=1&b=2', 'application/x-www-form-urlencoded')), { body: { a: '1', b: '2' } })
  t.same(showBody(raw('abc', 'application/octet-stream')), { note: '3 bytes, not shown' })
})

t.test('a body that is kept elsewhere is shown', async t => {
  t.same(showBody(new SharedBody({ a: 1 })), { body: { a: 1 } })
})

t.test('of a long body the start is shown, without its credentials', async t => {
  const items = Array.from({ length: 10_000 }, (_, id) => ({ id, password: { first: 'SECRET', second: 'SECRET' } }))
  const text = JSON.stringify(items)
  const { body, note } = showBody(raw(text, JSON_TYPE))
  t.match(body, /^\[\{"id":0,"password":"\*\*\*"\},\{"id":1,/)
  t.notMatch(body, /SECRET/)
  t.match(note, new RegExp(`^cut: the first \\d+ of ${text.length} characters$`))
})

t.test('the start of a long text within JSON is shown', async t => {
  const { body, note } = showBody(raw(JSON.stringify({ text: 'x'.repeat(100_000) }), JSON_TYPE))
  t.equal(String(body), `{"text":"${'x'.repeat(65_527)}`)
  t.equal(note, 'cut: the first 65536 of 100011 characters')
})

t.test('of other long texts the start is shown as it was sent, without its credentials', async t => {
  const form = `token=SECRET&${'a=1&'.repeat(30_000)}`
  t.match(showBody(raw(form, 'application/x-www-form-urlencoded')).body, /^token=\*\*\*&a=1&a=1/)
  const xml = `<order><token>SECRET</token>${'<a/>'.repeat(30_000)}</order>`
  t.match(showBody(raw(xml, 'application/xml')).body, /^<order><token>\*\*\*<\/token><a\/>/)
})

t.test('long bytes are not shown', async t => {
  t.same(showBody(raw('x'.repeat(100_000), 'image/png')), { note: '100000 bytes, not shown' })
})
