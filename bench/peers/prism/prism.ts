import { installed, setUp } from '../peer.ts'
import type { Peer } from '../peer.ts'

const COMMAND = [
  process.execPath, installed('@stoplight/prism-cli/dist/index.js'),
  'mock', setUp('../../openapi/mews.yaml'), '--host', '127.0.0.1'
] as const

/** Prism, with the same document as standin. */
export const prism: Peer = {
  name: 'Prism',
  package: '@stoplight/prism-cli',
  does: 'as `prism mock` runs by itself; validates the request; answers with the example of the document, whatever ' +
    'was asked for; logs each request',
  start: port => ({ command: [...COMMAND, '--port', String(port)] })
}

/** Prism at its fastest. */
export const quietPrism: Peer = {
  ...prism,
  name: 'Prism, quiet',
  does: 'the same, but logs errors only (`--verboseLevel error`)',
  start: port => ({ command: [...COMMAND, '--port', String(port), '--verboseLevel', 'error'] })
}
