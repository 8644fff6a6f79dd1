import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadDefinitions } from '../load-definitions.ts'
import type { LoadedDefinitions } from '../load-definitions.ts'
import { withDefaults } from '../options.ts'
import type { ResolvedOptions } from '../options.ts'
import { createApp, withCertificate } from '../server.ts'
import { createKeptState } from '../state.ts'
import { stopwatch } from '../worlds/clock.ts'
import { createReloadProxy } from './reload-proxy.ts'
import type { Dropped } from '../migration/migrate-world.ts'
import { stateOf } from './sources.ts'
import type { FileState, Sources } from './sources.ts'
import type { StandinOptions } from '../standin-options.ts'

/** The result of a reload. */
export interface Reload {
  /** The ids of the operations that are new. */
  readonly added: readonly string[]
  /** The ids of the operations that are no longer declared. */
  readonly gone: readonly string[]
  /** The state of worlds that no longer belongs to anything. */
  readonly dropped: readonly Dropped[]
  /** The time it took, in milliseconds. */
  readonly tookMs: number
}

/** A stand-in that can reload its files while it serves. */
export interface ReloadableStandin extends FastifyInstance {
  /**
   * Reloads all files and serves them from then on. The state of the worlds is kept, except what no longer
   * belongs to anything. Requests in flight are answered by what was served when they came.
   * Rejects with `InvalidDocument`, which has every mistake and its place, or with `UnknownScenario`; then
   * nothing changes.
   */
  reload (): Promise<Reload>
  /** Returns what is served was read from, and what the latest reload tried to read. */
  sources (): Sources
}

/**
 * Builds a stand-in server as `createStandin` does, whose files can be reloaded. Rejects as `createStandin`
 * does.
 */
export async function createReloadable (options: StandinOptions = {}): Promise<ReloadableStandin> {
  const resolved = await withCertificate(withDefaults(options))
  const looked = new Map<string, FileState>()
  let served = await load(resolved, looked)
  const state = await createKeptState(served.definitions, resolved)
  let app = await createApp(served.definitions, state, resolved)

  const reload = async (): Promise<Reload> => {
    const startedAt = stopwatch()
    looked.clear()
    const next = await load(resolved, looked)
    const nextApp = await createApp(next.definitions, state, resolved)
    await nextApp.ready()
    // The parsers of stubs and settings are not needed before the first reload.
    const { migrateState } = await import('./migrate-state.ts')
    const changes = compare(served.definitions, next.definitions)
    const dropped = migrateState(state, next.definitions)
    // In the same step as the migration: no request comes in between.
    app = nextApp
    served = next
    return { ...changes, dropped, tookMs: stopwatch() - startedAt }
  }
  // Reloads run one after the other, so that each serves what the files say when it starts.
  let latest: Promise<unknown> = Promise.resolve()
  const proxy = createReloadProxy(() => app, resolved)
  const { keeper } = state
  if (keeper?.replicas !== undefined) {
    const { joinReplicas } = await import('../apis/share-worlds.ts')
    joinReplicas(proxy, { keeper, replicas: keeper.replicas }, resolved)
  }
  if (resolved.certificate !== undefined) {
    const { keepRenewed } = await import('../apis/keep-renewed.ts')
    keepRenewed(proxy, resolved.certificate, resolved)
  }
  return Object.assign(proxy, {
    reload: () => {
      const reloaded = latest.then(reload)
      latest = reloaded.catch(() => {})
      return reloaded
    },
    sources: () => ({
      paths: new Set([...served.paths, ...looked.keys()]),
      trees: resolved.fixtures === undefined ? [] : [resolve(resolved.fixtures)],
      states: new Map(looked)
    })
  })
}

interface Loaded {
  readonly definitions: LoadedDefinitions
  readonly paths: ReadonlySet<string>
}

/**
 * Loads definitions, and adds to `looked` each path that was read, with its state just before; also where
 * loading fails.
 */
async function load (options: ResolvedOptions, looked: Map<string, FileState>): Promise<Loaded> {
  const definitions = await loadDefinitions(options, path => { looked.set(resolve(path), stateOf(path)) })
  return { definitions, paths: new Set(looked.keys()) }
}

/** Returns the operations that came and went. */
function compare (definitions: LoadedDefinitions, next: LoadedDefinitions): Pick<Reload, 'added' | 'gone'> {
  const before = listIds(definitions)
  const after = listIds(next)
  return {
    added: after.filter(id => !before.includes(id)),
    gone: before.filter(id => !after.includes(id))
  }
}

function listIds ({ contracts }: LoadedDefinitions): string[] {
  return contracts.flatMap(({ operations }) => operations.map(({ id }) => id))
}
