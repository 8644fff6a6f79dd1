import type { Contract } from './contract.ts'
import { createDraft, readText } from './draft.ts'
import type { ContractOrigin, Draft } from './draft.ts'
import { toContract } from './parse-contract.ts'
import type { UpgradePart } from './upgrade-document.ts'

export interface FinishOptions {
  /**
   * Whether what `$ref`s of http(s) URLs lead to is fetched.
   * @default false
   */
  readonly allowRemoteRefs?: boolean | undefined
  /** Told of every file and folder that documents are read from, or looked for in vain: for whoever watches them. */
  readonly onRead?: OnRead | undefined
}

/** Told of a file or a folder that is about to be read. */
export type OnRead = (path: string) => void

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
    const { bundleDocument } = await import('./bundle-document.ts')
    unread = await bundleDocument(draft, options)
  }
  if (version === '2.0' || version === '3.0') {
    const { upgradeDocument } = await import('./upgrade-document.ts')
    upgradePart = upgradeDocument(document, origins)
  }
  return toContract(draft, { unread, upgradePart })
}
