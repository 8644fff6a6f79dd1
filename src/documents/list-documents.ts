import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createInvalidDocument } from './problem.ts'
import { readFile } from './read-file.ts'
import { FileRefused, isUrl, shownPath } from './shown-path.ts'
import { whyUnread } from './why-unread.ts'

const ENDINGS = ['.yaml', '.yml', '.json']

/** Lists the documents of a directory, sorted by name; for the path of a file, returns that alone. */
export async function listDocuments (path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter(name => ENDINGS.includes(extname(name).toLowerCase()))
    if (names.length > 0) return names.toSorted().map(name => join(path, name))
  } catch (error) {
    throw createInvalidDocument([{ file: shownPath(path), message: await whyUnread(path, error) }])
  }
  const message = `has no OpenAPI document: expected files that end in ${ENDINGS.join(', ')}`
  throw createInvalidDocument([{ file: shownPath(path), message }])
}

/**
 * Reads the text of a file, or of a URL where URLs are fetched. Rejects with `InvalidDocument` where it cannot be read.
 */
export async function readSource (path: string, file: string, allowRemoteRefs = false): Promise<string> {
  try {
    if (isUrl(path)) return await fetchSource(path, allowRemoteRefs)
    return (await readFile(path)).toString('utf8')
  } catch (error) {
    throw createInvalidDocument([{ file, message: `${await whyUnread(path, error)}${await folderHint(path)}` }])
  }
}

/** Returns how a directory is served whose path was given in the place of a document. */
async function folderHint (path: string): Promise<string> {
  const isFolder = !isUrl(path) && (await stat(path).catch(() => undefined))?.isDirectory() === true
  return isFolder ? `: --openapi ${shownPath(path)} serves the documents in it` : ''
}

async function fetchSource (url: string, isAllowed: boolean): Promise<string> {
  if (!isAllowed) {
    const download = `download it first, as in "curl -o api.yaml ${url}"`
    throw new FileRefused(`it is a URL, which is fetched only with --allow-remote-refs: add that, or ${download}`)
  }
  const { fetchFile } = await import('./fetch-file.ts')
  const text = (await fetchFile(url)).toString('utf8')
  if (!/^\s*<(?:!doctype\s+)?html/i.test(text)) return text
  throw new FileRefused('it is a page of HTML, not a document: look for the address of the file itself')
}
