import { lookup } from 'node:dns'
import { BlockList, isIP, isIPv4 } from 'node:net'
import type { LookupFunction } from 'node:net'

const LINK_LOCAL = new BlockList()
LINK_LOCAL.addSubnet('169.254.0.0', 16, 'ipv4')
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6')

/** The services that give machines in clouds their credentials, where they are not at a link-local address. */
const METADATA = new BlockList()
METADATA.addAddress('100.100.100.200', 'ipv4') // Alibaba Cloud
METADATA.addAddress('192.0.0.192', 'ipv4') // Oracle Cloud
METADATA.addAddress('168.63.129.16', 'ipv4') // Azure
METADATA.addAddress('fd00:ec2::254', 'ipv6') // AWS
METADATA.addAddress('fd20:ce::254', 'ipv6') // Google Cloud
METADATA.addAddress('fd00:c1::a9fe:a9fe', 'ipv6') // Oracle Cloud

/**
 * Returns what an IP address is that no request is sent to: "a link-local address", or that of a metadata service of a
 * cloud; `undefined` for any other address, and for what is none. An IPv4 address within one of IPv6 counts as well.
 */
export function refusedAddress (address: string): string | undefined {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIP(plain) === 0) return undefined
  for (const candidate of [plain, ...listEmbedded(plain)]) {
    const family = isIPv4(candidate) ? 'ipv4' : 'ipv6'
    if (LINK_LOCAL.check(candidate, family)) return 'a link-local address'
    if (METADATA.check(candidate, family)) return 'an address of a metadata service'
  }
  return undefined
}

/** Creates a lookup of host names that fails for those of refused addresses, whichever of several it is. */
export function createLookup (resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '')
      for (const { address } of addresses) {
        const why = refusedAddress(address)
        if (why !== undefined) return callback(new Error(`${hostname} is ${address}, ${why}`), '')
      }
      if (options.all === true) return callback(null, addresses)
      const [first] = addresses
      return callback(null, first?.address ?? '', first?.family)
    })
  }
}

/** The positions at which addresses of IPv6 hold one of IPv4: after these first groups, at these bytes. */
const EMBEDDINGS: ReadonlyArray<{ readonly groups: RegExp, readonly bytes: readonly number[] }> = [
  { groups: /^(?:0,){6}/, bytes: [12, 13, 14, 15] }, // compatible (RFC 4291, section 2.5.5.1)
  { groups: /^(?:0,){5}65535,/, bytes: [12, 13, 14, 15] }, // mapped (RFC 4291, section 2.5.5.2)
  { groups: /^(?:0,){4}65535,0,/, bytes: [12, 13, 14, 15] }, // translated (RFC 2765)
  { groups: /^100,65435,(?:0,){4}/, bytes: [12, 13, 14, 15] }, // NAT64, 64:ff9b::/96 (RFC 6052)
  { groups: /^100,65435,1,/, bytes: [12, 13, 14, 15] }, // NAT64 of a site, 64:ff9b:1::/48 (RFC 8215)
  { groups: /^100,65435,1,/, bytes: [6, 7, 9, 10] }, // the same, as RFC 6052 places it after 48 bits
  { groups: /^8194,/, bytes: [2, 3, 4, 5] }, // 6to4, 2002::/16 (RFC 3056)
  { groups: /^8193,0,/, bytes: [4, 5, 6, 7] }, // the server of Teredo (RFC 4380)
  { groups: /^(?:\d+,){4}(?:0|512),24318,/, bytes: [12, 13, 14, 15] } // ISATAP (RFC 5214)
]

/** Lists the addresses of IPv4 that one of IPv6 may stand for. */
function listEmbedded (address: string): string[] {
  if (isIPv4(address)) return []
  const groups = groupsOf(address)
  const bytes = groups.flatMap(group => [group >> 8, group & 0xff])
  const written = `${groups.join(',')},`
  const embedded = EMBEDDINGS.filter(({ groups }) => groups.test(written))
    .map(embedding => embedding.bytes.map(index => bytes[index]).join('.'))
  // Teredo inverts the bits of the client's address.
  if (/^8193,0,/.test(written)) embedded.push(bytes.slice(12).map(byte => byte ^ 0xff).join('.'))
  return embedded
}

/** Returns the eight groups of an address of IPv6. */
function groupsOf (address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
  const [start = '', end] = hex.split('::')
  const before = readGroups(start)
  const after = readGroups(end ?? '')
  return end === undefined ? before : [...before, ...Array(8 - before.length - after.length).fill(0), ...after]
}

function readGroups (text: string): number[] {
  return text === '' ? [] : text.split(':').map(group => parseInt(group, 16))
}
