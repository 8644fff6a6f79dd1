import { access, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'
import { loadContracts } from '../contract/load-contracts.ts'
import { isUrl } from '../documents/shown-path.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import { FileExists } from '../errors.ts'
import { initSummary } from './init-summary.ts'
import { overlayText } from './overlay-text.ts'
import { proveProposal } from './prove-proposal.ts'
import { schemaAddress } from './schema-address.ts'
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
  const names = {
    document,
    overlay,
    api: contract.name,
    extends: encodeURI(relative(dirname(overlay), document)),
    schema: await schemaAddress(overlay)
  }
  const isWritten = proposal.resources.length > 0
  if (isWritten) await writeFile(overlay, overlayText(proposal, names))
  return { text: initSummary(proposal, names), isWritten }
}

async function exists (path: string): Promise<boolean> {
  return await access(path).then(() => true, () => false)
}
