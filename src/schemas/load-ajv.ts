import { createRequire } from 'node:module'

interface Libraries {
  readonly Ajv2020: typeof import('ajv/dist/2020.js').Ajv2020
  readonly formats: typeof import('ajv-formats').default
}

let libraries: Libraries | undefined

/** Loads what compiles schemas, when the first one is: a server starts without it. */
export function loadAjv (): Libraries {
  if (libraries === undefined) {
    const require = createRequire(import.meta.url)
    const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')  // require knows no types
    libraries = { Ajv2020, formats: (require('ajv-formats') as typeof import('ajv-formats')).default }
  }
  return libraries
}
