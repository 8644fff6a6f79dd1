import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
export interface TryAllOptions<Report> {
  /** The name of the module beside this one that tries documents in a process. */
  readonly module: string
  /** Returns the report of a document whose process broke. */
  readonly onFailure: (reason: string) => Report
  /**
   * How many documents are tried at once.
   * @default 2
   */
  readonly processes?: number
  /**
   * How long a document may take, in milliseconds, before it is given up.
   * @default 120000
   */
  readonly limitMs?: number
  /**
   * How much memory a process may use, in MiB, before it fails.
   * @default 2048
   */
  readonly memoryMb?: number
  /** Receives the report of each document when it is complete. */
  readonly onReport?: (file: string, report: Report) => void
}

/** Tries documents in child processes, and replaces one that breaks or hangs. */
export async function tryAll<Report> (
  files: readonly string[],
  { limitMs = 120_000, memoryMb = 2048, module, onFailure, onReport, processes = 2 }: TryAllOptions<Report>
): Promise<ReadonlyMap<string, Report>> {
  const reports = new Map<string, Report>()
  const waiting = [...files]
  await Promise.all(
    Array.from({ length: processes }, async () => {
      let child: ChildProcess | undefined
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        child ??= fork(new URL(module, import.meta.url), {
          execArgv: [`--max-old-space-size=${memoryMb}`],
          silent: true
        })
        const report = await tryIn<Report>(child, file, limitMs) ??
          onFailure(`its process broke, or took longer than ${limitMs} ms`)
        if (!child.connected) child = undefined
        reports.set(file, report)
        onReport?.(file, report)
      }
      child?.kill()
    })
  )
  return reports
}

/** Returns the report of a process; `undefined` when it ended before it gave one. */
async function tryIn<Report> (child: ChildProcess, file: string, limitMs: number): Promise<Report | undefined> {
  const given = new AbortController()
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
  child.send(file)
  try {
    return await Promise.race([
      once(child, 'message', given).then(([report]) => report as Report),
      once(child, 'exit', given).then(() => undefined)
    ])
  } finally {
    clearTimeout(timer)
    given.abort()
  }
}
