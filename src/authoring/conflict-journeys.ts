import { isDeepStrictEqual } from 'node:util'
import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { findResponse } from '../validation/response-validator.ts'
import { bindNeeds } from './bind-needs.ts'
import { actual } from './bound.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { setAt } from './request-draft.ts'
import { sendKeyed } from './send-keyed.ts'

/** A key that no journey has used. */
const OTHER_KEY = '00000000-0000-4000-8000-000000000000'

/** Writes a journey in which a request with another body is refused, because it has the key of one before. */
export async function conflictJourneys (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { hasConflicts, idempotentBy, operation } = declared
  if (!hasConflicts) return []
  return await inWorld(author, async scribe => {
    const keyed = await sendKeyed(scribe, declared)
    if (keyed === undefined) return undefined
    for (const draft of author.draftsOf(operation)) {
      const other = setAt(bindNeeds(draft, declared, scribe), idempotentBy, keyed.key)
      if (isDeepStrictEqual(actual(other.body), actual(keyed.sent.draft.body))) continue
      const refused = await scribe.try(other)
      const { status } = refused.response
      if (status < 400 || status >= 500 || findResponse(operation, status) === undefined) continue
      // With a key of its own it is accepted: it was refused for the key alone.
      const accepted = await scribe.try(setAt(other, idempotentBy, OTHER_KEY))
      if (accepted.response.status >= 400) continue
      scribe.write(refused, 'conflict', { 'x-standin-refusal': 'conflict' })
      return scribe.workflow(`${operation.name}-conflict`, 'Another request with the same key is refused.')
    }
    return undefined
  })
}
