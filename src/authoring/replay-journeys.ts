import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { arrange } from './arrange.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { setAt, valueAt } from './request-draft.ts'

/** Writes a journey in which a request with the key of another gets the response of that one again. */
export async function replayJourneys (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { idempotentBy, operation } = declared
  if (idempotentBy === undefined) return []
  return await inWorld(author, async scribe => {
    const sent = await arrange(scribe, declared)
    const key = sent && valueAt(sent.draft, idempotentBy)
    if (sent === undefined || typeof key !== 'string') return undefined
    const name = String(idempotentBy).replace(/^.*[./]/, '').replace(/\}$/, '')
    const bound = author.input(name, { type: 'string', 'x-standin-value': 'uuid', default: key })
    const draft = setAt(sent.draft, idempotentBy, bound)
    const first = await scribe.send(draft, operation.name)
    const body = scribe.output(first, 'body', '$response.body', first.body)
    const again = await scribe.send(draft, 'replay', { 'x-standin-refusal': 'replay' })
    if (first.body !== undefined) scribe.expect(again, `$response.body == ${body.expression}`)
    return scribe.workflow(`${operation.name}-replay`, 'A request with the same key gets the same response.')
  })
}
