import type { Test } from 'tap'
import type { Contracts, World } from '../../src/client/index.ts'
import { startStandin } from '../../src/testing.ts'
import type { StartedStandin } from '../../src/testing.ts'

export const START = '2026-01-01T00:00:00Z'

/** Starts a stand-in whose first world stands still at an instant, and which stops when the test ends. */
export async function startWorld (t: Test): Promise<StartedStandin<Contracts>> {
  const started = await startStandin(t, { startsAt: '2025-12-31T23:59:59Z' })
  await started.world.clock.freeze(START)
  return started
}

/** What Mews answered. */
export interface Added {
  readonly status: number
  readonly body: { readonly Export?: { readonly Id: string, readonly Status: string }, readonly Message?: string }
}

/** Asks Mews for an export, as a client under test would. */
export async function addExport ({ url }: Pick<World, 'url'>, EntityType = 'Payment', headers: Record<string, string> = {}): Promise<Added> {
  const response = await fetch(`${url}/api/connector/v1/exports/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ Client: 'Tests 1.0', AccessToken: 'a', ClientToken: 'c', EntityType })
  })
  return { status: response.status, body: await response.json() as Added['body'] }
}
