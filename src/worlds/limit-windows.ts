import { BoundedMap } from './bounded-map.ts'
import type { LimitVerbs, Usage, Window } from './limit-verbs.ts'

/** The windows of limits, up to a number. Past it, the oldest is evicted. */
export class LimitWindows implements LimitVerbs {
  readonly #windows: Map<string, { readonly used: number, readonly reset: number }>

  constructor (max: number) {
    this.#windows = new BoundedMap(max)
  }

  count (limit: string, key: string, window: Window, now: number): Usage {
    const usage = this.usage(limit, key, window, now)
    if (!usage.allowed) return usage
    const reset = usage.reset ?? now + window.ms
    const used = window.max - usage.remaining + 1
    this.#windows.set(nameOf(limit, key), { used, reset })
    return { allowed: true, remaining: usage.remaining - 1, reset }
  }

  usage (limit: string, key: string, { max }: Window, now: number): Usage {
    const open = this.#windows.get(nameOf(limit, key))
    if (open === undefined || open.reset <= now) return { allowed: max > 0, remaining: max, reset: undefined }
    return { allowed: open.used < max, remaining: Math.max(0, max - open.used), reset: open.reset }
  }
}

function nameOf (limit: string, key: string): string {
  return `${limit} ${key}`
}
