import type { lookup } from 'node:dns'
import t from 'tap'
import { createLookup, refusedAddress } from '../../src/documents/refused-address.ts'

const LINK_LOCAL = 'a link-local address'
const METADATA = 'an address of a metadata service'

for (const [address, expected] of [
  ['169.254.169.254', LINK_LOCAL],
  ['169.254.0.1', LINK_LOCAL],
  ['fe80::1', LINK_LOCAL],
  ['[fe80::1]', LINK_LOCAL],
  ['fe80::1%eth0', LINK_LOCAL],
  ['febf:ffff::1', LINK_LOCAL],
  ['::ffff:169.254.169.254', LINK_LOCAL],
  ['[::ffff:a9fe:a9fe]', LINK_LOCAL],
  ['::169.254.169.254', LINK_LOCAL],
  ['::a9fe:a9fe', LINK_LOCAL],
  ['::ffff:0:169.254.169.254', LINK_LOCAL],
  ['64:ff9b::169.254.169.254', LINK_LOCAL],
  ['64:ff9b::a9fe:a9fe', LINK_LOCAL],
  ['0064:ff9b:0:0:0:0:a9fe:a9fe', LINK_LOCAL],
  ['64:ff9b:1::169.254.169.254', LINK_LOCAL],
  ['64:ff9b:1:a9fe:a9:fe00::', LINK_LOCAL],
  ['2002:a9fe:a9fe::1', LINK_LOCAL],
  ['2002:A9FE:A9FE:1:2:3:4:5', LINK_LOCAL],
  ['2001:0:a9fe:a9fe::', LINK_LOCAL],
  ['2001:0:4136:e378:8000:63bf:5601:5601', LINK_LOCAL],
  ['2001:db8::5efe:169.254.169.254', LINK_LOCAL],
  ['2001:db8::200:5efe:a9fe:a9fe', LINK_LOCAL],
  ['100.100.100.200', METADATA],
  ['::ffff:100.100.100.200', METADATA],
  ['2002:6464:64c8::', METADATA],
  ['192.0.0.192', METADATA],
  ['168.63.129.16', METADATA],
  ['fd00:ec2::254', METADATA],
  ['fd00:0ec2:0:0:0:0:0:254', METADATA],
  ['[fd20:ce::254]', METADATA],
  ['fd00:c1::a9fe:a9fe', METADATA],
  ['127.0.0.1', undefined],
  ['::1', undefined],
  ['::', undefined],
  ['10.0.0.1', undefined],
  ['169.253.255.255', undefined],
  ['100.100.100.201', undefined],
  ['2001:db8::1', undefined],
  ['64:ff9b::8.8.8.8', undefined],
  ['2002:808:808::1', undefined],
  ['fd00:ec2::255', undefined],
  ['example.com', undefined],
  ['169.254.169', undefined],
  ['', undefined]
]) {
  t.test(`"${address}" is ${expected ?? 'any other'}`, async t => {
    t.equal(refusedAddress(String(address)), expected)
  })
}

/** Returns a resolver that knows one host, so that no name is asked for. */
function resolving (...addresses: string[]): typeof lookup {
  const found = addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))
  const resolve = (_name: string, _options: object, callback: (error: null, found: object) => void) => {
    callback(null, found)
  }
  return resolve as unknown as typeof lookup // the one overload that is called
}

t.test('a host is refused for any of its addresses', async t => {
  for (const addresses of [['169.254.169.254'], ['127.0.0.1', 'fd00:ec2::254'], ['2002:a9fe:a9fe::1']]) {
    createLookup(resolving(...addresses))('metadata.test', {}, error => {
      t.match(error, { message: /^metadata\.test is \S+, an? .*address/ }, String(addresses))
    })
  }
})

t.test('another host has its first address, or all of them', async t => {
  const look = createLookup(resolving('127.0.0.1', '::1'))
  look('own.test', {}, (error, address, family) => t.same([error, address, family], [null, '127.0.0.1', 4]))
  look('own.test', { all: true }, (error, found) => {
    t.same([error, found], [null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]])
  })
})
