import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStandin } from '../../src/index.ts'
import { documentOf, readDocumentedNames } from './documented-names.ts'
import type { DocumentedThing } from './documented-names.ts'

type Row = Readonly<Record<string, unknown>>

/** A thing of the tables, and what a server lists of it. */
export interface ListedThing extends DocumentedThing {
  readonly rows: readonly Row[]
}

/** Lists ten of each thing in the tables, as a server with the defaults generates them on the first day of 2026. */
export async function listNames (): Promise<ListedThing[]> {
  const folder = mkdtempSync(join(tmpdir(), 'standin-names-'))
  const file = join(folder, 'things.json')
  const things = readDocumentedNames()
  writeFileSync(file, JSON.stringify(documentOf(things)))
  const app = await createStandin({ openapi: [file], clock: 'frozen', startsAt: '2026-01-01T00:00:00Z' })
  try {
    const listed: ListedThing[] = []
    for (const thing of things) {
      const { body } = await app.inject(`/${thing.name}?limit=10`)
      listed.push({ ...thing, rows: JSON.parse(body) as Row[] })  // the document says so
    }
    return listed
  } finally {
    await app.close()
    rmSync(folder, { recursive: true })
  }
}
