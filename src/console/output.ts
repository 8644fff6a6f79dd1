import { createRequire } from 'node:module'

/** Accepts lines for standard output, and writes many at once: no request waits for a slow terminal. */
export interface Output {
  /** Writes a text that ends its line. */
  write (text: string): unknown
}

let opened: Output | undefined

/**
 * Returns the process's standard output. It loads pino, which buffers it, when something is written: most servers
 * write nothing. What is buffered when the process exits is written then.
 */
export function standardOutput (): Output {
  return { write: text => open().write(text) }
}

/** Loads pino, of which one buffer of standard output serves all that writes lines. */
export function loadPino (): typeof import('pino').default {
  const require = createRequire(import.meta.url)
  return require('pino') as typeof import('pino').default  // require knows no types
}

function open (): Output {
  opened ??= loadPino().destination({ dest: 1, sync: false })
  return opened
}
