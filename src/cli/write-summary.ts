import { appendFile, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve } from 'node:path'
import { describeFailure } from '../documents/shown-path.ts'
import { ReportNotWritten } from '../errors.ts'
import { MAX_SUMMARY } from '../reports/markdown-text.ts'
import type { Environment } from './list-settings.ts'

interface SummaryContext {
  readonly env: Environment
  /** Prints a line on standard error. */
  readonly warn: (line: string) => void
}

/**
 * Adds to the summary of a step of GitHub Actions where the environment names its file. `write` takes how many bytes
 * there is room for. Rejects with `ReportNotWritten`.
 */
export async function writeSummary ({ env, warn }: SummaryContext, write: (room: number) => string): Promise<void> {
  const { GITHUB_STEP_SUMMARY: file } = env
  if (file === undefined || file === '') {
    return warn('no summary is written: $GITHUB_STEP_SUMMARY is not set, as it is in GitHub Actions')
  }
  try {
    // A step has one summary, to which others may have written.
    const written = await stat(file).then(({ size }) => size, () => 0)
    await appendFile(file, write(Math.max(0, MAX_SUMMARY - written)))
  } catch (error) {
    throw new ReportNotWritten(file, describeFailure(error))
  }
}

/** Returns a function that returns the path of a file within the repository; one outside of it as it is. */
export function pathInWorkspace ({ env }: Pick<SummaryContext, 'env'>): (file: string) => string {
  const { GITHUB_WORKSPACE: workspace = process.cwd() } = env
  return path => {
    const inside = relative(workspace, resolve(path))
    return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll('\\', '/')
  }
}
