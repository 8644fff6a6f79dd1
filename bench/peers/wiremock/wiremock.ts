import { globSync } from 'node:fs'
import { installed, JAVA_WARM_UP_SECONDS, setUp } from '../peer.ts'
import type { Peer } from '../peer.ts'

/** WireMock, with the mapping of `mappings/` and a journal as long as standin's. */
export const wiremock: Peer = {
  name: 'WireMock',
  package: 'wiremock',
  does: 'matches the body against a JSON schema; answers with the ids that were asked for, from a template; ' +
    'journal of 1,000 requests',
  warmUpSeconds: JAVA_WARM_UP_SECONDS,
  start: port => ({
    command: [
      'java', '-jar', globSync(installed('wiremock/build/*.jar'))[0] ?? 'wiremock.jar',
      '--bind-address', '127.0.0.1', '--port', String(port),
      '--root-dir', setUp('wiremock'), '--max-request-journal-entries', '1000', '--disable-banner'
    ]
  })
}
