import { writeFile } from 'node:fs/promises'
import { dirname, extname, relative, resolve, sep } from 'node:path'
import type { ProposedChange } from './judge-recording.ts'
import { overlayOf, overlayText } from '../documents/overlay-change.ts'

/**
 * Writes the changes that were proposed as OpenAPI Overlays: to the given file, or where they are for several APIs to
 * one for each, with the name of the API before the ending. Returns the files.
 */
export async function writeProposals (path: string, proposals: readonly ProposedChange[]): Promise<string[]> {
  const byApi = Map.groupBy(proposals, ({ api }) => api)
  const files: string[] = []
  for (const [api, own] of byApi) {
    const ending = extname(path)
    const file = byApi.size === 1 ? path : `${path.slice(0, path.length - ending.length)}.${api}${ending}`
    const changes = new Map(own.map(({ change }) => [JSON.stringify(change), change]))
    const document = relative(dirname(resolve(file)), resolve(own[0]?.file ?? api)).split(sep).join('/')
    const overlay = overlayOf({ title: `What ${api} does otherwise`, document }, [...changes.values()])
    await writeFile(file, overlayText(overlay))
    files.push(file)
  }
  return files
}
