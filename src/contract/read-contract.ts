import type { BundleReport } from '../documents/bundle-document.ts'
import { createMemberCheck } from './member-check.ts'
import type { Contract } from './contract.ts'
import { createDraft, readText, warn } from '../documents/draft.ts'
import type { ContractOrigin, Draft, FinishOptions } from '../documents/draft.ts'
import { toContract } from './parse-contract.ts'
import type { UpgradePart } from '../documents/upgrade-document.ts'
import { walkDocument } from '../documents/walk-document.ts'

/**
 * Reads an OpenAPI document of any version, YAML or JSON, with the files that it refers to.
 * Rejects with one `InvalidDocument` that lists all mistakes that keep it from being served.
 */
export async function readContract (
  text: string, origin: ContractOrigin, options: FinishOptions = {}
): Promise<Contract> {
  return await finishDraft(createDraft(readText(text, origin.file), origin), options)
}

/** Matches what may be a reference to another file: one that does not begin with a hash, or an `externalValue`. */
const FOREIGN_REF = /\$ref["']?\s*:\s*(?:["']\s*)?[^"'\s#]|externalValue/

/** Bundles, upgrades and converts a draft to a contract. The code for the first two is loaded where it is needed. */
export async function finishDraft (draft: Draft, options: FinishOptions): Promise<Contract> {
  const { document, origins, texts, version } = draft
  let report: BundleReport | undefined
  let upgradePart: UpgradePart | undefined
  if (texts.some(text => FOREIGN_REF.test(text))) {
    const { bundleDocument } = await import('../documents/bundle-document.ts')
    report = await bundleDocument(draft, options)
  }
  const checkMembers = createMemberCheck(version, warn(draft))
  // The upgrade of Swagger 2.0 moves parts elsewhere, so they are checked before it.
  if (version === '2.0') walkDocument(document, checkMembers)
  if (version === '2.0' || version === '3.0') {
    const { upgradeDocument } = await import('../documents/upgrade-document.ts')
    upgradePart = upgradeDocument(document, origins)
  }
  return toContract(draft, { ...report, checkMembers: version === '2.0' ? undefined : checkMembers, upgradePart })
}
