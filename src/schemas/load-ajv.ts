import { createRequire } from 'node:module'

interface Libraries {
  readonly Ajv2020: typeof import('ajv/dist/2020.js').Ajv2020
  readonly formats: typeof import('ajv-formats').default
}

let libraries: Libraries | undefined

/**
 * Loads the schema compiler when the first schema is compiled, so that a start does not wait for
 * it.
 */
export function loadAjv (): Libraries {
  if (libraries === undefined) {
    const require = createRequire(import.meta.url)
    // require knows no types
    const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
    const { default: formats } = require('ajv-formats') as typeof import('ajv-formats')
    libraries = { Ajv2020, formats }
  }
  return libraries
}
