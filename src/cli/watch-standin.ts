import { resolve } from 'node:path'
import { shownPath } from '../documents/shown-path.ts'
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
      try {
        print(reloadText(await app.reload(), changed))
        const written = app.contracts.filter(({ file }) => paths.includes(resolve(file)))
        for (const line of listWarnings(written)) printError(line)
      } catch (error) {
        for (const line of describeFailure(error).lines) printError(line)
        printError(`${changed.join(', ')} cannot be used as it is: what was good before goes on serving`)
      }
    },
    failed: error => {
      const reason = error instanceof Error ? error.message : String(error)
      printError(`some edits will not be noticed, as files cannot be watched (${reason}): try --watch-polling`)
    }
  })
  app.server.once('close', end)
}
