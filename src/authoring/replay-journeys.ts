import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { sendKeyed } from './send-keyed.ts'

/** Writes a journey in which a request with the key of another gets the response of that one again. */
export async function replayJourneys (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { idempotentBy, operation } = declared
  if (idempotentBy === undefined) return []
  return await inWorld(author, async scribe => {
    const keyed = await sendKeyed(scribe, declared)
    if (keyed === undefined) return undefined
    const { sent } = keyed
    const body = scribe.output(sent, 'body', '$response.body', sent.body)
    const again = await scribe.send(sent.draft, 'replay', { 'x-standin-refusal': 'replay' })
    if (sent.body !== undefined) scribe.expect(again, `$response.body == ${body.expression}`)
    return scribe.workflow(`${operation.name}-replay`, 'A request with the same key gets the same response.')
  })
}
