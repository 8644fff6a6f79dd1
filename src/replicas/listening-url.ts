import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'

/**
 * Returns the URL at which other processes reach a server that listens at an address: where it listens at all
 * addresses, by the first one of this machine that is not its own loopback.
 */
export function listeningUrl ({ address, port }: AddressInfo, isTls: boolean): string {
  const host = isWildcard(address) ? outerAddress() ?? '127.0.0.1' : address
  const written = host.includes(':') ? `[${host}]` : host
  return `${isTls ? 'https' : 'http'}://${written}:${port}`
}

function isWildcard (address: string): boolean {
  return address === '0.0.0.0' || address === '::'
}

function outerAddress (): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  const outer = addresses.filter(({ internal }) => !internal)
  return (outer.find(({ family }) => family === 'IPv4') ?? outer.find(({ scopeid }) => scopeid === 0))?.address
}
