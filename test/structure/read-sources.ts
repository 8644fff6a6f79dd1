import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads the TypeScript files of folders of a checkout. Returns their texts by path, relative to the checkout. */
export function readSources (root: string, folders: readonly string[]): Map<string, string> {
  const patterns = folders.map(folder => `${folder}/**/*.{ts,tsx}`)
  const files = globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] })
  return new Map(files.sort().map(file => [file, readFileSync(join(root, file), 'utf8')]))
}
