import { readFileSync } from 'node:fs'

/** Returns the version of a package of the benchmark or the project; `undefined` where it is not installed. */
export function installedVersion (name: string): string | undefined {
  for (const directory of ['..', '../..']) {
    try {
      const file = new URL(`${directory}/node_modules/${name}/package.json`, import.meta.url)
      return JSON.parse(readFileSync(file, 'utf8')).version
    } catch {
      // The package is in the other folder, or not installed.
    }
  }
}
