import { standin } from './client/index.ts'
import type { ApiTypes, Contracts, StandinServer, World } from './client/index.ts'
import { createStandin } from './server.ts'
import type { StandinOptions } from './standin-options.ts'

/** A test of tap (`teardown`), of node:test (`after`) or of vitest (`onTestFinished`). */
export type TestContext =
  | { teardown (close: () => Promise<void>): unknown }
  | { after (close: () => Promise<void>): unknown }
  | { onTestFinished (close: () => Promise<void>): unknown }

/** A stand-in that runs within the process of the tests. */
export interface StartedStandin<Api extends ApiTypes = Contracts> {
  /** The base URL of its first world, for the code under test. */
  readonly url: string
  /** Its first world. */
  readonly world: World<Api>
  /** For further worlds, so that tests can share the server. */
  readonly server: StandinServer<Api>
  /** Stops it. `await using` does it at the end of the block. */
  close (): Promise<void>
  [Symbol.asyncDispose] (): Promise<void>
}

/**
 * Starts a stand-in on a free port of this machine. It stops when the test ends that it is given, or else by `close`.
 * Rejects as `createStandin` does where a document or an option cannot be used.
 */
export async function startStandin<Api extends ApiTypes = Contracts> (options?: StandinOptions): Promise<StartedStandin<Api>>
export async function startStandin<Api extends ApiTypes = Contracts> (test: TestContext, options?: StandinOptions): Promise<StartedStandin<Api>>
export async function startStandin<Api extends ApiTypes = Contracts> (first: TestContext | StandinOptions = {}, second?: StandinOptions): Promise<StartedStandin<Api>> {
  const onEnd = endOf(first)
  // What is no test is options; an option that there is not is refused by name.
  const options = onEnd === undefined ? first as StandinOptions : second ?? {}
  const app = await createStandin(options)
  const close = async (): Promise<void> => { await app.close() }
  try {
    const server = standin<Api>(await app.listen({ host: '127.0.0.1', port: 0 }), { token: options.adminToken })
    const world = await server.world()
    onEnd?.(close)
    return { url: world.url, world, server, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

function endOf (test: TestContext | StandinOptions): ((close: () => Promise<void>) => unknown) | undefined {
  if ('teardown' in test) return close => test.teardown(close)
  if ('after' in test) return close => test.after(close)
  return 'onTestFinished' in test ? close => test.onTestFinished(close) : undefined
}
