import { resolve } from 'node:path'
import { filesOf, problemsOf } from '../documents/problem.ts'
import { shownPath } from '../documents/shown-path.ts'
import { InvalidDocument } from '../errors.ts'
import { reloadText } from '../reload/reload-text.ts'
import type { ReloadableStandin } from '../reload/reloadable.ts'
import { watchFiles } from '../reload/watch-files.ts'
import { describeFailure } from './failure.ts'
import { listWarnings } from './list-warnings.ts'

export interface WatchOptions {
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
  /**
   * Whether files are looked at regularly, instead of waiting for what the system reports of them.
   * @default false
   */
  readonly polling?: boolean
}

/**
 * Reloads a stand-in after each edit of what it serves, and prints what came of it, until the stand-in
 * closes.
 */
export async function watchStandin (
  app: ReloadableStandin,
  { polling, print, printError }: WatchOptions
): Promise<void> {
  const end = await watchFiles({
    polling,
    sources: () => app.sources(),
    changed: async paths => {
      const changed = paths.map(shownPath)
      const before = new Set(listWarnings(app.contracts))
      try {
        print(reloadText(await app.reload(), changed))
        // An overlay that was edited may be what a document is warned of.
        const warned = app.contracts.filter(contract =>
          paths.includes(resolve(contract.file)) || listWarnings([contract]).some(line => !before.has(line)))
        for (const line of listWarnings(warned)) printError(line)
      } catch (error) {
        for (const line of describeFailure(error).lines) printError(line)
        const faulty = faultyFiles(error) ?? changed
        printError(`${faulty.join(', ')} cannot be used as it is: what was good before goes on serving`)
      }
    },
    failed: error => {
      const reason = error instanceof Error ? error.message : String(error)
      printError(`some edits will not be noticed, as files cannot be watched (${reason}): try --watch-polling`)
    }
  })
  app.server.once('close', end)
}

/** Lists the files that have problems, which need not be those that were edited; `undefined` where none is known. */
function faultyFiles (error: unknown): string[] | undefined {
  if (!(error instanceof InvalidDocument)) return undefined
  return filesOf(problemsOf(error))
}
