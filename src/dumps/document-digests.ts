import { hash } from 'node:crypto'
import type { Contract } from '../contract/contract.ts'
import { exactJson } from '../exact-json.ts'

const known = new WeakMap<object, string>()

/** Returns a digest of the document of each API, by the name of the API: as it is served, with its overlays. */
export function documentDigests (contracts: readonly Contract[]): Record<string, string> {
  return Object.fromEntries(contracts.map(({ document, name }) => [name, digestOf(document)]))
}

function digestOf (document: object): string {
  const digest = known.get(document) ?? hash('sha256', exactJson.stringify(document), 'hex').slice(0, 32)
  known.set(document, digest)
  return digest
}
