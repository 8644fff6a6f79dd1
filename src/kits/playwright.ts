import type { Fixtures, PlaywrightTestArgs, TestInfo } from '@playwright/test'
import { standin } from '../client/index.ts'
import type { ApiTypes, Contracts, World } from '../client/index.ts'
import { exactJson } from '../exact-json.ts'
import { leadToWorld } from './lead-to-world.ts'
import type { WorldWay } from './lead-to-world.ts'

export type { WorldWay } from './lead-to-world.ts'

/** How tests reach the stand-in: `use: { standin: { … } }` of Playwright's configuration, of a file or of a group. */
export interface StandinSettings {
  /**
   * The base URL of the stand-in.
   * @default 'http://127.0.0.1:4010'
   */
  readonly url?: string
  /** The admin token that it was started with. */
  readonly token?: string
  /**
   * The base URL that pages know it by, such as `http://localhost:5173/api` where a server of the application forwards
   * to it.
   * @default url
   */
  readonly pageUrl?: string
  /**
   * How the requests of pages name their world. `prefix` rewrites their URLs, and `header` adds `X-Standin-World`;
   * `cookie` sets the cookie `standin-world`, and leaves the requests alone.
   * @default 'prefix'
   */
  readonly way?: WorldWay
}

/** The fixtures that tests get. */
export interface StandinFixtures<Api extends ApiTypes = Contracts> {
  /** A world of the test's own, which is dropped at its end; its journal is attached to the report of a failed test. */
  readonly world: World<Api>
  /** How to reach the stand-in, an option. */
  readonly standin: StandinSettings
}

/** Fixtures for `test.extend` of `@playwright/test`. */
export type WorldFixtures<Api extends ApiTypes> = Fixtures<
  StandinFixtures<Api>,
  // No fixtures of workers.
  object,
  PlaywrightTestArgs
>

const DEFAULT_URL = 'http://127.0.0.1:4010'

/**
 * Returns fixtures that give each test a world of its own, and lead the pages of its browser context there. A test
 * fails at its start with `StandinClientError` where no stand-in responds.
 */
export function worldFixtures<Api extends ApiTypes = Contracts> (): WorldFixtures<Api> {
  return {
    standin: [{}, { option: true }],

    world: async ({ standin: { token, url = DEFAULT_URL } }, use, testInfo) => {
      await using world = await standin<Api>(url, { token }).world()
      await use(world)
      if (testInfo.status !== testInfo.expectedStatus) await attachJournal(testInfo, world)
    },

    context: async ({ context, standin: { pageUrl, url = DEFAULT_URL, way = 'prefix' }, world }, use) => {
      await leadToWorld(context, { url: pageUrl ?? url, way, world })
      await use(context)
    }
  }
}

/** Attaches the exchanges of a world, oldest first, and what is wrong with them. */
async function attachJournal<Api extends ApiTypes> (testInfo: TestInfo, world: World<Api>): Promise<void> {
  const journal = { world: world.name, verification: await world.verification(), requests: await world.requests() }
  await testInfo.attach('standin-journal.json', {
    body: exactJson.stringify(journal, 2),
    contentType: 'application/json'
  })
}
