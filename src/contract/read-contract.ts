import type { Contract } from './contract.ts'
import { createDraft, readText } from '../documents/draft.ts'
import type { ContractOrigin, Draft, FinishOptions } from '../documents/draft.ts'
import { toContract } from './parse-contract.ts'
import type { UpgradePart } from '../documents/upgrade-document.ts'

/** Reads an OpenAPI document of any version, YAML or JSON. Rejects with one error that lists all that keeps it from being served. */
export async function readContract (text: string, origin: ContractOrigin, options: FinishOptions = {}): Promise<Contract> {
  return await finishDraft(createDraft(readText(text, origin.file), origin), options)
}

/** What could be a reference to another file: one that does not begin with a hash. */
const FOREIGN_REF = /\$ref["']?\s*:\s*(?:["']\s*)?[^"'\s#]/

/** Makes a contract of a draft. What most documents do not need is not loaded for them. */
export async function finishDraft (draft: Draft, options: FinishOptions): Promise<Contract> {
  const { document, origins, texts, version } = draft
  let unread: ReadonlyMap<object, string> | undefined
  let upgradePart: UpgradePart | undefined
  if (texts.some(text => FOREIGN_REF.test(text))) {
    const { bundleDocument } = await import('../documents/bundle-document.ts')
    unread = await bundleDocument(draft, options)
  }
  if (version === '2.0' || version === '3.0') {
    const { upgradeDocument } = await import('../documents/upgrade-document.ts')
    upgradePart = upgradeDocument(document, origins)
  }
  return toContract(draft, { unread, upgradePart })
}
