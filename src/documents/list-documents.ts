import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createInvalidDocument } from './problem.ts'
import { readFile } from './read-file.ts'
import { shownPath } from './shown-path.ts'
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

/** Reads the text of a file. Rejects with `InvalidDocument` where it cannot be read. */
export async function readSource (path: string, file: string): Promise<string> {
  try {
    return (await readFile(path)).toString('utf8')
  } catch (error) {
    throw createInvalidDocument([{ file, message: await whyUnread(path, error) }])
  }
}
