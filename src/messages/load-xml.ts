import { createRequire } from 'node:module'

let library: typeof import('fast-xml-parser') | undefined

/** Loads the XML library when it is first needed: most APIs have no XML. */
export function loadXml (): typeof import('fast-xml-parser') {
  // require knows no types
  library ??= createRequire(import.meta.url)('fast-xml-parser') as typeof import('fast-xml-parser')
  return library
}
