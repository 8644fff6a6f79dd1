import t from 'tap'
import { sentHeaders } from '../../src/har/sent-headers.ts'
import { RawBody, SharedBody } from '../../src/messages/raw-body.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const FILE = { name: 'a', mediaType: 'text/csv', size: 1, version: '1', modified: 0, chunks: () => [] }

for (const [body, contentType] of [
  [{ a: 1 }, JSON_TYPE],
  ['text', JSON_TYPE],
  [null, JSON_TYPE],
  [new SharedBody({ a: 1 }), JSON_TYPE],
  [Buffer.from('a'), 'application/octet-stream'],
  [FILE, 'text/csv'],
  [new RawBody(Buffer.from('a'), 'text/plain'), 'text/plain']
] as const) {
  t.test(`a body without a content type is sent as ${contentType}`, async t => {
    t.same(sentHeaders({ etag: 'x' }, body), { etag: 'x', 'content-type': contentType })
  })
}

t.test('what states its content type, or has no body, stays as it is', async t => {
  t.same(sentHeaders({ 'content-type': 'text/plain' }, 'a'), { 'content-type': 'text/plain' })
  t.same(sentHeaders({}, undefined), {})
})
