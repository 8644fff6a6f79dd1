import { installed, setUp } from '../peer.ts'
import type { Peer } from '../peer.ts'

/** mountebank has no schemas: its predicates check the presence of members and the form of the id. */
export const mountebank: Peer = {
  name: 'mountebank',
  package: '@mbtest/mountebank',
  does: 'looks for the members and the form of the id; answers with the id that was asked for, copied from the body; ' +
    'records nothing',
  start: (port, spare) => ({
    command: [
      process.execPath, installed('@mbtest/mountebank/bin/mb'), 'start', '--host', '127.0.0.1', '--port', String(spare),
      '--configfile', setUp('mountebank/imposters.ejs'), '--nologfile', '--loglevel', 'error'
    ],
    env: { IMPOSTER_PORT: String(port) }
  })
}
