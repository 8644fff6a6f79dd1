import { readdir } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { nearest } from './nearest.ts'
import { describeFailure, isUrl, shownPath } from './shown-path.ts'

/**
 * Describes why a file or folder that the user named could not be read, and what to do: `cannot be read: there is no
 * such file or directory, did you mean "larder.yaml"?`
 */
export async function whyUnread (path: string, error: unknown): Promise<string> {
  const reason = `cannot be read: ${describeFailure(error)}`
  if (isUrl(path)) return reason
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  const near = isMissing ? await nearestName(path) : undefined
  return near === undefined ? reason : `${reason}, did you mean "${near}"?`
}

/** Returns the path beside a missing one whose name is nearest to it; `undefined` where none is near enough. */
async function nearestName (path: string): Promise<string | undefined> {
  const folder = dirname(path)
  const stem = basename(path, extname(path))
  try {
    const near = nearest(basename(path), await readdir(folder), Math.min(MAX_DISTANCE, Math.floor(stem.length / 2)))
    return near === undefined ? undefined : shownPath(join(folder, near))
  } catch {
    return undefined
  }
}

/** The letters in which a misspelt name may differ. */
const MAX_DISTANCE = 3
