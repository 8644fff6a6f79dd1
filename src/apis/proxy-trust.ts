import { BlockList, isIP } from 'node:net'

/**
 * The proxies whose headers say how clients reach the server: all, none, so many before it, or those of some
 * addresses, networks (`10.0.0.0/8`) or kinds of them (`loopback`, `linklocal`, `uniquelocal`).
 */
export type TrustProxy = boolean | number | string | readonly string[]

/** Returns whether a proxy is trusted, by its address and the number of proxies between it and the server. */
export type ProxyTrust = (address: string | undefined, hop: number) => boolean

const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']]
])

/** Returns whether a value names proxies. */
export function areProxies (value: unknown): value is TrustProxy {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0
  if (typeof value === 'boolean') return true
  const listed: unknown = typeof value === 'string' ? listOf(value) : value
  if (!Array.isArray(listed) || listed.length === 0) return false
  return listed.every(item => typeof item === 'string' && networksOf(item).every(isNetwork))
}

/** Creates the function that tells which proxies are trusted. */
export function createProxyTrust (proxies: TrustProxy): ProxyTrust {
  if (typeof proxies === 'boolean') return () => proxies
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies
  const trusted = new BlockList()
  for (const network of listOf(proxies).flatMap(networksOf)) {
    const [address = '', bits = isIP(address) === 6 ? '128' : '32'] = network.split('/')
    trusted.addSubnet(address, Number(bits), familyOf(address))
  }
  return address => address !== undefined && isIP(address) !== 0 && trusted.check(address, familyOf(address))
}

/** Lists what is given as a list, or as a text with commas. */
function listOf (proxies: string | readonly string[]): readonly string[] {
  return typeof proxies === 'string' ? proxies.split(',').map(item => item.trim()) : proxies
}

function networksOf (text: string): readonly string[] {
  return KINDS.get(text) ?? [text]
}

function isNetwork (text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}

function familyOf (address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
