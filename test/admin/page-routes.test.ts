import { brotliCompressSync } from 'node:zlib'
import t from 'tap'
import { buildPage } from '../../src/admin/build-page.ts'
import { startAdmin } from './start-admin.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

t.test('a browser that opens the admin API gets the page', async t => {
  const { app } = await startAdmin(t, { adminToken: 'secret' })
  for (const url of ['/__admin/', '/~a/__admin/', '/__admin/?world=a']) {
    const response = await app.inject({ url, headers: BROWSER })
    t.match(response, { statusCode: 200, body: '<title>standin</title>' }, url)
    t.match(response.headers, { 'content-type': /^text\/html/, 'x-frame-options': 'DENY' })
    const policy = String(response.headers['content-security-policy'])
    t.match(policy, /default-src 'none'.*frame-ancestors 'none'/)
    t.notMatch(policy, /unsafe|https?:|\*/)
  }
})

t.test('without a slash at its end, the address is redirected, relative to any prefix', async t => {
  const { app } = await startAdmin(t)
  for (const [url, location] of [
    ['/__admin', '__admin/'],
    ['/~a/__admin', '__admin/'],
    ['/__admin?world=a', '__admin/?world=a']
  ]) {
    t.match(await app.inject({ url: String(url), headers: BROWSER }), { statusCode: 302, headers: { location } }, url)
  }
})

t.test('other clients get no page', async t => {
  const { call } = await startAdmin(t)
  t.match((await call('GET', '/')).json(), { status: 404, code: 'STANDIN_UNKNOWN_PATH' })
  t.match((await call('POST', '/')).json(), { status: 404, code: 'STANDIN_UNKNOWN_PATH' })
})

t.test('the files of the page are served with their types, and once to each browser', async t => {
  const { app } = await startAdmin(t, { adminToken: 'secret' })
  for (const [file, type] of [
    ['main.js', 'text/javascript; charset=utf-8'],
    ['page.css', 'text/css; charset=utf-8'],
    ['icon.svg', 'image/svg+xml']
  ]) {
    const url = `/__admin/page/${file}`
    const response = await app.inject(url)
    t.match(response, { statusCode: 200, headers: { 'content-type': type } }, file)
    const { etag } = response.headers
    t.equal((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode, 304)
  }
  for (const file of ['main.tsx', '..%2Fadmin-app.ts', 'nothing']) {
    t.equal((await app.inject(`/__admin/page/${file}`)).statusCode, 404, file)
  }
})

t.test('the page takes less than 60 kB, compressed', async t => {
  const sizes = [...await buildPage()].map(([, content]) => brotliCompressSync(content).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  t.ok(sizes.length >= 4 && total < 60_000, `${total} bytes`)
})
