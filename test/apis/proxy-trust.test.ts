import t from 'tap'
import { areProxies, createProxyTrust } from '../../src/apis/proxy-trust.ts'
import type { TrustProxy } from '../../src/apis/proxy-trust.ts'

for (const [proxies, trusted, others] of [
  [true, ['127.0.0.1', '203.0.113.7', undefined], []],
  [false, [], ['127.0.0.1', undefined]],
  [1, ['203.0.113.7'], []],
  [0, [], ['127.0.0.1']],
  ['loopback', ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'], ['10.0.0.1', '::2', undefined, 'nonsense']],
  ['uniquelocal', ['10.1.2.3', '172.31.0.1', '192.168.1.1', 'fd00::1'], ['172.32.0.1', '127.0.0.1', '2001:db8::1']],
  ['linklocal', ['169.254.1.1', 'fe80::1'], ['127.0.0.1']],
  ['10.0.0.0/8, ::1', ['10.255.0.1', '::1'], ['11.0.0.1', '127.0.0.1']],
  [['203.0.113.7', '2001:db8::/32'], ['203.0.113.7', '2001:db8::9'], ['203.0.113.8', '2001:db9::']]
] as ReadonlyArray<[TrustProxy, ReadonlyArray<string | undefined>, ReadonlyArray<string | undefined>]>) {
  t.test(`${JSON.stringify(proxies)} trusts ${trusted.length} of some addresses`, async t => {
    const isTrusted = createProxyTrust(proxies)
    for (const address of trusted) t.ok(isTrusted(address, 0), String(address))
    for (const address of others) t.notOk(isTrusted(address, 0), String(address))
  })
}

t.test('so many proxies are trusted, and none before them', async t => {
  const isTrusted = createProxyTrust(2)
  t.same([0, 1, 2, 3].map(hop => isTrusted('203.0.113.7', hop)), [true, true, false, false])
})

t.test('proxies are named by addresses, networks and kinds of them', async t => {
  for (const good of [true, false, 0, 3, 'loopback', '10.0.0.0/8', '::1', ['::1/128', 'linklocal'], 'loopback, ::1']) {
    t.ok(areProxies(good), JSON.stringify(good))
  }
  for (const bad of [-1, 1.5, '', 'x', '10.0.0.0/33', '10.0.0.0/', '::/129', '10.0.0.0/8/8', [], [1], 'here']) {
    t.notOk(areProxies(bad), JSON.stringify(bad))
  }
})
