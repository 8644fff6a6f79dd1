import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import type { WorldSetup } from '../journeys/target.ts'
import type { JourneyAuthor } from './journey-author.ts'
import { Scribe } from './scribe.ts'

/** Writes one journey in a world of its own; none where it cannot be written. */
export async function inWorld (
  author: JourneyAuthor,
  write: (scribe: Scribe) => Promise<ArazzoWorkflow | undefined>,
  setup: WorldSetup = {}
): Promise<ArazzoWorkflow[]> {
  const scribe = new Scribe(author, await author.targets.open(setup), setup)
  try {
    const workflow = await write(scribe)
    return workflow === undefined ? [] : [workflow]
  } finally {
    await scribe.close()
  }
}
