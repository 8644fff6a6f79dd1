import { basename, extname, resolve } from 'node:path'
import type { Contract } from './contract.ts'
import { createDraft, readText } from '../documents/draft.ts'
import type { Draft, FinishOptions } from '../documents/draft.ts'
import { listDocuments, readSource } from '../documents/list-documents.ts'
import { isOverlay, parseOverlay } from '../documents/overlay.ts'
import type { Overlay } from '../documents/overlay.ts'
import { problemsOf } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { finishDraft } from './read-contract.ts'
import { shownPath } from '../documents/shown-path.ts'

export interface ReadContractsOptions extends FinishOptions {
  /**
   * Overlay documents, to be applied in this order.
   * @default none, but for those among the documents
   */
  readonly overlays?: readonly string[]
  /**
   * The path that a document is served under, by its name.
   * @default that of its first server, and none
   */
  readonly mounts?: Readonly<Record<string, string>>
}

export interface ReadContracts {
  /** How many documents there were. */
  readonly documents: number
  /** Those that can be served, sorted by name. */
  readonly contracts: readonly Contract[]
  readonly problems: readonly Problem[]
}

/** Reads OpenAPI documents, all of a directory or those listed, with the overlays among them; and what is wrong with those that cannot be served. */
export async function readContracts (from: string | readonly string[], { onRead = () => {}, overlays: extra = [], mounts = {}, allowRemoteRefs }: ReadContractsOptions = {}): Promise<ReadContracts> {
  const problems: Problem[] = []
  if (typeof from === 'string') onRead(from)
  const files = typeof from === 'string' ? await listDocuments(from) : from
  for (const file of [...files, ...extra]) onRead(file)
  const read = await Promise.all([...files, ...extra].map(path => readPart(path, mounts)))
  const drafts = read.flatMap(part => part.kind === 'draft' ? part.draft : [])
  const overlays = read.flatMap(part => part.kind === 'overlay' ? part.overlay : [])
  if (overlays.length > 0) {
    // Loaded for those alone who have overlays.
    const { applyOverlays } = await import('../documents/apply-overlays.ts')
    problems.push(...await applyOverlays(drafts, overlays))
  }
  const referred = new Set<string>()
  const options = { allowRemoteRefs, onRead: (path: string) => { referred.add(resolve(path)); onRead(path) } }
  const contracts = await Promise.all(drafts.map(async draft => await attempt(problems, () => finishDraft(draft, options))))
  // A file in the directory that only another one refers to need not be a document itself.
  problems.push(...read.flatMap(part => part.kind === 'failed' && !referred.has(resolve(part.path)) ? part.problems : []))
  return {
    documents: files.length - overlays.length + extra.length,
    contracts: contracts.filter(contract => contract !== undefined).toSorted((a, b) => a.name < b.name ? -1 : 1),
    problems
  }
}

type ReadPart =
  | { readonly kind: 'draft', readonly draft: Draft }
  | { readonly kind: 'overlay', readonly overlay: Overlay }
  | { readonly kind: 'failed', readonly path: string, readonly problems: readonly Problem[] }

async function readPart (path: string, mounts: Readonly<Record<string, string>>): Promise<ReadPart> {
  const file = shownPath(path)
  const name = basename(path, extname(path))
  try {
    const source = readText(await readSource(path, file), file)
    if (isOverlay(source.value)) return { kind: 'overlay', overlay: parseOverlay(source, path) }
    return { kind: 'draft', draft: createDraft(source, { file, path, name, mount: Object.hasOwn(mounts, name) ? mounts[name] : undefined }) }
  } catch (error) {
    return { kind: 'failed', path, problems: problemsOf(error) }
  }
}

async function attempt<T> (problems: Problem[], step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    problems.push(...problemsOf(error))
    return undefined
  }
}
