import type { ProposedResource } from './proposal.ts'
import { ResourceTrial } from './resource-trial.ts'
import { Samples } from './samples.ts'
import type { LeftOut } from './suggestion.ts'
import type { TrialServer } from './trial-server.ts'
import { TrialWorld } from './trial-world.ts'

/** The maximum length of a world's name here; worlds reject long names. */
const MAX_NAME = 60

/**
 * Tries the operations that are proposed for a resource, from its creation to its end. Returns those that do not work.
 */
export async function tryResource (proposed: ProposedResource, api: string, server: TrialServer): Promise<LeftOut[]> {
  const { name } = proposed.model
  const samples = new Samples()
  try {
    const world = new TrialWorld(server, `try-${name}`.slice(0, MAX_NAME), `${api}.${name}`)
    return await new ResourceTrial(proposed, world, samples).run()
  } finally {
    samples.close()
  }
}
