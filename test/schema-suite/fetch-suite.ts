import { execFile } from 'node:child_process'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The Debian package that holds the suite with its remote schemas: no package of npm has the tests of 2020-12. */
const PACKAGE = 'libtest-json-schema-acceptance-perl'

/** The folder of the suite within the package. */
const FOLDER = 'usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance'

/** Fetches JSON-Schema-Test-Suite once, and keeps it in a cache. Returns its folder; `undefined` where it cannot. */
export async function fetchSuite (): Promise<string | undefined> {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'standin', 'schema-suite')
  const directory = join(cache, PACKAGE)
  if (await isThere(directory)) return directory
  const partial = join(cache, `partial-${process.pid}`)
  await mkdir(partial, { recursive: true })
  try {
    await run('apt-get', ['download', PACKAGE], { cwd: partial })
    const [archive = ''] = await readdir(partial)
    await run('dpkg-deb', ['-x', archive, '.'], { cwd: partial })
    await rename(join(partial, FOLDER), directory)
    return directory
  } catch (error) {
    console.log(error instanceof Error ? error.message.trim() : error)
    return undefined
  } finally {
    await rm(partial, { recursive: true })
  }
}

async function isThere (directory: string): Promise<boolean> {
  try {
    return (await readdir(directory)).length > 0
  } catch {
    return false
  }
}
