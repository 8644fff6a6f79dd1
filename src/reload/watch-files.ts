import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { watch } from 'chokidar'
import { setTimer, stopwatch } from '../worlds/clock.ts'
import { isSource, leadsToSource, stateOf } from './sources.ts'
import type { FileState, Sources } from './sources.ts'

/** How long nothing must change before changes count, so that a burst of writes is one. chokidar tells of a file every 50 ms at most. */
const QUIET_MS = 60

/** How long a file may be missing before it counts as deleted: some editors delete a file and then write it again. */
const MISSING_MS = 250

/** How long files may go on changing before the changes count all the same. */
const LONGEST_MS = 1_000

/** How often files are looked at by polling. */
const POLL_MS = 500

export interface WatchOptions {
  /** Returns what to watch; called again after each change. */
  readonly sources: () => Sources
  /** Called with the paths that were created, deleted or written; the next call waits for its end. */
  readonly changed: (paths: readonly string[]) => Promise<void>
  /**
   * Whether files are looked at regularly, instead of waiting for what the system reports of them.
   * @default false
   */
  readonly polling?: boolean
  /** Called when the system cannot watch a file, for example because it has no more watchers. */
  readonly failed?: (error: unknown) => void
}

/** Watches files and folders from the moment when it resolves, and returns the function that ends it. */
export async function watchFiles ({ changed, failed = () => {}, polling = false, sources }: WatchOptions): Promise<() => void> {
  let watched = sources()
  let added = listRoots(watched)
  const known = new Map<string, FileState>(watched.states)
  const touched = new Set<string>()
  let isReady = false
  let isBusy = false
  let firstAt: number | undefined
  let cancel = (): void => {}

  const watcher = watch([...added], {
    ignored: path => !isSource(path, watched) && !leadsToSource(path, watched),
    // Whether a file was deleted or only replaced is found out here, for folders too.
    atomic: false,
    usePolling: polling,
    interval: POLL_MS,
    binaryInterval: POLL_MS
  })
  const touch = (path: string): void => {
    if (!isSource(path, watched)) return
    if (!isReady && !known.has(path)) known.set(path, stateOf(path))
    touched.add(path)
    plan()
  }
  const plan = (): void => {
    if (!isReady || isBusy || watcher.closed) return
    if (firstAt !== undefined && stopwatch() - firstAt > LONGEST_MS) return
    firstAt ??= stopwatch()
    cancel()
    cancel = setTimer(QUIET_MS, () => { settle().catch(() => {}) })
  }
  const settle = async (): Promise<void> => {
    const waitedMs = stopwatch() - (firstAt ?? 0)
    const paths = [...touched].filter(path => stateOf(path) !== known.get(path))
    if (waitedMs < MISSING_MS && paths.some(path => !existsSync(path))) return plan()
    firstAt = undefined
    touched.clear()
    if (paths.length === 0) return
    for (const path of paths) known.set(path, stateOf(path))
    isBusy = true
    try {
      await changed(paths)
    } finally {
      isBusy = false
    }
    follow(sources())
  }
  /** Watches what was read now. What was written since it was read is a change. */
  const follow = (next: Sources): void => {
    const unseen = [...next.paths].filter(path => !watched.paths.has(path) && existsSync(path))
    watched = next
    for (const [path, state] of watched.states) {
      known.set(path, state)
      if (stateOf(path) !== state) touched.add(path)
    }
    const wanted = new Set([...[...added].filter(path => existsSync(path)), ...listRoots(watched), ...unseen])
    watcher.add([...wanted].filter(path => !added.has(path)))
    added = wanted
    if (touched.size > 0) plan()
  }

  watcher.on('all', (_event, path) => { touch(path) })
  watcher.on('error', failed)
  await once(watcher, 'ready')
  isReady = true
  follow(watched)
  return () => {
    cancel()
    watcher.close().catch(() => {})
  }
}

/** Returns the nearest folder above each source, which tells when the source comes, goes or is replaced. */
function listRoots ({ paths, trees }: Sources): Set<string> {
  return new Set([...paths, ...trees].map(path => nearestFolder(dirname(path))))
}

function nearestFolder (path: string): string {
  const above = dirname(path)
  return existsSync(path) || above === path ? path : nearestFolder(above)
}
