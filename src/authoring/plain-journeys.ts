import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { findResponse } from '../validation/response-validator.ts'
import { arrange } from './arrange.ts'
import { bindNeeds } from './bind-needs.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { keepCreated } from './keep-created.ts'
import type { Scribe } from './scribe.ts'

/** Writes a journey in which an operation accepts a request; what it deletes is not found afterwards. */
export async function plainJourneys (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { creates, deletes, operation } = declared
  return await inWorld(author, async scribe => {
    const sent = await arrange(scribe, declared)
    if (sent === undefined || findResponse(operation, sent.response.status) === undefined) return undefined
    scribe.write(sent, operation.name)
    if (creates !== undefined) await keepCreated(scribe, sent, declared)
    if (deletes) await writeGone(scribe, declared)
    const { name } = operation
    return scribe.workflow(`${name}-accepted`, operation.definition.summary ?? `A request to ${name} is accepted.`)
  })
}

/** Writes that a deleted resource is not there any more. */
async function writeGone (scribe: Scribe, { find }: DeclaredOperation): Promise<void> {
  const [reader] = find === undefined ? [] : scribe.author.readersOf(find.type)
  const [draft] = reader === undefined ? [] : scribe.author.draftsOf(reader.operation)
  if (reader === undefined || reader.find?.isMany === true || draft === undefined) return
  const gone = await scribe.try(bindNeeds(draft, reader, scribe))
  if (gone.response.status >= 400) scribe.write(gone, 'gone', { 'x-standin-refusal': 'missing' })
}
