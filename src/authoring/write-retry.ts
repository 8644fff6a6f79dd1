import type { ArazzoAction } from '../journeys/arazzo.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Scribe } from './scribe.ts'

/** Waits as long as the refusal says, once or twice. */
const AS_TOLD: ArazzoAction = { name: 'as-told', type: 'retry', retryAfter: 1, retryLimit: 3 }

/** Writes a step that waits as long as a refusal told, and is accepted then. */
export async function writeRetry (scribe: Scribe, draft: RequestDraft, retryAfter: unknown): Promise<void> {
  if (retryAfter === undefined) return
  await scribe.target.wait(Number(retryAfter) * 1_000)
  const sent = await scribe.try(draft)
  if (sent.response.status < 400) scribe.write(sent, 'as-told', { onFailure: [AS_TOLD] })
}
