import { createRequire } from 'node:module'

let library: typeof import('fast-xml-parser') | undefined

/** Loads what reads and writes XML, when it is first needed: most APIs have none. */
export function loadXml (): typeof import('fast-xml-parser') {
  library ??= createRequire(import.meta.url)('fast-xml-parser') as typeof import('fast-xml-parser')  // require knows no types
  return library
}
