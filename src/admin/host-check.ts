import { isIP } from 'node:net'

/** Returns the name or address in a `Host` header as URLs have it; `undefined` where it is none. */
export function hostnameOf (host: string): string | undefined {
  return /^[^\s/?#@\\]+$/.test(host) ? URL.parse(`http://${host}`)?.hostname : undefined
}

/** Returns whether a host name, as URLs have it, always leads to this machine (RFC 6761, section 6.3). */
export function isLoopback (hostname: string): boolean {
  const name = withoutRoot(hostname)
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]') return true
  return /^\[::ffff:7f[\da-f]{2}:/.test(name) || (isIP(name) === 4 && name.startsWith('127.'))
}

/** Returns whether a text can be one of the hosts that are allowed: a name, a domain after a dot, or `*` for all. */
export function isHostPattern (text: string): boolean {
  const name = text.replace(/^\.(?=.)/, '')
  return text === '*' || (!/[:*]/.test(name) && !name.startsWith('.') && hostnameOf(name) !== undefined)
}

/**
 * Creates the function that tells whether the admin API responds to a host name. A page can have any name of the
 * internet lead to this machine, and is then of the same origin (DNS rebinding). So the admin API responds to
 * addresses, and to names that no site of the internet can have: loopback names, names without a dot (RFC 7085), such
 * as those of services in Docker Compose, and those below `internal`, which is reserved for private networks. Other
 * names have to be allowed.
 */
export function createHostCheck (allowed: readonly string[]): (hostname: string) => boolean {
  if (allowed.includes('*')) return () => true
  const names = new Set<string>()
  const domains: string[] = []
  for (const text of allowed) {
    const name = withoutRoot(hostnameOf(text.replace(/^\./, '')) ?? '')
    names.add(name)
    if (text.startsWith('.')) domains.push(`.${name}`)
  }
  return hostname => {
    const name = withoutRoot(hostname)
    if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || isLoopback(hostname) || names.has(name)) return true
    return !hostname.includes('.') || name.endsWith('.internal') || domains.some(domain => name.endsWith(domain))
  }
}

/** Returns a name without the dot at its end that stands for the root of all names. */
function withoutRoot (hostname: string): string {
  return hostname.replace(/\.$/, '')
}
