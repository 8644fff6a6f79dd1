import { access, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Contract } from '../contract/contract.ts'
import { loadContracts } from '../contract/load-contracts.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { FileExists, InvalidDocument } from '../errors.ts'
import type { StandinOptions } from '../options.ts'
import type { LeftOut } from './suggestion.ts'
import { overlayText } from './overlay-text.ts'
import { propose, without } from './proposal.ts'
import type { Proposal, ProposedThing } from './proposal.ts'
import { tryThing } from './try-thing.ts'
import { initSummary } from './init-summary.ts'
import { openTrialServer } from './open-trial-server.ts'
import type { OpenTrialServer } from './open-trial-server.ts'

export interface InitOptions {
  /** The OpenAPI document's file. */
  readonly document: string
  /**
   * Where the overlay goes.
   * @default beside the document, under its name with `.overlay.yaml`
   */
  readonly out: string | undefined
  /** Whether a file that is there already is replaced. */
  readonly force: boolean
  readonly options: StandinOptions
}

/** What came of `standin init`. */
export interface InitResult {
  readonly text: string
  /** Whether an overlay was written. */
  readonly isWritten: boolean
}

/** Proposes an overlay for a document, tries it, and writes what works. Rejects with `InvalidDocument` where the document cannot be used, with `FileExists` where there is a file already. */
export async function initOverlay ({ document, force, options, out }: InitOptions): Promise<InitResult> {
  const overlay = out ?? join(dirname(document), `${basename(document, extname(document))}.overlay.yaml`)
  if (!force && await exists(overlay)) throw new FileExists(overlay)
  const [contract] = await loadContracts([document], options)
  if (contract === undefined) throw createInvalidDocument([{ file: document, message: 'is an overlay: name the document that it is for' }])
  const proposal = await provenProposal(contract, document, options)
  const names = { document, overlay, api: contract.name, extends: encodeURI(relative(dirname(overlay), document)) }
  const isWritten = proposal.things.length > 0
  if (isWritten) await writeFile(overlay, overlayText(proposal, names))
  return { text: initSummary(proposal, names), isWritten }
}

/** Tries a proposal, and leaves out what does not work, until all that is left does. */
async function provenProposal (contract: Contract, document: string, options: StandinOptions): Promise<Proposal> {
  const open = (proposal: Proposal) => openTrialServer({ ...options, openapi: [document] }, overlayText(proposal, {
    document,
    overlay: '',
    api: contract.name,
    // It is tried from another folder.
    extends: pathToFileURL(resolve(document)).href
  }))
  let proposal = without(propose(contract, { basePath: contract.basePath, isSwagger: await isSwagger(document) }), [])
  while (proposal.things.length > 0) {
    const refused = await tryProposal(proposal, contract.name, open)
    if (refused.length === 0) break
    proposal = without(proposal, refused)
  }
  return proposal
}

type Open = (proposal: Proposal) => Promise<OpenTrialServer>

async function tryProposal (proposal: Proposal, api: string, open: Open): Promise<LeftOut[]> {
  try {
    const stage = await open(proposal)
    const refused: LeftOut[] = []
    for (const thing of proposal.things) refused.push(...await tryThing(thing, api, stage))
    await stage.close()
    return refused
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error
    return await findUnusable(proposal, open, error.message)
  }
}

/** Where a proposal cannot be loaded as a whole: the things that cannot be on their own, with what is wrong with them. */
async function findUnusable (proposal: Proposal, open: Open, message: string): Promise<LeftOut[]> {
  const unusable: LeftOut[] = []
  for (const thing of proposal.things) {
    const reason = await open({ ...proposal, things: [thing] }).then(
      async stage => { await stage.close() },
      (error: unknown) => error instanceof Error ? error.message : String(error)
    )
    if (reason !== undefined) unusable.push(...leaveOut(thing, reason))
  }
  return unusable.length > 0 ? unusable : proposal.things.flatMap(thing => leaveOut(thing, message))
}

function leaveOut ({ operations }: ProposedThing, message: string): LeftOut[] {
  const [first = ''] = message.split('\n')
  return operations.map(({ operation }) => ({ kind: 'left out', operation, reason: first.replace(/^\S*:\d+:\d+ /, '') }))
}

/** What an overlay adds is in the words of the document as it was written. */
async function isSwagger (document: string): Promise<boolean> {
  return /(?:^|[{,])\s*["']?swagger["']?\s*:\s*["']?2\.0/m.test(await readFile(document, 'utf8'))
}

async function exists (path: string): Promise<boolean> {
  return await access(path).then(() => true, () => false)
}
