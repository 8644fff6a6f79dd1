import { setTimeout } from 'node:timers/promises'

/** How long a condition may take to hold, in milliseconds. */
const LIMIT_MS = 30_000

/** Resolves once a condition holds that nothing tells of; it is asked for again and again. */
export async function until (holds: () => boolean | Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + LIMIT_MS
  while (!await holds()) {
    if (Date.now() > endsAt) throw new Error(`It does not come to hold: ${String(holds)}`)
    await setTimeout(5)
  }
}
