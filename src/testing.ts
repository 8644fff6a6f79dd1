import { standin } from './client/index.ts'
import type { ApiTypes, Contracts, StandinServer, World } from './client/index.ts'
import { createStandin } from './server.ts'
import { trustingFetch } from './tls/trusting-fetch.ts'
import type { StandinOptions } from './standin-options.ts'

/** A test of tap (with `teardown`), of node:test (with `after`) or of vitest (with `onTestFinished`). */
export type TestContext =
  | { teardown (close: () => Promise<void>): unknown }
  | { after (close: () => Promise<void>): unknown }
  | { onTestFinished (close: () => Promise<void>): unknown }

/** A stand-in that runs within the process of the tests. */
export interface StartedStandin<Api extends ApiTypes = Contracts> {
  /** The base URL of its first world, for the code under test. */
  readonly url: string
  /** The certificate of the authority that clients of `tls: true` are to trust, as PEM; its own client does. */
  readonly ca: string | undefined
  /** Its first world. */
  readonly world: World<Api>
  /** The server, which has further worlds, so that tests can share it. */
  readonly server: StandinServer<Api>
  /** Stops it. `await using` does so at the end of the block. */
  close (): Promise<void>
  [Symbol.asyncDispose] (): Promise<void>
}

type Close = () => Promise<void>

/**
 * Starts a stand-in on a free port of this machine. It stops when the given test ends, or else by `close`.
 * Rejects as `createStandin` does where a document or an option cannot be used.
 */
export async function startStandin<Api extends ApiTypes = Contracts> (
  options?: StandinOptions
): Promise<StartedStandin<Api>>
export async function startStandin<Api extends ApiTypes = Contracts> (
  test: TestContext,
  options?: StandinOptions
): Promise<StartedStandin<Api>>
export async function startStandin<Api extends ApiTypes = Contracts> (
  first: TestContext | StandinOptions = {},
  second?: StandinOptions
): Promise<StartedStandin<Api>> {
  const onEnd = onEndOf(first)
  // A cast: what is not a test is options, whose names are checked.
  const options = onEnd === undefined ? first as StandinOptions : second ?? {}
  const app = await createStandin(options)
  const close: Close = async () => { await app.close() }
  try {
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const ca = app.certificate?.authority
    const server = standin<Api>(url, { token: options.adminToken, ...ca !== undefined && { fetch: trustingFetch(ca) } })
    const world = await server.world()
    onEnd?.(close)
    return { url: world.url, ca, world, server, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * Returns the function that calls back when a test ends; `undefined` where options were given instead of a
 * test.
 */
function onEndOf (test: TestContext | StandinOptions): ((close: Close) => unknown) | undefined {
  if ('teardown' in test) return close => test.teardown(close)
  if ('after' in test) return close => test.after(close)
  return 'onTestFinished' in test ? close => test.onTestFinished(close) : undefined
}
