import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { SHIPPED_OPENAPI } from '../../src/options.ts'

/** Returns the document of Mews as a team would have it: without any simulation. */
export async function plainMews (): Promise<string> {
  const document: unknown = parse(await readFile(join(SHIPPED_OPENAPI, 'mews.yaml'), 'utf8'))
  strip(document)
  return stringify(document)
}

function strip (value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if ('x-standin' in value) delete value['x-standin']
  for (const member of Object.values(value)) strip(member)
}
