import { readFile, readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { createInvalidDocument } from './problem.ts'
import { describeFailure, shownPath } from './shown-path.ts'

const ENDINGS = ['.yaml', '.yml', '.json']

/** Lists a directory's documents, sorted by name; or the one file that it is. */
export async function listDocuments (path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter(name => ENDINGS.includes(extname(name).toLowerCase()))
    if (names.length > 0) return names.toSorted().map(name => join(path, name))
  } catch (error) {
    throw createInvalidDocument([{ file: shownPath(path), message: `cannot be read: ${describeFailure(error)}` }])
  }
  throw createInvalidDocument([{ file: shownPath(path), message: `has no OpenAPI document: expected files that end in ${ENDINGS.join(', ')}` }])
}

/** Reads the text of a file. Throws `InvalidDocument` where it cannot be read. */
export async function readSource (path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw createInvalidDocument([{ file, message: `cannot be read: ${describeFailure(error)}` }])
  }
}
