import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { PageFiles } from './build-page.ts'

/** The folder of the page in the package; a checkout does not have it. */
const BUILT = fileURLToPath(new URL('page/', import.meta.url))

/** Loads the files of the page as the package has them, or else builds them from the sources. */
export async function loadPage (folder = BUILT): Promise<PageFiles> {
  if (existsSync(folder)) return await readFolder(folder)
  const { buildPage } = await import('./build-page.ts')
  return await buildPage()
}

async function readFolder (folder: string): Promise<PageFiles> {
  const files = new Map<string, Uint8Array>()
  for (const name of await readdir(folder)) files.set(name, await readFile(join(folder, name)))
  return files
}
