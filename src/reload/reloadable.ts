import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadDefinitions } from '../load-definitions.ts'
import type { LoadedDefinitions } from '../load-definitions.ts'
import { withDefaults } from '../options.ts'
import type { ResolvedOptions } from '../options.ts'
import { createApp } from '../server.ts'
import { createState } from '../state.ts'
import { stopwatch } from '../worlds/clock.ts'
import { createReloadProxy } from './reload-proxy.ts'
import type { Dropped } from './migrate-state.ts'
import { stateOf } from './sources.ts'
import type { FileState, Sources } from './sources.ts'
import type { StandinOptions } from '../standin-options.ts'

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
  /** What is served was read from, and what the latest reload has looked at. */
  sources (): Sources
}

/** Builds a stand-in server as `createStandin` does, whose files can be read anew. */
export async function createReloadable (options: StandinOptions = {}): Promise<ReloadableStandin> {
  const resolved = withDefaults(options)
  const looked = new Map<string, FileState>()
  let served = await load(resolved, looked)
  const state = createState(served.definitions, resolved)
  let app = await createApp(served.definitions, state, resolved)

  const reload = async (): Promise<Reload> => {
    const startedAt = stopwatch()
    looked.clear()
    const next = await load(resolved, looked)
    const nextApp = await createApp(next.definitions, state, resolved)
    await nextApp.ready()
    // What reads stubs and settings is not needed before the first reload.
    const { migrateState } = await import('./migrate-state.ts')
    const changes = { ...compare(served.definitions, next.definitions), dropped: migrateState(state, next.definitions) }
    // At once: no request comes in between.
    app = nextApp
    served = next
    return { ...changes, tookMs: stopwatch() - startedAt }
  }
  // One after the other: each ends with what the files say when it begins.
  let latest: Promise<unknown> = Promise.resolve()
  return Object.assign(createReloadProxy(() => app, resolved), {
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

/** Loads an edition; `looked` comes to hold what it was read from, as far as that went, each as it stood then. */
async function load (options: ResolvedOptions, looked: Map<string, FileState>): Promise<Loaded> {
  const definitions = await loadDefinitions(options, path => { looked.set(resolve(path), stateOf(path)) })
  return { definitions, paths: new Set(looked.keys()) }
}

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
