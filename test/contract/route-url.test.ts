import Fastify from 'fastify'
import t from 'tap'
import { createPathReader, routeUrl } from '../../src/contract/route-url.ts'

/** Paths as OpenAPI has them, a URL that they serve, and what their parameters stand for. */
const PATHS: Array<[path: string, url: string, values: Record<string, string>]> = [
  ['/exports', '/exports', {}],
  ['/exports/{id}', '/exports/a%20b', { id: 'a%20b' }],
  ['/lists/{ids}/end', '/lists/a,b%2Cc/end', { ids: 'a,b%2Cc' }],
  ['/users/{user-id}', '/users/a%2Fb', { 'user-id': 'a%2Fb' }],
  ['/files/{name}.{format}', '/files/a.tar.gz', { name: 'a', format: 'tar.gz' }],
  ['/v1/{name}', '/v1/job', { name: 'job' }],
  ['/v1/{name}:cancel', '/v1/job:cancel', { name: 'job' }],
  ['/v1/{name}:run', '/v1/a:b:run', { name: 'a:b' }],
  ['/v2/{name}:cancel', '/v2/job%3Acancel', { name: 'job' }],
  ['/{from}-{to}', '/2025-2026', { from: '2025', to: '2026' }],
  ['/literal:colon', '/literal:colon', {}],
  ['/star*red', '/star*red', {}],
  ['/odata({id})', '/odata(5)', { id: '5' }],
  ['/tables#Action=Create&Version={version}', '/tables', {}],
  ['/buckets/{name}?acl', '/buckets/a', { name: 'a' }],
  ['/matrix/{color}', '/matrix/;color=blue', { color: ';color=blue' }]
]

t.test('each path is found by the router among all others', async t => {
  const app = Fastify()
  t.teardown(() => app.close())
  for (const [path] of PATHS) app.get(routeUrl(path), async () => path)
  for (const [path, url] of PATHS) t.equal((await app.inject(url)).body, path, url)
})

t.test('what parameters stand for is read as it was written', async t => {
  for (const [path, url, values] of PATHS) t.same(createPathReader(path)(url), values, path)
})

t.test('a slash at the end says nothing, and what a template has as it is may be encoded', async t => {
  for (const path of ['/exports/{id}', '/exports/{id}/']) {
    for (const url of ['/exports/5', '/exports/5/', '/%65xports/5']) {
      t.same(createPathReader(path)(url), { id: '5' }, `${path} ${url}`)
    }
  }
})

t.test('paths that do not match are not read', async t => {
  for (const url of ['/exports', '/exports/a/b', '/exports/%zz/b', '/exports/', '/exports//']) {
    t.equal(createPathReader('/exports/{id}')(url), undefined, url)
  }
})
