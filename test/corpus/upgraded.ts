import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { upgrade } from '@scalar/openapi-upgrader'

/** Calls back with a JSON document that is of OpenAPI 3.1: the one given, or an upgraded copy of it. */
export async function withUpgraded<Result> (file: string, use: (file: string) => Promise<Result>): Promise<Result> {
  const document: { openapi?: unknown } = JSON.parse(await readFile(file, 'utf8'))
  if (String(document.openapi).startsWith('3.1')) return await use(file)
  const directory = await mkdtemp(join(tmpdir(), 'standin-corpus-'))
  try {
    const copy = join(directory, basename(file))
    await writeFile(copy, JSON.stringify(upgrade(document, '3.1')))
    return await use(copy)
  } finally {
    await rm(directory, { recursive: true })
  }
}
