import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { unbound } from './request-draft.ts'

/** Writes a journey in which the credential of a request is none of those that are accepted. */
export async function credentialJourneys (
  author: JourneyAuthor,
  { operation }: DeclaredOperation
): Promise<ArazzoWorkflow[]> {
  const [draft] = author.draftsOf(operation)
  const schemes = (operation.security[0] ?? []).map(({ name }) => name)
  const [name] = [...Object.keys(author.api.credentials), ...schemes]
  if (draft === undefined || name === undefined) return []
  const settings = { credentials: { [`${operation.api}.${name}`]: ['another-credential'] } }
  return await inWorld(author, async scribe => {
    const sent = await scribe.try(unbound(draft))
    const { status } = sent.response
    if (![401, 403].includes(status) || findResponse(operation, status) === undefined) return undefined
    scribe.write(sent, 'unknown-credential', { 'x-standin-refusal': 'unauthorized' })
    return scribe.workflow(`${operation.name}-unknown-credential`, `A credential is not accepted (${status}).`)
  }, { settings })
}
