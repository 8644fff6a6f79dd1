import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exactJson } from '../../src/exact-json.ts'

/** A schema of the suite, with the values that do or do not fit it. */
export interface Group {
  /** The file: `unevaluatedItems`. */
  readonly file: string
  readonly description: string
  readonly schema: unknown
  readonly tests: ReadonlyArray<{ readonly description: string, readonly data: unknown, readonly valid: boolean }>
}

/** The suite of JSON Schema 2020-12. */
export interface Suite {
  /** The required tests. */
  readonly groups: readonly Group[]
  /** The schemas that the tests refer to, by their URLs. */
  readonly remotes: ReadonlyMap<string, unknown>
}

const DRAFT = 'draft2020-12'

/** The URL of the folder `remotes`. */
const REMOTES = 'http://localhost:1234/'

/** Matches the remote schemas of other drafts. */
const OTHER_DRAFT = /^(?!draft2020-12\/)draft|Draft4|Pre2019/

/** Reads the required tests of JSON-Schema-Test-Suite for 2020-12. */
export async function readSuite (directory: string): Promise<Suite> {
  const folder = join(directory, 'tests', DRAFT)
  const groups: Group[] = []
  for (const name of (await readdir(folder)).filter(name => name.endsWith('.json')).sort()) {
    // The suite checks its own form.
    const written = await readJson(join(folder, name)) as Array<Omit<Group, 'file'>>
    groups.push(...written.map(group => ({ ...group, file: name.replace(/\.json$/, '') })))
  }
  return { groups, remotes: await readRemotes(join(directory, 'remotes')) }
}

async function readRemotes (folder: string): Promise<Map<string, unknown>> {
  const remotes = new Map<string, unknown>()
  const names = (await readdir(folder, { recursive: true })).map(name => name.replaceAll('\\', '/'))
  for (const name of names.filter(name => name.endsWith('.json') && !OTHER_DRAFT.test(name)).sort()) {
    remotes.set(REMOTES + name, await readJson(join(folder, name)))
  }
  return remotes
}

async function readJson (file: string): Promise<unknown> {
  return exactJson.parse(await readFile(file, 'utf8'))
}
