import type { Callbacks } from '../callbacks/callbacks.ts'
import { listDeclaredCallbacks } from '../callbacks/declared-callbacks.ts'
import { documentDigests } from '../dumps/document-digests.ts'
import { DUMP_FORMAT, DUMP_VERSION } from '../dumps/dump.ts'
import { toCallbacksSnapshot, toSnapshot } from '../dumps/from-dump.ts'
import { exactJson } from '../exact-json.ts'
import { InvalidStub } from '../errors.ts'
import { createMigration } from '../migration/migrate-world.ts'
import type { Dropped, MigrationTarget } from '../migration/migrate-world.ts'
import { parseKeptStub } from '../scenarios/parse-kept-stub.ts'
import type { KeptStub } from '../scenarios/parse-kept-stub.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import { HEAD_KEY } from './kept-state.ts'
import { listParts } from './list-parts.ts'
import { readParts } from './read-parts.ts'
import type { KeptPart } from './storage.ts'
import type { WorldRecording } from './world-recording.ts'

export type KeptDefinitions = MigrationTarget

/** The documents that worlds are kept for, and whom to tell of what was dropped. */
export interface KeptWorldsUse {
  readonly definitions: KeptDefinitions
  readonly version: string
  dropped (parts: readonly Dropped[]): void
}

export interface KeptWorldsState {
  readonly worlds: Worlds
  callbacksOf (world: World): Callbacks
}

/** Converts worlds to the parts by which they are kept, and back. */
export interface KeptWorlds {
  /** Has a recording keep that a world is now one of these documents. */
  migrated (world: World, recording: WorldRecording): void
  /** Has a recording save all of a world that begins. */
  begin (world: World, recording: WorldRecording): void
  /**
   * Adds a world that goes on as its parts have it, and has it recorded. Throws `StoredWorldUnreadable` or
   * `ResourcesFull`.
   */
  load (name: string, parts: readonly KeptPart[], record: (world: World) => WorldRecording): void
}

/** Creates the conversion of worlds for definitions. */
export function createKeptWorlds (use: KeptWorldsUse, { callbacksOf, worlds }: KeptWorldsState): KeptWorlds {
  const { definitions, version } = use
  const { contracts, rowFiles, simulations } = definitions
  const served = contracts.flatMap(contract => contract.operations)
  const operations = new Map(served.map(operation => [operation.id, operation]))
  const parseStub = createStubParser(served, simulations, rowFiles.folder)
  const documents = documentDigests(contracts)
  const migrate = createMigration(definitions)

  /** Parses the stubs of a world; tells of those that are no longer valid. */
  const parseStubs = (name: string, stubs: readonly KeptStub[]): Stub[] => {
    const parsed: Stub[] = []
    for (const stub of stubs) {
      try {
        parsed.push(parseKeptStub(stub, parseStub))
      } catch (error) {
        if (!(error instanceof InvalidStub)) throw error
        use.dropped([{ kind: 'stub', of: String(stub.given.operation), world: name, reason: error.message }])
      }
    }
    return parsed
  }

  const headOf = ({ locale, name, seedText: seed }: World): KeptPart[] => {
    const head = {
      format: DUMP_FORMAT,
      version: DUMP_VERSION,
      standin: version,
      documents,
      world: name,
      seed,
      locale
    }
    return [[HEAD_KEY, exactJson.stringify(head)]]
  }

  return {
    migrated: (world, recording) => recording.renew(headOf(world)),

    begin: (world, recording) => {
      recording.begin(headOf(world))
      for (const [kind, key, value] of listParts(world.store.snapshot(), callbacksOf(world).snapshot())) {
        recording.changed(kind, key, value)
      }
    },

    load: (name, parts, record) => {
      const { clock, dump } = readParts(name, parts)
      const snapshot = toSnapshot(dump, parseStubs(name, dump.stubs), operations)
      const callbacks = toCallbacksSnapshot(dump, operations)
      const declared = listDeclaredCallbacks(simulations, rowFiles)
      const isOfOthers = exactJson.stringify(dump.documents) !== exactJson.stringify(documents)
      worlds.adopt(name, { seedText: dump.seed, locale: dump.locale }, world => {
        const recording = record(world)
        recording.load(() => {
          world.store.restore(snapshot)
          world.clock.restore(clock)
        })
        callbacksOf(world).restore(callbacks, declared)
        if (!isOfOthers) return
        use.dropped(migrate(world, callbacksOf(world)))
        recording.renew(headOf(world))
      })
    }
  }
}
