import t from 'tap'
import type { Test } from 'tap'
import type { StandinOptions } from '../../src/standin-options.ts'
import { acceptedPath, isPublicUrl, withoutPublicPath } from '../../src/apis/public-url.ts'
import { pathOf } from '../path-of.ts'
import { succeededExport } from '../providers/mews-exports.ts'
import { startStandin } from '../start-standin.ts'
import { startWith } from './start-with.ts'

const JOBS = {
  post: {
    operationId: 'addJob',
    responses: { 202: { description: 'It begins.' } },
    'x-standin': {
      reply: { status: 202, headers: { Location: '{$server.url}/jobs/1', 'X-Path': '$server.path' } }
    }
  }
}

/** Starts an API under `/v2` that gives out URLs, and returns the function that reads the URL it gives. */
async function startJobs (t: Test, options: StandinOptions) {
  const root = { servers: [{ url: 'https://api.example/v2' }] }
  const { app } = await startWith(t, { '/jobs': JOBS }, { root, ...options })
  const ask = async (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
    const response = await app.inject({ method: 'POST', url, headers: { host: 'own:80', ...headers }, remoteAddress })
    return { status: response.statusCode, location: response.headers.location, path: response.headers['x-path'] }
  }
  return { app, ask }
}

t.test('every URL begins with the public one, whether requests have its path or not', async t => {
  const { ask } = await startJobs(t, { publicUrl: 'https://mocks.example:8443/standin/' })
  for (const [url, path] of [
    ['/v2/jobs', '/standin/v2'],
    ['/standin/v2/jobs', '/standin/v2'],
    ['/jobs', '/standin'],
    ['/standin/jobs?a=b', '/standin'],
    ['/~checkout/v2/jobs', '/standin/~checkout/v2'],
    ['/standin/~checkout/v2/jobs', '/standin/~checkout/v2'],
    ['/standin/~checkout/standin/~checkout/v2/jobs', '/standin/~checkout/v2'],
    ['/~checkout/standin/~checkout/v2/jobs', '/standin/~checkout/v2']
  ] as const) {
    t.same(await ask(url, { 'x-forwarded-host': 'evil.example' }), {
      status: 202,
      location: `https://mocks.example:8443${path}/jobs/1`,
      path
    }, url)
  }
  for (const url of ['/standing/v2/jobs', '/standin', '/other/standin/v2/jobs']) {
    t.match(await ask(url), { status: 404 }, url)
  }
})

t.test('files are downloaded from the public URL, in their world', async t => {
  const standin = await (await startStandin(t, { publicUrl: 'https://mocks.example/standin' })).world('w')
  const { Files: [file] } = await succeededExport(standin)
  t.match(file?.Url, /^https:\/\/mocks\.example\/standin\/~w\/__files\//)
  t.equal((await standin.send('GET', pathOf(file?.Url))).statusCode, 200)
})

t.test('proxies that are trusted tell the public URL', async t => {
  const { ask } = await startJobs(t, { trustProxy: 'loopback' })
  const usual = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'mocks.example' }
  for (const [headers, base] of [
    [{}, 'http://own:80'],
    [usual, 'https://mocks.example'],
    [{ ...usual, 'x-forwarded-prefix': '/standin' }, 'https://mocks.example/standin'],
    [{ ...usual, 'x-forwarded-prefix': '/a/, /b' }, 'https://mocks.example/a/b'],
    [{ 'x-forwarded-proto': 'HTTPS' }, 'https://own:80'],
    [{ 'x-forwarded-proto': 'http, https', 'x-forwarded-host': 'a.example, b.example:8' }, 'https://b.example:8'],
    [{ 'x-forwarded-host': '[2001:db8::1]:8443' }, 'http://[2001:db8::1]:8443'],
    [{ forwarded: 'for=192.0.2.1;proto=https;host=mocks.example' }, 'https://mocks.example'],
    [{ forwarded: 'host=a.example, For="[::1]:1" ; Host="b.example:8443";PROTO=https' }, 'https://b.example:8443'],
    [{ forwarded: 'host="a,b"', 'x-forwarded-proto': 'https' }, 'https://own:80'],
    [{ ...usual, forwarded: 'host=other.example' }, 'https://mocks.example'],
    // What is no host, scheme or path is left out.
    [{ 'x-forwarded-host': 'evil.example/"><b>', 'x-forwarded-proto': 'javascript' }, 'http://own:80'],
    [{ 'x-forwarded-prefix': 'https://evil.example' }, 'http://own:80'],
    [{ 'x-forwarded-prefix': '//evil.example' }, 'http://own:80'],
    [{ 'x-forwarded-host': 'mocks.example:65536' }, 'http://own:80'],
    [{ forwarded: 'host="[::::]"' }, 'http://own:80'],
    [{ 'x-forwarded-host': '', 'x-forwarded-proto': '', 'x-forwarded-prefix': '' }, 'http://own:80']
  ] as ReadonlyArray<[Record<string, string>, string]>) {
    const shown = JSON.stringify(headers)
    t.match(await ask('/v2/jobs', headers), { location: `${base}/v2/jobs/1` }, shown)
    t.match(await ask('/~w/jobs', headers), { location: `${base}/~w/jobs/1` }, shown)
    t.match(await ask('/jobs', headers, '203.0.113.7'), { location: 'http://own:80/jobs/1' }, `${shown} of a stranger`)
  }
})

