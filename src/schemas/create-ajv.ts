import type { Ajv2020, Options } from 'ajv/dist/2020.js'
import { addFormats } from './add-formats.ts'
import { boundErrors } from './bound-errors.ts'
import { addLargeNumbers } from './add-large-numbers.ts'
import { loadAjv } from './load-ajv.ts'
import { patternEngine } from './compile-pattern.ts'
import { multipleOf } from './multiple-of.ts'
import { namedBranches } from './named-branches.ts'
import { unevaluatedProperties } from './unevaluated-properties.ts'
import { uniqueItems } from './unique-items.ts'
import { takeLargeNumbers } from './take-large-numbers.ts'

/** Creates a compiler of schema copies, with our formats and keywords. */
export function createAjv (options: Pick<Options, 'allErrors' | 'messages' | 'verbose'>): Ajv2020 {
  const { Ajv2020, formats } = loadAjv()
  // Ajv would coerce "1" to 1 and fill in defaults; a contract test must see the difference.
  const ajv = new Ajv2020({
    ...options,
    strict: false,
    validateSchema: false,
    meta: false,
    logger: false,
    // Optimizing the code takes as long as generating it, and makes it no faster; short schemas are
    // inlined.
    code: {
      regExp: patternEngine,
      optimize: false,
      process: code => boundErrors(takeLargeNumbers(code))
    },
    inlineRefs: 40,
    // The keys of the copies are no URIs: there is nothing to resolve.
    uriResolver: {
      parse: uri => ({ path: uri, fragment: undefined }),
      resolve: (_base, path) => path,
      serialize: ({ path = '' }) => path
    }
  })
  addFormats(ajv, formats)
  addLargeNumbers(ajv)
  for (const keyword of [multipleOf, unevaluatedProperties, uniqueItems]) {
    ajv.removeKeyword(String(keyword.keyword)).addKeyword(keyword)
  }
  return ajv.addKeyword(namedBranches)
}
