import { installed, setUp } from '../peer.ts'
import type { Peer } from '../peer.ts'

/**
 * Mockoon, with an environment written by hand: from the document itself, it uses only the example, and checks nothing.
 * It has a rule for JSON schemas too, but compiles the schema for every request, which is many times slower.
 */
export const mockoon: Peer = {
  name: 'Mockoon',
  package: '@mockoon/cli',
  does: 'looks for the members and the form of the first id; answers with the ids that were asked for, from a ' +
    'template; logs each request',
  start: port => ({
    command: [
      process.execPath, installed('@mockoon/cli/bin/run.js'), 'start', '--data', setUp('mockoon/environment.json'),
      '--hostname', '127.0.0.1', '--port', String(port), '--disable-log-to-file', '--disable-admin-api'
    ]
  })
}
