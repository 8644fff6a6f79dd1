import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { arrange, create } from './arrange.ts'
import { actual } from './bound.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { bodyExpression, findEqual } from './find-value.ts'
import { finish } from './finish.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { setAt, valueAt } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'
import type { CreatedResource, Scribe } from './scribe.ts'
import { writeRetry } from './write-retry.ts'

/** Writes a journey in which a second request is refused, or gets the running resource, while the first one runs. */
export async function duplicateJourneys (author: JourneyAuthor, creator: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { operation, unique } = creator
  if (unique === undefined) return []
  return await inWorld(author, async scribe => {
    const first = await create(scribe, creator)
    if (first === undefined) return undefined
    const again = await scribe.send(first.sent.draft, 'duplicate')
    if (unique.reuses) {
      const found = findEqual(again.body, actual(first.id), undefined)
      if (found === undefined || first.id === undefined) return undefined
      scribe.expect(again, `${bodyExpression(found.pointer)} == $steps.${first.sent.step.stepId}.outputs.id`)
      return scribe.workflow(`${operation.name}-again`, 'A second request gets the resource that is running.')
    }
    if (again.response.status < 400) return undefined
    again.step['x-standin-refusal'] = 'duplicate'
    await writeRecovery(scribe, first)
    return scribe.workflow(`${operation.name}-duplicate`, 'A duplicate is refused until the first one has ended.')
  })
}

/** Writes that the request is accepted again once the first job has ended. */
async function writeRecovery (scribe: Scribe, { sent, type }: CreatedResource): Promise<void> {
  if (await finish(scribe, type) === undefined) return
  const later = await scribe.try(sent.draft)
  if (later.response.status < 400) scribe.write(later, 'afterwards')
}

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
