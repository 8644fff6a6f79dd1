import type { Store } from '../worlds/store.ts'

/** The first part of the names of scenarios that replay recordings: `replay/checkout`. */
export const REPLAY = 'replay'

/**
 * Returns the ids of the stubs that replay recordings in a world. Nobody expects all of them to be used, other than
 * those that a test or a scenario has written.
 */
export function replayStubs ({ store }: { readonly store: Pick<Store, 'runningScenarios'> }): ReadonlySet<string> {
  const replays = store.runningScenarios().filter(({ name }) => name.startsWith(`${REPLAY}/`))
  return new Set(replays.flatMap(({ stubs }) => stubs))
}
