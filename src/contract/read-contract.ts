import type { Contract } from './contract.ts'
import { Origins } from './origins.ts'
import { readText, toContract, versionOf } from './parse-contract.ts'
import type { ContractOrigin } from './parse-contract.ts'

/** Reads an OpenAPI document of any version, YAML or JSON. Rejects with one error that lists all that keeps it from being served. */
export async function readContract (text: string, origin: ContractOrigin): Promise<Contract> {
  const { value, ...source } = readText(text, origin.file)
  const origins = new Origins(source)
  const version = versionOf(value, source)
  if (version === '2.0' || version === '3.0') {
    // What most documents do not need is not loaded for them.
    const { upgradeDocument } = await import('./upgrade-document.ts')
    upgradeDocument(value as Record<string, unknown>, origins)  // what has a version is an object
  }
  return toContract(value, origins, origin)
}
