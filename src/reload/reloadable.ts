import type { FastifyInstance } from 'fastify'
import { loadEdition } from '../apis/load-edition.ts'
import type { LoadedEdition } from '../apis/load-edition.ts'
import { withDefaults } from '../options.ts'
import type { StandinOptions } from '../options.ts'
import { createApp } from '../server.ts'
import { createState } from '../state.ts'
import { stopwatch } from '../worlds/clock.ts'
import { carryOver } from './carry-over.ts'
import { createShell } from './create-shell.ts'
import type { Dropped } from './dropped.ts'

/** What a reload has come to. */
export interface Reload {
  /** The operations that there were not before, by id. */
  readonly added: readonly string[]
  /** The operations that are no longer there, by id. */
  readonly gone: readonly string[]
  readonly dropped: readonly Dropped[]
  /** In milliseconds. */
  readonly tookMs: number
}

/** A stand-in that can read its files anew while it serves. */
export interface ReloadableStandin extends FastifyInstance {
  /**
   * Reads all files anew and serves what they say from then on. The state of the worlds is kept, but for what has nothing to belong to
   * any longer; requests in flight are answered by what was served when they came. Where something cannot be used it rejects with
   * `InvalidDocument`, with every mistake and its place, and all goes on as before.
   */
  reload (): Promise<Reload>
}

/** Builds a stand-in server as `createStandin` does, whose files can be read anew. */
export async function createReloadable (options: StandinOptions = {}): Promise<ReloadableStandin> {
  const resolved = withDefaults(options)
  let edition = await loadEdition(resolved)
  const state = createState(edition, resolved)
  let current = createApp(edition, state, resolved)

  const reload = async (): Promise<Reload> => {
    const startedAt = stopwatch()
    const next = await loadEdition(resolved)
    const app = createApp(next, state, resolved)
    await app.ready()
    // All at once: no request comes in between.
    const dropped = carryOver(state, next)
    const before = listIds(edition)
    const after = listIds(next)
    current = app
    edition = next
    return { added: after.filter(id => !before.includes(id)), gone: before.filter(id => !after.includes(id)), dropped, tookMs: stopwatch() - startedAt }
  }
  // One after the other: each ends with what the files say when it begins.
  let latest: Promise<unknown> = Promise.resolve()
  return Object.assign(createShell(() => current, resolved), {
    reload: () => {
      const reloaded = latest.then(reload)
      latest = reloaded.catch(() => {})
      return reloaded
    }
  })
}

function listIds ({ contracts }: LoadedEdition): string[] {
  return contracts.flatMap(({ operations }) => operations.map(({ id }) => id))
}
