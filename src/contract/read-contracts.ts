import { basename, extname } from 'node:path'
import type { Contract } from './contract.ts'
import { createDraft, readText } from '../documents/draft.ts'
import type { Draft, FinishOptions } from '../documents/draft.ts'
import { listDocuments, readSource } from '../documents/list-documents.ts'
import { isOverlay, parseOverlay } from '../documents/overlay.ts'
import type { Overlay } from '../documents/overlay.ts'
import { problemsOf } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { finishDraft } from './read-contract.ts'
import { absolutePath, isUrl, shownPath } from '../documents/shown-path.ts'

export interface ReadContractsOptions extends FinishOptions {
  /**
   * Overlay documents, applied in this order after the overlays among the documents.
   * @default none
   */
  readonly overlays?: readonly string[]
  /**
   * The path under which a document is served, by its name.
   * @default the path of its first server, and the root
   */
  readonly mounts?: Readonly<Record<string, string>>
}

export interface ReadContracts {
  /** How many documents there were, without overlays. */
  readonly documents: number
  /** The documents that can be served, sorted by name. */
  readonly contracts: readonly Contract[]
  /** The mistakes of the documents that cannot be served, and of overlays. */
  readonly problems: readonly Problem[]
}

/** Reads OpenAPI documents, all of a directory or those listed, and applies the overlays among them. */
export async function readContracts (
  from: string | readonly string[], options: ReadContractsOptions = {}
): Promise<ReadContracts> {
  const { onRead = () => {}, overlays: extra = [], mounts = {}, allowPaths, allowRemoteRefs } = options
  if (typeof from === 'string') onRead(from)
  const listed = typeof from === 'string' ? await listDocuments(from) : from
  const paths = [...listed, ...extra]
  for (const path of paths) if (!isUrl(path)) onRead(path)
  const parts = await Promise.all(paths.map(path => readPart(path, { allowRemoteRefs, mounts })))
  const { drafts, overlays, failures } = sortParts(parts)

  const problems: Problem[] = []
  if (overlays.length > 0) {
    // Most servers have no overlays, so the code is loaded here.
    const { applyOverlays } = await import('../documents/apply-overlays.ts')
    problems.push(...await applyOverlays(drafts, overlays))
  }

  // Nothing would be served.
  if (overlays.length === paths.length) problems.push(...overlays.map(loneOverlay))

  const referred = new Set<string>()
  const onReference = (path: string): void => {
    referred.add(absolutePath(path))
    onRead(path)
  }
  const contracts = await finishAll(drafts, { allowPaths, allowRemoteRefs, onRead: onReference }, problems)
  // A file that another one refers to need not be a document itself.
  const unreferred = failures.filter(({ path }) => !referred.has(absolutePath(path)))
  for (const failure of unreferred) problems.push(...failure.problems)
  return { documents: paths.length - overlays.length, contracts, problems }
}

/** Returns the problem of an overlay that is given without a document. */
function loneOverlay ({ extends: extended, source: { file, locate } }: Overlay): Problem {
  const document = extended ?? 'api.yaml'
  const message = `is an overlay, which changes a document: give the document too, as in "standin ${document} ${file}"`
  return { file, place: locate(''), pointer: '', message }
}

type ReadPart =
  | { readonly kind: 'draft', readonly draft: Draft }
  | { readonly kind: 'overlay', readonly overlay: Overlay }
  | Failure

interface Failure {
  readonly kind: 'failed'
  readonly path: string
  readonly problems: readonly Problem[]
}

type ReadPartOptions = Pick<ReadContractsOptions, 'allowRemoteRefs'> & Required<Pick<ReadContractsOptions, 'mounts'>>

async function readPart (path: string, { allowRemoteRefs, mounts }: ReadPartOptions): Promise<ReadPart> {
  const file = shownPath(path)
  const name = nameOf(path)
  try {
    const source = readText(await readSource(path, file, allowRemoteRefs), file)
    if (isOverlay(source.value)) return { kind: 'overlay', overlay: parseOverlay(source, path) }
    const mount = Object.hasOwn(mounts, name) ? mounts[name] : undefined
    return { kind: 'draft', draft: createDraft(source, { file, path, name, mount }) }
  } catch (error) {
    return { kind: 'failed', path, problems: problemsOf(error) }
  }
}

/** Returns the name of a document: that of its file, or else the host of its URL, without what ids cannot contain. */
function nameOf (path: string): string {
  const url = isUrl(path) ? URL.parse(path) : null
  if (url === null) return basename(path, extname(path))
  const name = basename(url.pathname, extname(url.pathname)) || url.hostname
  return name.replace(/[^\w-]+/g, '-')
}

interface SortedParts {
  readonly drafts: Draft[]
  readonly overlays: Overlay[]
  readonly failures: Failure[]
}

function sortParts (parts: readonly ReadPart[]): SortedParts {
  const sorted: SortedParts = { drafts: [], overlays: [], failures: [] }
  for (const part of parts) {
    if (part.kind === 'draft') sorted.drafts.push(part.draft)
    else if (part.kind === 'overlay') sorted.overlays.push(part.overlay)
    else sorted.failures.push(part)
  }
  return sorted
}

/** Finishes drafts side by side, adds the mistakes of those that fail to `problems`, and sorts the others by name. */
async function finishAll (drafts: readonly Draft[], options: FinishOptions, problems: Problem[]): Promise<Contract[]> {
  const finished = await Promise.all(drafts.map(async draft => {
    try {
      return await finishDraft(draft, options)
    } catch (error) {
      problems.push(...problemsOf(error))
      return undefined
    }
  }))
  const contracts = finished.filter(contract => contract !== undefined)
  return contracts.sort((a, b) => a.name < b.name ? -1 : 1)
}
