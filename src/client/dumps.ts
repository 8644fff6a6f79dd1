import type { Dump } from './answer.ts'
import type { Connection } from './connection.ts'
import { queryText } from './query-text.ts'

/** A world as a file. */
export interface WorldDumps {
  /** Returns all state of the world, of which nothing is masked; with `journal: true`, its requests too. */
  dump (options?: { readonly journal?: boolean }): Promise<Dump>
  /** Puts a world that goes on where a dump was taken in the place of this one. */
  load (dump: Dump): Promise<void>
}

/** Creates the access to dumps of a connection's world. */
export function createDumps ({ call }: Connection): WorldDumps {
  return {
    dump: ({ journal } = {}) => call('GET', `/dump${queryText({ journal })}`),
    load: dump => call('PUT', '/dump', dump)
  }
}
