import { arrange } from './arrange.ts'
import type { Bound } from './bound.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { setAt, valueAt } from './request-draft.ts'
import type { Scribe, Sent } from './scribe.ts'

/** A request that was sent with an idempotency key. */
interface Keyed {
  readonly key: Bound
  readonly sent: Sent
}

/** Sends a request that an operation accepts, with a new key at each run. Returns `undefined` where it has no key. */
export async function sendKeyed (scribe: Scribe, declared: DeclaredOperation): Promise<Keyed | undefined> {
  const { idempotentBy, operation } = declared
  const arranged = await arrange(scribe, declared)
  const value = arranged && valueAt(arranged.draft, idempotentBy)
  if (arranged === undefined || typeof value !== 'string') return undefined
  const name = String(idempotentBy).replace(/^.*[./]/, '').replace(/\}$/, '')
  const key = scribe.author.input(name, { type: 'string', 'x-standin-value': 'uuid', default: value })
  return { key, sent: await scribe.send(setAt(arranged.draft, idempotentBy, key), operation.name) }
}
