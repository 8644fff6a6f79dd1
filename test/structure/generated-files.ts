import { loadTypes } from '../../src/types/load-types.ts'
import { typesText } from '../../src/types/types-text.ts'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { createStandin } from '../../src/server.ts'

/** A generated file of the client, with the text that it should have. */
export interface GeneratedFile {
  readonly file: URL
  readonly text: string
}

/** Generates the types of the shipped contracts, and of the admin API. */
export async function generatedFiles (): Promise<GeneratedFile[]> {
  return [
    { file: new URL('../../src/client/contracts.ts', import.meta.url), text: await loadTypes({}) },
    { file: new URL('../../src/client/admin-api.ts', import.meta.url), text: await adminTypes() }
  ]
}

async function adminTypes (): Promise<string> {
  const app = await createStandin()
  const { body } = await app.inject('/__admin/openapi.json')
  await app.close()
  return typesText({
    contracts: [parseContract(body, { file: 'the document of the admin API', name: 'admin' })],
    types: [],
    name: 'AdminApi'
  })
}
