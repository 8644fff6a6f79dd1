import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import type { WorldSetup } from '../journeys/target.ts'
import { findResponse } from '../validation/response-validator.ts'
import { arrange } from './arrange.ts'
import { actual } from './bound.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { inWorld } from './in-world.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { stepName, unbound, valueAt } from './request-draft.ts'
import type { RequestDraft } from './request-draft.ts'

/** Writes journeys in which what a request names does not exist. */
export async function missingJourneys (author: JourneyAuthor, declared: DeclaredOperation): Promise<ArazzoWorkflow[]> {
  const { find, requires } = declared
  if (find === undefined && requires.length === 0) return []
  const draft = await acceptedDraft(author, declared)
  if (draft === undefined) return []
  const workflows: ArazzoWorkflow[] = []
  for (const { id, type } of requires) {
    const name = author.typeOf(type)?.id
    const value = firstId(actual(valueAt(draft, id)))
    if (name === undefined || value === undefined) continue
    const setup = { resources: { [name]: { [value]: null } } }
    workflows.push(...await writeMissing(author, { draft, setup, name: `without-${stepName(type)}` }))
  }
  const finds = find !== undefined && !find.isMany
  if (finds) workflows.push(...await writeMissing(author, { draft, setup: {}, name: `unknown-${stepName(find.type)}` }))
  return workflows
}

/** Returns the request that an operation accepts once all that it names is there. */
async function acceptedDraft (author: JourneyAuthor, declared: DeclaredOperation): Promise<RequestDraft | undefined> {
  const found: { draft?: RequestDraft | undefined } = {}
  await inWorld(author, async scribe => {
    found.draft = (await arrange(scribe, declared))?.draft
    return undefined
  })
  return found.draft && unbound(found.draft)
}

function firstId (value: unknown): string | undefined {
  const [id] = [value].flat()
  return id === undefined || id === null ? undefined : String(id)
}

interface Missing {
  readonly draft: RequestDraft
  readonly name: string
  readonly setup: WorldSetup
}

async function writeMissing (author: JourneyAuthor, { draft, name, setup }: Missing): Promise<ArazzoWorkflow[]> {
  const { operation } = draft
  return await inWorld(author, async scribe => {
    const sent = await scribe.try(draft)
    const { status } = sent.response
    if (status < 400 || status >= 500 || findResponse(operation, status) === undefined) return undefined
    scribe.write(sent, operation.name, { 'x-standin-refusal': 'missing' })
    return scribe.workflow(`${operation.name}-${name}`, `What the request names does not exist (${status}).`)
  }, setup)
}
