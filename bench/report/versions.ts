import { readFileSync } from 'node:fs'

/** The version of an installed package, the benchmark's own or the project's; undefined where it is not installed. */
export function installedVersion (name: string): string | undefined {
  for (const directory of ['..', '../..']) {
    try {
      return JSON.parse(
        readFileSync(
          new URL(`${directory}/node_modules/${name}/package.json`, import.meta.url),
          'utf8'
        )
      ).version
    } catch {
      // Then it is in the other folder, or nowhere.
    }
  }
}
