import root from 'tap'
import type { Contracts, World } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import type { StartedStandin } from '../../src/testing.ts'

export const START = '2026-01-01T00:00:00Z'

/** A world for one test, on the server of the test's file. */
export type StartedWorld = Pick<StartedStandin<Contracts>, 'server' | 'url' | 'world'>

let started: Promise<StartedStandin<Contracts>> | undefined

/**
 * Returns a new world whose clock stands still at `START`.
 * Its server is started for the first test of a file and closed after the last.
 */
export async function startWorld (): Promise<StartedWorld> {
  started ??= startStandin(root, { startsAt: START, clock: 'frozen' })
  const { server } = await started
  const world = await server.world()
  return { server, url: world.url, world }
}

/** The response of Mews. */
export interface Added {
  readonly status: number
  readonly body: { readonly Export?: { readonly Id: string, readonly Status: string }, readonly Message?: string }
}

/** Requests an export from Mews, as the code under test would. */
export async function addExport (
  { url }: Pick<World, 'url'>,
  EntityType = 'Payment',
  headers: Record<string, string> = {}
): Promise<Added> {
  const response = await fetch(`${url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ Client: 'Tests 1.0', AccessToken: 'a', ClientToken: 'c', EntityType })
  })
  return { status: response.status, body: await response.json() as Added['body'] }
}
