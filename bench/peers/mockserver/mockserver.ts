import { globSync } from 'node:fs'
import { installed, JAVA_WARM_UP_SECONDS, setUp } from '../peer.ts'
import type { Peer } from '../peer.ts'

/** MockServer, with a log of events as long as standin's journal. */
export const mockserver: Peer = {
  name: 'MockServer',
  package: 'mockserver-node',
  does: 'matches the body against a JSON schema; answers with the ids that were asked for, from a template; ' +
    'log of 1,000 events',
  warmUpSeconds: JAVA_WARM_UP_SECONDS,
  start: port => ({
    command: [
      'java', '-Dmockserver.localBoundIP=127.0.0.1', '-Dmockserver.maxLogEntries=1000',
      '-jar', globSync(installed('mockserver-node/*.jar'))[0] ?? 'mockserver.jar', '--port', String(port),
      '--init', setUp('mockserver/expectations.json'), '--log-level', 'ERROR'
    ]
  })
}
