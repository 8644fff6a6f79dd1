import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { create } from './arrange.ts'
import { actual } from './bound.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { bodyExpression, findEqual } from './find-values.ts'
import { finish } from './finish.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import type { CreatedResource, Scribe } from './scribe.ts'

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
