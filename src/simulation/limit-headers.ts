import type { Headers } from '../messages/message.ts'
import type { Usage } from '../worlds/limit-verbs.ts'
import type { Limit } from './limit.ts'
import type { Scope } from './scope.ts'
import type { LimitHeaders } from '../vocabulary/limit-words.ts'

interface Counted {
  readonly limit: Limit
  readonly usage: Usage
}

/**
 * Returns the headers of the limits that count a request: `RateLimit` and `RateLimit-Policy`
 * (draft-ietf-httpapi-ratelimit-headers-10) list all of them; `X-RateLimit-Limit`, `-Remaining` and `-Reset` (in
 * seconds since 1970) are about the one of which the least is left.
 */
export function limitHeaders (limits: readonly Limit[], scope: Scope): Headers {
  const counted: Counted[] = []
  for (const limit of limits) {
    const use = limit.useBy(scope)
    if (use !== undefined) counted.push({ limit, usage: scope.world.store.usage(use, scope.now) })
  }
  return {
    ...draftHeaders(counted.filter(has('RateLimit')), scope),
    ...usualHeaders(counted.filter(has('X-RateLimit')), scope)
  }
}

function has (headers: LimitHeaders): (counted: Counted) => boolean {
  return ({ limit }) => limit.declared.headers.includes(headers)
}

function draftHeaders (counted: readonly Counted[], scope: Scope): Headers {
  if (counted.length === 0) return {}
  const policies = counted.map(({ limit }) => {
    const { max, ms } = limit.quota(scope)
    return `${quote(limit.declared.name)};q=${max};w=${Math.ceil(ms / 1_000)}`
  })
  const left = counted.map(({ limit, usage: { remaining, reset } }) => {
    const time = reset === undefined ? '' : `;t=${Math.ceil((reset - scope.now) / 1_000)}`
    return `${quote(limit.declared.name)};r=${remaining}${time}`
  })
  return { 'ratelimit-policy': policies.join(', '), ratelimit: left.join(', ') }
}

function usualHeaders (counted: readonly Counted[], scope: Scope): Headers {
  const [least] = counted.toSorted((a, b) => a.usage.remaining - b.usage.remaining)
  if (least === undefined) return {}
  const { limit, usage: { remaining, reset = scope.now } } = least
  return {
    'x-ratelimit-limit': String(limit.max(scope)),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil(reset / 1_000))
  }
}

/** Writes a name as a string of structured fields, which are of ASCII (RFC 9651, section 3.3.3). */
function quote (name: string): string {
  return `"${name.replace(/[^ -~]/g, '_').replace(/["\\]/g, '\\$&')}"`
}
