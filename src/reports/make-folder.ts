import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are missing. Rejects with the error of the system. The recursive `mkdir` of
 * Node never ends where the system denies that a parent exists which does, as in `/proc`.
 */
export async function makeFolder (folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder && !await isFolder(parent)) await makeFolder(parent)
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have been faster.
    if (!await isFolder(folder)) throw error
  })
}

async function isFolder (path: string): Promise<boolean> {
  return await stat(path).then(stats => stats.isDirectory(), () => false)
}
