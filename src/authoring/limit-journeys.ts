import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import type { DeclaredLimit, DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { writeRetry } from './write-retry.ts'

/** How many requests a limit allows in its journey. */
const ALLOWED = 2

/** Writes a journey in which a limit refuses requests, and accepts them when it has told that it would. */
export async function limitJourneys (author: JourneyAuthor, limit: DeclaredLimit): Promise<ArazzoWorkflow[]> {
  const isCounted = ({ operation: { name } }: DeclaredOperation): boolean => limit.operations?.includes(name) ?? true
  const settings = { limits: { [limit.name]: { enabled: true, max: ALLOWED } } }
  for (const declared of author.api.operations.filter(isCounted)) {
    const written = await inWorld(author, async scribe => {
      const { operation } = declared
      const [draft] = author.draftsOf(operation)
      if (draft === undefined) return undefined
      for (let count = 0; count < ALLOWED; count++) await scribe.send(draft, operation.name)
      const refused = await scribe.send(draft, 'one-too-many', { 'x-standin-refusal': 'limit' })
      if (refused.response.status !== 429) return undefined
      await writeRetry(scribe, draft, refused.response.headers['retry-after'])
      const name = limit.name.slice(limit.name.indexOf('.') + 1)
      return scribe.workflow(`limit-${name}`, `The limit ${name} refuses requests past ${ALLOWED}, until it says.`)
    }, { settings })
    const [workflow] = written
    if (workflow !== undefined) return [workflow]
  }
  return []
}
