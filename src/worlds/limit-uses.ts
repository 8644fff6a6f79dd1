import { BoundedMap } from './bounded-map.ts'
import type { LimitUse, LimitVerbs, Quota, Usage } from './limit-verbs.ts'
import type { Recorder } from './recorder.ts'
import { shortKey } from './short-key.ts'
import type { LimitUsed, Snapshot } from './snapshot.ts'

/** Makes up for what divisions lose, in tokens. */
const ROUNDING = 1e-6

/** The uses of limits, of up to a number of keys. Past it, the oldest is evicted. */
export class LimitUses implements LimitVerbs {
  readonly #uses: BoundedMap<string, LimitUsed>
  #recorder: Recorder | undefined

  constructor (max: number) {
    this.#uses = new BoundedMap(max)
  }

  /** Tells a recorder of every change from now on; `undefined` ends that. */
  recordTo (recorder: Recorder | undefined): void {
    this.#recorder = recorder
    this.#uses.evicted = recorder && (name => recorder.changed('limits', name, undefined))
  }

  count (uses: readonly LimitUse[], now: number): readonly Usage[] {
    const before = uses.map(use => this.usage(use, now))
    if (before.some(({ allowed }) => !allowed)) return before
    return uses.map(use => {
      const name = nameOf(use)
      const used = addUse(this.#uses.get(name), use.quota, now)
      this.#uses.set(name, used)
      this.#recorder?.changed('limits', name, used)
      return { ...this.usage(use, now), allowed: true, retryAt: undefined }
    })
  }

  snapshot (): Snapshot['limits'] {
    return [...this.#uses]
  }

  restore (limits: Snapshot['limits']): void {
    for (const [name, used] of limits) this.#uses.set(name, used)
  }

  usage (use: LimitUse, now: number): Usage {
    const { quota } = use
    const open = this.#uses.get(nameOf(use))
    const reset = open === undefined || open.reset <= now ? undefined : open.reset
    if (quota.burst !== undefined) return usageOfBucket(reset, quota, quota.burst, now)
    const used = reset === undefined ? 0 : open?.used ?? 0
    const allowed = used < quota.max
    return { allowed, remaining: Math.max(0, quota.max - used), reset, retryAt: allowed ? undefined : reset }
  }
}

/** Adds a use that is allowed. */
function addUse (open: LimitUsed | undefined, { burst, max, ms }: Quota, now: number): LimitUsed {
  const isNew = open === undefined || open.reset <= now
  if (burst !== undefined) return { used: 0, reset: (isNew ? now : open.reset) + ms / max }
  return isNew ? { used: 1, reset: now + ms } : { used: open.used + 1, reset: open.reset }
}

/**
 * Returns what is left of a token bucket, which follows from when it is full: each token takes the same time (GCRA, as
 * ITU-T I.371 calls it).
 */
function usageOfBucket (reset: number | undefined, { max, ms }: Quota, burst: number, now: number): Usage {
  if (max === 0) return { allowed: false, remaining: 0, reset: undefined, retryAt: undefined }
  const full = reset ?? now
  const perToken = ms / max
  const missing = full === now ? 0 : (full - now) / perToken
  const remaining = Math.max(0, Math.floor(burst - missing + ROUNDING))
  const allowed = remaining > 0
  return { allowed, remaining, reset, retryAt: allowed ? undefined : full - (burst - 1) * perToken }
}

function nameOf ({ key, limit }: LimitUse): string {
  return `${limit} ${shortKey(key)}`
}
