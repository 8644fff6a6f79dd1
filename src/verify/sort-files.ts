import { listDocuments, readSource } from '../documents/list-documents.ts'
import { shownPath } from '../documents/shown-path.ts'

/** The files of a verification. */
export interface SortedFiles {
  readonly journeys: readonly string[]
  readonly documents: readonly string[]
}

/** Matches what an Arazzo document begins with, and an OpenAPI document does not have. */
const ARAZZO = /^\s*["']?arazzo["']?\s*:|^\s*\{\s*"arazzo"/m

/**
 * Tells journeys and other documents apart, whose paths may be those of folders. Rejects with `InvalidDocument` where
 * one cannot be read.
 */
export async function sortFiles (paths: readonly string[], allowRemoteRefs = false): Promise<SortedFiles> {
  const journeys: string[] = []
  const documents: string[] = []
  const listed = await Promise.all(paths.map(listDocuments))
  for (const path of listed.flat()) {
    const text = isNamedJourney(path) ? '' : await readSource(path, shownPath(path), allowRemoteRefs)
    const isJourney = isNamedJourney(path) || ARAZZO.test(text)
    if (isJourney) journeys.push(path)
    else documents.push(path)
  }
  return { journeys, documents }
}

function isNamedJourney (path: string): boolean {
  return /\.arazzo\.(?:ya?ml|json)$/i.test(path)
}
