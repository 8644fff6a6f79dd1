import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { create } from './arrange.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { setAt } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Scribe } from './scribe.ts'
import { writeRetry } from './write-retry.ts'

/** The most resources that a journey creates to fill a capacity. */
const MAX_CAPACITY = 10

/** Writes a journey in which as many jobs run as may, and one more is refused until it has room. */
export async function capacityJourneys (author: JourneyAuthor, creator: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { capacity, operation } = creator
  if (capacity === undefined || capacity.max > MAX_CAPACITY) return []
  return await inWorld(author, async scribe => {
    const first = await create(scribe, creator)
    if (first === undefined) return undefined
    for (let count = 1; count < capacity.max; count++) {
      const sent = await scribe.send(another(scribe, first.sent.draft, creator), `${operation.name}-${count + 1}`)
      if (sent.response.status >= 400) return undefined
    }
    const last = another(scribe, first.sent.draft, creator)
    const refused = await scribe.send(last, 'one-too-many', { 'x-standin-refusal': 'limit' })
    if (refused.response.status < 400) return undefined
    await writeRetry(scribe, last, refused.response.headers['retry-after'])
    return scribe.workflow(`${operation.name}-capacity`, `No more than ${capacity.max} run at once.`)
  })
}

/** Returns a request for another resource than a first one. */
function another (scribe: Scribe, draft: RequestDraft, { unique }: DeclaredOperation): RequestDraft {
  let changed = draft
  for (const expression of Object.values(unique?.where ?? {})) {
    const value = scribe.author.otherValue(draft, expression)
    if (value !== undefined) changed = setAt(changed, expression, value)
  }
  return changed
}
