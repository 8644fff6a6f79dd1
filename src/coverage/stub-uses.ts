import { hash } from 'node:crypto'
import { exactJson } from '../exact-json.ts'
import { maskStub } from '../journal/mask-stub.ts'
import { replayStubs } from '../scenarios/replay-name.ts'
import type { Stub } from '../scenarios/stub.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { ObservedWorld } from '../worlds/observers.ts'

/** How many different stubs are kept. */
const MAX_STUBS = 1_000

/** How many worlds are kept of one stub. */
const MAX_WORLDS = 1_000

/** Stubs of any worlds that are the same, as those of one scenario are. */
export interface StubUse {
  readonly key: string
  readonly operation: string
  readonly message: string
  /** Whether any of them responded. */
  isUsed: boolean
  count: number
  /** Whether any of them responded, by the name of their world. */
  readonly worlds: Map<string, boolean>
}

/** Records which stubs have responded to a request. */
export class StubUses {
  readonly #uses: Map<string, StubUse>
  /** How many stubs are not kept. */
  leftOut = 0

  constructor (uses: Iterable<StubUse> = []) {
    this.#uses = new Map()
    for (const use of uses) this.#uses.set(use.key, { ...use, worlds: new Map(use.worlds) })
  }

  /** Records the stubs of a world that have these ids, or all of them. */
  record ({ name, store }: ObservedWorld, ids?: readonly string[]): void {
    const replayed = replayStubs({ store })
    // A cast: the stubs of a world are those that scenarios and the admin API have parsed.
    const stubs = store.stubs() as readonly Stub[]
    for (const stub of stubs) {
      const isMeant = ids === undefined || ids.includes(stub.id)
      if (isMeant && !replayed.has(stub.id)) this.#add(stub, name)
    }
  }

  list (): readonly StubUse[] {
    return [...this.#uses.values()]
  }

  #add ({ credentials, given, operation, used }: Stub, world: string): void {
    const key = hash('sha256', exactJson.stringify([operation, given])).slice(0, 16)
    let use = this.#uses.get(key)
    if (use === undefined) {
      if (this.#uses.size >= MAX_STUBS) {
        this.leftOut++
        return
      }
      const message = describe(operation, maskStub(given, credentials))
      use = { key, operation, message, isUsed: false, count: 0, worlds: new Map() }
      this.#uses.set(key, use)
    }
    const isUsed = used > 0
    use.isUsed ||= isUsed
    use.count++
    if (use.worlds.has(world) || use.worlds.size < MAX_WORLDS) use.worlds.set(world, use.worlds.get(world) || isUsed)
  }
}

function describe (operation: string, { operation: _operation, ...shown }: Stub['given']): string {
  return `No request used the stub for ${operation}: ${shortJson(shown, undefined)}`
}
