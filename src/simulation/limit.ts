import type { Operation } from '../contract/contract.ts'
import { parseDuration } from '../worlds/duration.ts'
import { keyOf } from '../worlds/indexed-resources.ts'
import type { LimitUse, Quota, Usage } from '../worlds/limit-verbs.ts'
import type { Evaluate, Scope, ScopeLimit } from './scope.ts'
import type { LimitHeaders } from '../vocabulary/limit-words.ts'

/** A limit as a document declares it. */
export interface DeclaredLimit {
  /** `mews.requests` */
  readonly id: string
  /** `requests` */
  readonly name: string
  readonly by: Evaluate
  readonly enabled: boolean
  readonly quota: Quota
  /** The operations whose requests it counts. */
  readonly operations: readonly Operation[]
  /** The headers that tell clients what is left; empty for none. */
  readonly headers: readonly LimitHeaders[]
}

/** A limit of the uses of an API by a key: so many in a window that begins with the first, or a token bucket. */
export class Limit implements ScopeLimit {
  readonly declared: DeclaredLimit

  constructor (declared: DeclaredLimit) {
    this.declared = declared
  }

  /** Returns how many uses it allows in this world: those of a window, or a full bucket. */
  max (scope: Scope): number {
    const { burst, max } = this.quota(scope)
    return burst ?? max
  }

  /** Returns what is left, without counting; all uses where the request has no key. */
  usage (scope: Scope): Usage {
    const use = this.#useBy(scope)
    if (use !== undefined) return scope.world.store.usage(use, scope.now)
    return { allowed: true, remaining: this.max(scope), reset: undefined, retryAt: undefined }
  }

  /** Returns the use that a request makes of it; `undefined` where it is off or the request has no key. */
  useBy (scope: Scope): LimitUse | undefined {
    const { enabled = this.declared.enabled } = scope.world.settings.limits[this.declared.id] ?? {}
    return enabled ? this.#useBy(scope) : undefined
  }

  /** Returns how much it allows in this world. */
  quota ({ world }: Scope): Quota {
    const own = world.settings.limits[this.declared.id]
    if (own === undefined) return this.declared.quota
    const { burst, max, ms } = this.declared.quota
    return {
      max: own.max ?? max,
      ms: own.per === undefined ? ms : parseDuration(own.per) ?? ms,
      burst: own.burst ?? burst
    }
  }

  #useBy (scope: Scope): LimitUse | undefined {
    const key = this.declared.by(scope)
    if (key === undefined) return undefined
    return { limit: this.declared.id, key: keyOf([key]), quota: this.quota(scope) }
  }
}
