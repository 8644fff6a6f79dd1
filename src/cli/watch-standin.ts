import { resolve } from 'node:path'
import { shownPath } from '../documents/shown-path.ts'
import { reloadText } from '../reload/reload-text.ts'
import type { ReloadableStandin } from '../reload/reloadable.ts'
import { watchFiles } from '../reload/watch-files.ts'
import { describeFailure } from './failure.ts'
import { listWarnings } from './list-warnings.ts'

export interface WatchOutput {
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
}

/** Has a stand-in follow the edits of what it serves from the moment at which it resolves, and tells of each, until the stand-in closes. */
export async function watchStandin (app: ReloadableStandin, { print, printError }: WatchOutput): Promise<void> {
  const end = await watchFiles({
    sources: () => app.sources(),
    changed: async paths => {
      const changed = paths.map(shownPath)
      try {
        print(reloadText(await app.reload(), changed))
        for (const line of listWarnings(app.contracts.filter(({ file }) => paths.includes(resolve(file))))) printError(line)
      } catch (error) {
        for (const line of describeFailure(error).lines) printError(line)
        printError(`${changed.join(', ')} cannot be used as it is: what was good before goes on serving`)
      }
    }
  })
  app.server.once('close', end)
}
