import { listNeeds } from './bind-needs.ts'
import type { DeclaredOperation } from './declared-operation.ts'
import { finish } from './finish.ts'
import { keepCreated } from './keep-created.ts'
import type { CreatedResource, Scribe, Sent } from './scribe.ts'
import { tryDrafts } from './try-drafts.ts'

/** How deep operations may need each other. */
const MAX_DEPTH = 4

/**
 * Finds a request that an operation accepts, and sends it, after writing the steps that create what it needs. Returns
 * `undefined` where none is found.
 */
export async function arrange (scribe: Scribe, declared: DeclaredOperation, depth = 0): Promise<Sent | undefined> {
  if (depth > MAX_DEPTH) return undefined
  const needed = await createNeeded(scribe, declared, depth)
  const first = await tryDrafts(scribe, declared)
  if (first !== undefined) return first
  // Some operations respond only when a job has ended, such as those with its result.
  for (const type of needed) await finish(scribe, type)
  return needed.length === 0 ? undefined : await tryDrafts(scribe, declared)
}

/** Creates the resources that an operation needs and that nothing has created yet. Returns their types. */
async function createNeeded (scribe: Scribe, declared: DeclaredOperation, depth: number): Promise<string[]> {
  const { author } = scribe
  const types = new Set(listNeeds(declared).map(({ type }) => type))
  for (const type of types) {
    const creator = author.creatorOf(type)
    if (scribe.created.has(type) || creator === undefined || creator === declared) continue
    await create(scribe, creator, depth + 1)
  }
  return [...types].filter(type => scribe.created.has(type))
}

/** Sends the request that creates a resource, and writes its step. */
export async function create (
  scribe: Scribe,
  creator: DeclaredOperation,
  depth = 0
): Promise<CreatedResource | undefined> {
  const sent = await arrange(scribe, creator, depth)
  return sent && await keepCreated(scribe, scribe.write(sent, creator.operation.name), creator)
}
