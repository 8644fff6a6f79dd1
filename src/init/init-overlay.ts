import { access, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contract } from '../contract/contract.ts'
import { loadContracts } from '../contract/load-contracts.ts'
import { isUrl } from '../documents/shown-path.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { FileExists, InvalidDocument } from '../errors.ts'
import { initSummary } from './init-summary.ts'
import { overlayText } from './overlay-text.ts'
import { propose, without } from './proposal.ts'
import type { Proposal, ProposedResource } from './proposal.ts'
import { leave } from './suggestion.ts'
import type { LeftOut } from './suggestion.ts'
import { createTrialServer } from './trial-server.ts'
import type { TrialServer } from './trial-server.ts'
import { tryResource } from './try-resource.ts'
import type { StandinOptions } from '../standin-options.ts'

export interface InitOptions {
  /** The path of the OpenAPI document. */
  readonly document: string
  /**
   * The path of the overlay.
   * @default beside the document, with its name and `.overlay.yaml`
   */
  readonly out: string | undefined
  /** Whether an existing file is replaced. */
  readonly force: boolean
  readonly options: StandinOptions
}

/** The result of `standin init`. */
export interface InitResult {
  /** The summary to print. */
  readonly text: string
  /** Whether an overlay was written. */
  readonly isWritten: boolean
}

/**
 * Proposes an overlay with `x-standin` for a document, tries it on a server, and writes what works. Rejects with
 * `InvalidDocument` when the document cannot be used, and with `FileExists` when the overlay's file exists.
 */
export async function initOverlay ({ document, force, options, out }: InitOptions): Promise<InitResult> {
  if (isUrl(document)) {
    const message = `is a URL, and an overlay stands beside a file: download it, as in "curl -o api.yaml ${document}"`
    throw createInvalidDocument([{ file: document, message }])
  }
  const overlay = out ?? join(dirname(document), `${basename(document, extname(document))}.overlay.yaml`)
  if (!force && await exists(overlay)) throw new FileExists(overlay)
  const [contract] = await loadContracts([document], options)
  if (contract === undefined) {
    throw createInvalidDocument([{ file: document, message: 'is an overlay: name the document that it is for' }])
  }
  const proposal = await proveProposal(contract, document, options)
  const names = { document, overlay, api: contract.name, extends: encodeURI(relative(dirname(overlay), document)) }
  const isWritten = proposal.resources.length > 0
  if (isWritten) await writeFile(overlay, overlayText(proposal, names))
  return { text: initSummary(proposal, names), isWritten }
}

/** Proposes an overlay, tries it, and leaves out what does not work, until all of the rest works. */
async function proveProposal (contract: Contract, document: string, options: StandinOptions): Promise<Proposal> {
  // The trial reads the overlay from another folder.
  const names = { document, overlay: '', api: contract.name, extends: pathToFileURL(resolve(document)).href }
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

async function exists (path: string): Promise<boolean> {
  return await access(path).then(() => true, () => false)
}
