import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contract } from '../contract/contract.ts'
import { InvalidDocument } from '../errors.ts'
import type { StandinOptions } from '../standin-options.ts'
import { overlayText } from './overlay-text.ts'
import { propose, without } from './proposal.ts'
import type { Proposal, ProposedResource } from './proposal.ts'
import { leave } from './suggestion.ts'
import type { LeftOut } from './suggestion.ts'
import { createTrialServer } from './trial-server.ts'
import type { TrialServer } from './trial-server.ts'
import { tryResource } from './try-resource.ts'

/**
 * Proposes an overlay for a contract, tries it on a server, and leaves out what does not work, until all of the rest
 * works.
 */
export async function proveProposal (
  contract: Contract,
  document: string,
  options: StandinOptions
): Promise<Proposal> {
  // The trial reads the overlay from another folder.
  const names = {
    document,
    overlay: '',
    api: contract.name,
    extends: pathToFileURL(resolve(document)).href,
    schema: ''
  }
  const open: Open = proposal => createTrialServer({ ...options, openapi: [document] }, overlayText(proposal, names))
  const proposed = propose(contract, { isSwagger: await isSwagger(document) })
  let proposal = without(proposed, [])
  while (proposal.resources.length > 0) {
    const rejected = await tryProposal(proposal, contract.name, open)
    if (rejected.length === 0) break
    proposal = without(proposal, rejected)
  }
  return proposal
}

type Open = (proposal: Proposal) => Promise<TrialServer>

async function tryProposal (proposal: Proposal, api: string, open: Open): Promise<LeftOut[]> {
  try {
    const server = await open(proposal)
    const rejected: LeftOut[] = []
    for (const resource of proposal.resources) rejected.push(...await tryResource(resource, api, server))
    await server.close()
    return rejected
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error
    return await findUnusable(proposal, open, error.message)
  }
}

/** Finds the resources that cannot be loaded on their own; all of them when it is their combination that cannot. */
async function findUnusable (proposal: Proposal, open: Open, message: string): Promise<LeftOut[]> {
  const unusable: LeftOut[] = []
  for (const resource of proposal.resources) {
    try {
      const server = await open({ ...proposal, resources: [resource] })
      await server.close()
    } catch (error) {
      unusable.push(...leaveOut(resource, error instanceof Error ? error.message : String(error)))
    }
  }
  return unusable.length > 0 ? unusable : proposal.resources.flatMap(resource => leaveOut(resource, message))
}

function leaveOut ({ operations }: ProposedResource, message: string): LeftOut[] {
  const [first = ''] = message.split('\n')
  const reason = first.replace(/^\S*:\d+:\d+ /, '')
  return operations.map(({ operation }) => leave(operation, reason))
}

/** Returns whether a document is Swagger 2.0. An overlay is applied to it in that form, before it is upgraded. */
async function isSwagger (document: string): Promise<boolean> {
  return /(?:^|[{,])\s*["']?swagger["']?\s*:\s*["']?2\.0/m.test(await readFile(document, 'utf8'))
}
