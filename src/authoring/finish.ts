import type { DeclaredType } from './declared-operation.ts'
import { endOf } from './lifecycle-end.ts'
import type { LifecycleEnd } from './lifecycle-end.ts'
import { readStatus, writeStatus } from './read-status.ts'
import type { Scribe, Sent } from './scribe.ts'

/** The most polls of a job. */
const MAX_POLLS = 40

/** Waits until a job has ended, where something shows its status. */
export async function finish (scribe: Scribe, type: string): Promise<Sent | undefined> {
  const declared = scribe.author.typeOf(type)
  const [lifecycle] = declared?.lifecycles.values() ?? []
  if (declared === undefined || lifecycle === undefined) return undefined
  const end = endOf(declared, lifecycle)
  return end && await poll(scribe, declared, end)
}

/** Writes a step that asks for a job until it has a status. Returns `undefined` where nothing shows the status. */
export async function poll (
  scribe: Scribe,
  type: DeclaredType,
  { afterMs, shortestMs, status }: LifecycleEnd
): Promise<Sent | undefined> {
  await scribe.target.wait(afterMs)
  const sent = await readStatus(scribe, type, status)
  if (sent === undefined) return undefined
  const seconds = Math.max(shortestMs, afterMs / (MAX_POLLS / 2), 1) / 1_000
  const retryLimit = Math.ceil(afterMs / 1_000 / seconds) + 3
  const parts = afterMs === 0
    ? {}
    : { onFailure: [{ name: 'later', type: 'retry' as const, retryAfter: seconds, retryLimit }] }
  return writeStatus(scribe, sent, status, parts)
}
