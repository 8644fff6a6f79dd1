import { parseDuration } from '../worlds/duration.ts'
import { keyOf } from '../worlds/indexed-resources.ts'
import type { Evaluate, Scope, ScopeLimit } from './scope.ts'
import type { Usage, Window } from '../worlds/limit-verbs.ts'

/** A limit as a document declares it. */
export interface DeclaredLimit {
  /** `mews.requests` */
  readonly id: string
  readonly by: Evaluate
  readonly enabled: boolean
  readonly window: Window
}

/** Counts the uses of an API by a key, within a window that begins with the first use. */
export class Limit implements ScopeLimit {
  readonly declared: DeclaredLimit

  constructor (declared: DeclaredLimit) {
    this.declared = declared
  }

  /** Returns how many uses a window allows in this world. */
  max (scope: Scope): number {
    return this.#window(scope).max
  }

  /** Returns what is left, without counting; all uses where the request has no key. */
  usage (scope: Scope): Usage {
    const window = this.#window(scope)
    const key = this.declared.by(scope)
    if (key === undefined) return { allowed: true, remaining: window.max, reset: undefined }
    return scope.world.store.usage(this.declared.id, keyOf([key]), window, scope.now)
  }

  /** Counts one use and returns what is left; `undefined` where the limit is off or the request has no key. */
  count (scope: Scope): Usage | undefined {
    const { enabled = this.declared.enabled } = scope.world.settings.limits[this.declared.id] ?? {}
    if (!enabled) return undefined
    const key = this.declared.by(scope)
    if (key === undefined) return undefined
    return scope.world.store.count(this.declared.id, keyOf([key]), this.#window(scope), scope.now)
  }

  #window ({ world }: Scope): Window {
    const own = world.settings.limits[this.declared.id]
    const { max, ms } = this.declared.window
    if (own === undefined) return this.declared.window
    return { max: own.max ?? max, ms: own.per === undefined ? ms : parseDuration(own.per) ?? ms }
  }
}
