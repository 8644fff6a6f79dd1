import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { formatDuration } from '../worlds/duration.ts'
import { arrange } from './arrange.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { keepCreated } from './keep-created.ts'
import { setAt } from './request-draft.ts'

/** How long a callback is waited for, in milliseconds. */
const WITHIN_MS = 600_000

/** Writes a journey in which a callback comes after its operation. */
export async function callbackJourneys (author: JourneyAuthor, creator: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { operation } = creator
  const workflows: ArazzoWorkflow[] = []
  for (const [index, { expression, name }] of operation.callbacks.entries()) {
    const written = await inWorld(author, async scribe => {
      const sent = await arrange(scribe, creator)
      if (sent === undefined) return undefined
      const input = { type: 'string', format: 'uri', 'x-standin-value': 'callbackUrl' } as const
      const url = author.input('callbackUrl', input, scribe.target.callbackUrl)
      const draft = setAt(sent.draft, expression, url)
      const callback = { name, within: formatDuration(WITHIN_MS) }
      const step = await scribe.send(draft, operation.name, { 'x-standin-callback': callback })
      if (step.response.status >= 400) return undefined
      // Callbacks that the document describes and the stand-in does not send are no journey.
      if (await scribe.target.nextCallback(WITHIN_MS) === undefined) return undefined
      await keepCreated(scribe, step, creator)
      const suffix = index === 0 ? '' : `-${index + 1}`
      return scribe.workflow(`${operation.name}-${name}${suffix}`, `The callback ${name} comes (${expression}).`)
    })
    workflows.push(...written)
  }
  return workflows
}
