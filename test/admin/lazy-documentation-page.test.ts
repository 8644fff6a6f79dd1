import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('the page comes with its files and the document', async t => {
  const { app } = await startAdmin(t)
  const page = await app.inject('/__admin/docs')
  t.match(page, { statusCode: 200, headers: { 'content-type': /^text\/html/ } })
  t.match(page.body, /<title>standin admin API</)

  const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '')
  t.ok(files.length >= 5)
  for (const url of files) {
    t.match(await app.inject(url), { statusCode: 200, headers: { 'content-type': String } }, url)
  }
  t.equal(
    (await app.inject('/__admin/docs/json')).body,
    (await app.inject('/__admin/openapi.json')).body
  )
  t.match(await app.inject('/~other/__admin/docs/'), { statusCode: 200 })
})

t.test('a browser that has a file is not sent it again', async t => {
  const { app } = await startAdmin(t)
  const { headers } = await app.inject('/__admin/docs/static/swagger-ui.css')
  t.match(
    await app.inject({
      url: '/__admin/docs/static/swagger-ui.css',
      headers: { 'if-none-match': String(headers.etag) }
    }),
    { statusCode: 304, body: '' }
  )
})

t.test('nothing beside it can be read', async t => {
  const { app } = await startAdmin(t)
  for (const path of [
    'nothing',
    'static/nothing.js',
    'static/../../package.json',
    'static/..%2f..%2fpackage.json',
    'static/%2e%2e/%2e%2e/package.json'
  ]) {
    t.match(
      (await app.inject(`/__admin/docs/${path}`)).json(),
      { status: 404, code: 'STANDIN_UNKNOWN_PATH' },
      path
    )
  }
})
