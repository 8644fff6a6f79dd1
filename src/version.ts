import { readFileSync } from 'node:fs'

/**
 * Returns the version of this package, from its package.json, which is one folder above `src/` and `dist/`.
 */
export function readVersion (): string {
  // A cast: npm does not publish a package without a version.
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