t.test('without the option, no proxy is trusted', async t => {
  const { ask } = await startJobs(t, {})
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', 'x-forwarded-prefix': '/evil' }
  t.match(await ask('/v2/jobs', { ...headers, forwarded: 'host=evil.example' }), { location: 'http://own:80/v2/jobs/1' })
})

t.test('the admin API is reached at the public URL', async t => {
  const { app } = await startJobs(t, { publicUrl: 'https://mocks.example/standin' })
  const read = (url: string, headers = {}) =>
    app.inject({ url, headers: { host: 'mocks.example', origin: 'https://mocks.example', ...headers } })
  t.equal((await read('/standin/__admin/clock')).statusCode, 200)
  t.equal((await read('/standin/~w/__admin/clock', { host: 'own:80' })).statusCode, 200)
  t.equal((await read('/__admin/clock', { origin: 'https://other.example' })).statusCode, 403)
  t.match((await read('/__admin/')).json(), { detail: /see \/standin\/__admin\/docs$/ })
  t.match((await read('/__admin/clokc')).json(), { detail: /the nearest is \/standin\/__admin\/clock$/ })
  const { servers } = (await read('/standin/__admin/openapi.json')).json()
  t.match(servers, [{ url: '/standin/__admin' }, { url: '/standin/~{world}/__admin' }])
  t.same((await read('/standin/__admin/docs/json')).json().servers, servers)
  t.match((await read('/standin/__admin/docs')).body, '"/standin/__admin/docs/static/swagger-ui.css"')
  t.equal((await read('/__admin/docs/static/index.html')).headers.location, '/standin/__admin/docs/')
})

t.test('behind a proxy, the admin API responds to hosts that it may, by both their names', async t => {
  const { app } = await startJobs(t, { trustProxy: true, allowedHosts: ['mocks.example'] })
  const status = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/__admin/clock', headers })).statusCode
  t.equal(await status({ host: 'standin:4010', 'x-forwarded-host': 'mocks.example' }), 200)
  const origin = 'https://mocks.example'
  t.equal(await status({ host: 'standin:4010', 'x-forwarded-host': 'mocks.example', origin }), 200)
  t.equal(await status({ host: 'standin:4010', 'x-forwarded-host': 'evil.example' }), 403)
  t.equal(await status({ host: 'evil.example', 'x-forwarded-host': 'localhost' }), 403)
  // The client did not reach it by a loopback name.
  const page = { origin: 'http://localhost:3000' }
  t.equal(await status({ host: 'localhost', 'x-forwarded-host': 'mocks.example', ...page }), 403)
  t.equal(await status({ host: 'localhost', 'x-forwarded-host': 'localhost:5173', ...page }), 200)
})

t.test('a path that an API is served under is not taken for that of the public URL', async t => {
  t.equal(acceptedPath('https://mocks.example/standin', ['/v2/jobs', '/standings']), '/standin')
  t.equal(acceptedPath('https://mocks.example/v2', ['/v2/jobs', '/jobs']), '')
  t.equal(acceptedPath('https://mocks.example/', ['/jobs']), '')
  t.equal(acceptedPath(undefined, ['/jobs']), '')
  const { ask } = await startJobs(t, { publicUrl: 'https://mocks.example/v2' })
  t.match(await ask('/v2/jobs'), { location: 'https://mocks.example/v2/v2/jobs/1' })
  t.match(await ask('/jobs'), { location: 'https://mocks.example/v2/jobs/1' })
})

t.test('a URL loses the public path, as often as clients repeat it', async t => {
  for (const [url, own] of [
    ['/standin', '/'],
    ['/standin/', '/'],
    ['/standin?a', '/?a'],
    ['/standin/standin/a', '/a'],
    ['/standin/a/standin/b', '/a/standin/b'],
    ['/standins', '/standins'],
    ['/~w', '/~w'],
    ['/~w/standin/a', '/~w/a'],
    ['/a?b=/standin/c', '/a?b=/standin/c'],
    ['*', '*']
  ] as const) t.equal(withoutPublicPath(url, '/standin'), own, url)
})

t.test('a public URL is one of http or https, with nothing after its path', async t => {
  for (const good of ['https://mocks.example', 'http://localhost:8080/', 'https://mocks.example/a/b-c', 'http://[::1]/x/']) {
    t.ok(isPublicUrl(good), good)
  }
  for (const bad of ['', 'mocks.example', '/standin', 'ftp://a', 'https://a?b', 'https://a/#', 'https://u:p@a', 'https://a//b', 1]) {
    t.notOk(isPublicUrl(bad), String(bad))
  }
})
