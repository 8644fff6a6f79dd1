import t from 'tap'
import { parseBasePath, toBasePath } from '../../src/contract/base-path.ts'

const SERVERS: Array<[server: unknown, path: string]> = [
  [undefined, ''],
  [{}, ''],
  [{ url: '/' }, ''],
  [{ url: '/v2' }, '/v2'],
  [{ url: '/v2/' }, '/v2'],
  [{ url: 'https://shop.example' }, ''],
  [{ url: 'https://shop.example:8080/api/v2/?x=1#y' }, '/api/v2'],
  [{ url: '//shop.example/api' }, '/api'],
  [{ url: 'v2' }, '/v2'],
  [{ url: './v2//x' }, '/v2/x'],
  [{ url: 'https://{region}.shop.example/{version}', variables: { version: { default: 'v3' } } }, '/v3'],
  [{ url: 'https://shop.example/{version}' }, ''],
  [{ url: '{server}/api', variables: { server: { default: 'https://shop.example/root' } } }, '/root/api']
]

for (const [server, path] of SERVERS) {
  t.test(`the base path of ${JSON.stringify(server)} is "${path}"`, async t => {
    t.equal(parseBasePath({ servers: server === undefined ? undefined : [server, { url: '/other' }] }), path)
  })
}

t.test('a path to serve under has no slash at its end', async t => {
  t.equal(toBasePath('/'), '')
  t.equal(toBasePath('/v2/'), '/v2')
})
