import { readContract } from '../../src/contract/read-contract.ts'
import { isObject } from '../../src/documents/is-object.ts'
import { exactJson } from '../../src/exact-json.ts'
import { SchemaCompiler } from '../../src/schemas/schema-compiler.ts'
import type { Group, Suite } from './read-suite.ts'

/** The URI of a schema that gives itself none. */
const OWN_URI = 'https://suite.invalid/schema'

/**
 * Reads a document that has the schema of a group among its components, with the remote ones. Returns the test of
 * whether a value fits.
 */
export async function compileGroup ({ schema }: Group, { remotes }: Suite): Promise<(value: unknown) => boolean> {
  const schemas: Record<string, unknown> = { Tested: withId(schema, OWN_URI) }
  for (const [url, remote] of remotes) {
    const id = isObject(remote) && typeof remote.$id === 'string' ? new URL(remote.$id, url).href : url
    schemas[`At ${url}`] = withId(remote, id)
    // One whose own URI is another is found at both.
    if (id !== url) schemas[`Also at ${url}`] = { $id: url, $ref: id }
  }
  const document = { openapi: '3.1.0', info: { title: 'Suite', version: '1' }, paths: {}, components: { schemas } }
  const contract = await readContract(exactJson.stringify(document), { file: 'suite.json', name: 'suite' })
  const validate = new SchemaCompiler(contract.document).compile('/components/schemas/Tested', undefined)
  return value => validate(value) === undefined
}

function withId (schema: unknown, uri: string): unknown {
  return isObject(schema) ? { $id: uri, ...schema } : schema
}
