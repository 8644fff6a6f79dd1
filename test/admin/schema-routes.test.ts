import t from 'tap'
import { editorSchema } from '../../src/editors/editor-schema.ts'
import { startAdmin } from './start-admin.ts'

t.test('the schemas for editors are served', async t => {
  const { call } = await startAdmin(t)
  for (const file of ['openapi', 'overlay', 'scenario'] as const) {
    const response = await call('GET', `/schemas/${file}.json`)
    t.equal(response.statusCode, 200)
    t.match(response.headers['content-type'], /^application\/json/)
    t.same(response.json(), JSON.parse(JSON.stringify(editorSchema(file))))
  }
})

t.test('an unknown schema is refused with those that there are', async t => {
  const { call } = await startAdmin(t)
  const response = await call('GET', '/schemas/overlays.json')
  t.match(response.json(), { status: 400, code: 'STANDIN_INVALID_REQUEST' })
  t.match(response.body, /overlay/)
})
