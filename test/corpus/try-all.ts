import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { DocumentReport } from './try-document.ts'

export interface TryAllOptions {
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
  readonly onReport?: (file: string, report: DocumentReport) => void
}

/** Tries documents in child processes, and replaces one that breaks or hangs. */
export async function tryAll (
  files: readonly string[],
  { processes = 2, limitMs = 120_000, memoryMb = 2048, onReport }: TryAllOptions = {}
): Promise<ReadonlyMap<string, DocumentReport>> {
  const reports = new Map<string, DocumentReport>()
  const waiting = [...files]
  await Promise.all(
    Array.from({ length: processes }, async () => {
      let child: ChildProcess | undefined
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        child ??= fork(new URL('try-in-child.ts', import.meta.url), {
          execArgv: [`--max-old-space-size=${memoryMb}`],
          silent: true
        })
        const report = await tryIn(child, file, limitMs)
        if (!child.connected) child = undefined
        reports.set(file, report)
        onReport?.(file, report)
      }
      child?.kill()
    })
  )
  return reports
}

async function tryIn (child: ChildProcess, file: string, limitMs: number): Promise<DocumentReport> {
  const given = new AbortController()
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
  child.send(file)
  try {
    return await Promise.race([
      once(child, 'message', given).then(([report]) => report),
      once(child, 'exit', given).then(() => ({
        failure: `its process broke, or took longer than ${limitMs} ms`,
        operations: []
      }))
    ])
  } finally {
    clearTimeout(timer)
    given.abort()
  }
}
