import t from 'tap'
import { routableUrl, splitWorldPrefix, worldPath } from '../../src/apis/world-name-of.ts'
import { addExport, getExports } from '../providers/mews-exports.ts'
import { startStandin } from '../start-standin.ts'
import { startWith } from './start-with.ts'

const LIST = '/api/v1/user_identities/37442/export_files'

t.test('the prefix of a world is taken off a URL, even where it was doubled', async t => {
  const cases = [
    ['/exports', undefined, '/exports'],
    ['/~checkout/exports?a=/~b', 'checkout', '/exports?a=/~b'],
    ['/~checkout', 'checkout', '/'],
    ['/~checkout?a=1', 'checkout', '/?a=1'],
    ['/~checkout/', 'checkout', '/'],
    ['/~checkout/~checkout/~checkout/exports', 'checkout', '/exports'],
    ['/~checkout/~checkout', 'checkout', '/'],
    ['/~checkout/~other/exports', 'checkout', '/~other/exports'],
    ['/~check/~checkout/exports', 'check', '/~checkout/exports'],
    ['/exports/~checkout', undefined, '/exports/~checkout'],
    ['/~', '', '/']
  ] as const

  for (const [url, world, rest] of cases) t.same(splitWorldPrefix(url), { world, url: rest }, url)
})

t.test('the default world has no prefix', async t => {
  t.equal(worldPath('default'), '')
  t.equal(worldPath('checkout'), '/~checkout')
})

t.test('broken percent-encoding is taken literally, so that the router finds the operation', async t => {
  t.equal(routableUrl('/a%20b?c=%zz'), '/a%20b?c=%zz')
  t.equal(routableUrl('/a%zz/%20?c=%zz'), '/a%25zz/%2520?c=%zz')
  t.equal(routableUrl('/%ff'), '/%25ff')
  t.equal(routableUrl('/plain'), '/plain')
})

t.test('a world is named by header or by prefix, and it is the same world', async t => {
  const standin = await startStandin(t)
  const elsewhere = await standin.world('elsewhere')
  const { Id } = await addExport(elsewhere)
  const byPrefix = await standin.send('POST', '/~elsewhere/api/connector/v1/exports/add', {
    ClientToken: 'a',
    AccessToken: 'b',
    Client: 'c',
    EntityType: 'Payment'
  })

  t.equal((await getExports(elsewhere, Id, byPrefix.json().Export.Id)).length, 2)
  t.same(await getExports(standin, Id), [])
})

t.test('both may name the world if they agree; if they differ the answer is 400', async t => {
  const { send } = await startStandin(t)
  const key = { 'x-api-key': 'k' }
  const agreeing = await send('GET', `/~one${LIST}`, undefined, { ...key, 'x-standin-world': 'one' })
  const differing = await send('GET', `/~one${LIST}`, undefined, { ...key, 'x-standin-world': 'two' })

  t.equal(agreeing.statusCode, 200)
  t.equal(differing.statusCode, 400)
  t.match(differing.headers['content-type'], /^application\/problem\+json/)
  t.match(differing.json(), { status: 400, code: 'STANDIN_WORLD_AMBIGUOUS', detail: /"one".*"two"/ })
})

t.test('a cookie names the world where neither prefix nor header does', async t => {
  const { app } = await startStandin(t)
  const cases = [
    ['standin-world=one', '/', undefined, 'one'],
    ['a=b; standin-world=one; c=d', '/', undefined, 'one'],
    ['a=b;standin-world=one ', '/', undefined, 'one'],
    ['standin-world=one; standin-world=two', '/', undefined, 'one'],
    ['not-standin-world=one; a=standin-world=two', '/', undefined, 'default'],
    ['standin-worlds=one; Standin-World=two', '/', undefined, 'default'],
    ['standin-world=one', '/~two/', undefined, 'two'],
    ['standin-world=one', '/', 'three', 'three'],
    ['a=b', '/', undefined, 'default']
  ] as const

  for (const [index, [cookie, prefix, header, world]] of cases.entries()) {
    const now = `203${index}-01-01T00:00:00.000Z`
    const headers = { cookie, ...header && { 'x-standin-world': header } }
    await app.inject({ method: 'PUT', url: `${prefix}__admin/clock`, headers, payload: { mode: 'frozen', now } })
    const read = await app.inject({ url: '/__admin/clock', headers: { 'x-standin-world': world } })
    t.equal(read.json().now, now, `${cookie} ${prefix} ${header}`)
  }
  const refused = await app.inject({ url: '/__admin/clock', headers: { cookie: 'standin-world=' } })
  t.match(refused.json(), { status: 400, code: 'STANDIN_INVALID_WORLD_NAME' })
})

t.test('a world that cannot be is refused by its name, whatever is asked of it', async t => {
  const { app, send } = await startStandin(t)
  const names = ['a b', '-a', '', 'ä', 'x'.repeat(65), '../etc', '<script>', '__proto__', 'a%20b', '%zz', '%00']
  for (const name of names) {
    const prefixed = await send('GET', `/~${encodeURI(name.replaceAll('%', '%25')).replaceAll('%25', '%')}/api`)
    t.equal(prefixed.statusCode, 400, `/~${name}`)
    t.match(prefixed.json(), { code: 'STANDIN_INVALID_WORLD_NAME' })
  }
  for (const name of ['a b', '-a', '', 'x'.repeat(65), '__proto__']) {
    const named = await app.inject({ method: 'GET', url: LIST, headers: { 'x-standin-world': name } })
    t.equal(named.statusCode, 400, `X-Standin-World: ${name}`)
    t.match(named.json(), { code: 'STANDIN_INVALID_WORLD_NAME' })
  }
  t.equal((await send('GET', LIST, undefined, { 'x-api-key': 'k' })).statusCode, 200)
})

t.test('a path parameter is decoded once', async t => {
  const { send } = await startWith(t, {
    '/things/{name}': {
      get: {
        operationId: 'getThing',
        parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'It.', content: { 'application/json': { schema: {} } } },
          400: { description: 'No.', content: { 'application/json': { schema: {} } } }
        },
        'x-standin': { reply: { status: 200, body: { name: '$request.path.name' } } }
      }
    }
  })
  for (const [path, name] of [
    ['a%20b', 'a b'],
    ['100%25', '100%'],
    ['a%2541', 'a%41'],
    ['a%2Fb', 'a/b'],
    ['%C3%A4', 'ä']
  ] as const) {
    t.same((await send('GET', `/things/${path}`)).json(), { name }, path)
  }
  const broken = await send('GET', '/things/%zz')
  t.equal(broken.statusCode, 400)
  t.match(broken.json(), {
    code: 'STANDIN_INVALID_REQUEST',
    violations: [{ in: 'path', pointer: '/name', actual: '"%zz"' }]
  })
})
