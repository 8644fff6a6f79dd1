import { isIP } from 'node:net'

/**
 * Creates the function that returns what a host says of a world: `checkout` for `checkout.localhost:4010`. It is the
 * part before one of the names of the server, or else the whole name; `undefined` for an address, and for a name of the
 * server itself.
 */
export function createHostWorld (serverNames: readonly string[]): (host: string) => string | undefined {
  // The longest that a host ends with is the one that counts.
  const names = ['localhost', ...serverNames.map(withoutDots)].sort((a, b) => b.length - a.length)
  return host => {
    const hostname = withoutDots(URL.parse(`http://${host}`)?.hostname ?? '')
    const isAddress = hostname.startsWith('[') || isIP(hostname) !== 0
    if (hostname === '' || isAddress || names.includes(hostname)) return undefined
    const above = names.find(name => hostname.endsWith(`.${name}`))
    return above === undefined ? hostname : hostname.slice(0, -above.length - 1)
  }
}

/** Returns a name without the dot that stands for all names below it, or that of the root at its end. */
function withoutDots (name: string): string {
  return name.toLowerCase().replace(/^\.|\.$/g, '')
}
