import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { watch } from 'chokidar'
import type { FSWatcher } from 'chokidar'
import { setTimer, stopwatch } from '../worlds/clock.ts'
import { isSource, leadsToSource, stateOf } from './sources.ts'
import type { FileState, Sources } from './sources.ts'

/**
 * How long nothing must change before changes count, so that a burst of writes is one. chokidar tells of a
 * file every 50 ms at most.
 */
const QUIET_MS = 60

/**
 * How long a file may be missing before it counts as deleted: some editors delete a file and then write it
 * again.
 */
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
export async function watchFiles (options: WatchOptions): Promise<() => void> {
  const watch = new FileWatch(options)
  await watch.ready()
  return () => watch.close()
}

/** Collects what chokidar reports until nothing changes for a while, and reports what is really different. */
class FileWatch {
  readonly #options: WatchOptions
  readonly #watcher: FSWatcher
  #sources: Sources
  /** The folders that chokidar watches, each as it was when it began to. */
  readonly #folders = new Map<string, FileState>()
  /** The state of each path when it was last read or reported. */
  readonly #known: Map<string, FileState>
  /** The paths that may have changed. */
  readonly #touched = new Set<string>()
  #touchedAt: number | undefined
  #isReady = false
  #isReporting = false
  #isClosed = false
  #cancel = (): void => {}

  constructor (options: WatchOptions) {
    this.#options = options
    this.#sources = options.sources()
    this.#known = new Map(this.#sources.states)
    const roots = listRoots(this.#sources)
    for (const root of roots) this.#folders.set(root, stateOf(root))
    this.#watcher = watch([...roots], {
      ignored: path => !isSource(path, this.#sources) && !leadsToSource(path, this.#sources),
      // Whether a file was deleted or only replaced is found out here, for folders too.
      atomic: false,
      // The server keeps the process; a watcher that chokidar opens while it is being closed must not.
      persistent: false,
      usePolling: options.polling ?? false,
      interval: POLL_MS,
      binaryInterval: POLL_MS
    })
    this.#watcher.on('addDir', path => { this.#folders.set(path, stateOf(path)) })
    this.#watcher.on('all', (_event, path) => this.#touch(path))
    this.#watcher.once('error', error => {
      this.#watcher.on('error', () => {})
      options.failed?.(error)
    })
  }

  async ready (): Promise<void> {
    // Not once() of node:events, which would reject where a file cannot be watched.
    await new Promise<void>(resolve => { this.#watcher.once('ready', resolve) })
    this.#isReady = true
    this.#follow(this.#sources)
  }

  close (): void {
    this.#isClosed = true
    this.#cancel()
    this.#watcher.close().catch(() => {})
  }

  #touch (path: string): void {
    if (!isSource(path, this.#sources)) return
    // Before it is ready, chokidar reports what there is.
    if (!this.#isReady && !this.#known.has(path)) this.#known.set(path, stateOf(path))
    this.#touched.add(path)
    this.#plan()
  }

  #plan (): void {
    if (!this.#isReady || this.#isReporting || this.#isClosed) return
    this.#touchedAt ??= stopwatch()
    if (stopwatch() - this.#touchedAt > LONGEST_MS) return
    this.#cancel()
    this.#cancel = setTimer(QUIET_MS, () => { this.#settle().catch(() => {}) })
  }

  /** Reports the changes, unless a file is missing that may be written again. */
  async #settle (): Promise<void> {
    const replaced = this.#watchReplacedFolders()
    for (const path of replaced) this.#touched.add(path)
    const paths = [...this.#touched].filter(path => stateOf(path) !== this.#known.get(path))
    const waitedMs = stopwatch() - (this.#touchedAt ?? 0)
    if (waitedMs < MISSING_MS && paths.some(path => !existsSync(path))) return this.#plan()
    this.#touchedAt = undefined
    this.#touched.clear()
    // These may be written again before their folders are watched again.
    for (const path of replaced) this.#touched.add(path)
    if (paths.length === 0) return this.#planIfTouched()
    for (const path of paths) this.#known.set(path, stateOf(path))
    this.#isReporting = true
    try {
      await this.#options.changed(paths)
    } finally {
      this.#isReporting = false
    }
    this.#follow(this.#options.sources())
  }

  /** Watches what was read now. A file that was written after it was read has changed. */
  #follow (next: Sources): void {
    // A watcher that is told of further files after its end would begin anew, and keep the process.
    if (this.#isClosed) return
    const roots = [...listRoots(next)].filter(root => !this.#folders.has(root))
    const files = [...next.paths].filter(path => !this.#sources.paths.has(path) && existsSync(path))
    this.#sources = next
    for (const path of this.#watchReplacedFolders()) this.#touched.add(path)
    for (const root of roots) this.#folders.set(root, stateOf(root))
    this.#watcher.add([...roots, ...files])
    for (const [path, state] of next.states) {
      this.#known.set(path, state)
      if (stateOf(path) !== state) this.#touched.add(path)
    }
    this.#planIfTouched()
  }

  #planIfTouched (): void {
    if (this.#touched.size > 0) this.#plan()
  }

  /**
   * Watches folders again that were deleted, or replaced by others of their name, as the system goes on
   * watching the former ones. Returns these folders and what is in them, as far as they are sources.
   */
  #watchReplacedFolders (): string[] {
    const replaced: string[] = []
    for (const [folder, state] of this.#folders) {
      const now = stateOf(folder)
      if (now === state) continue
      this.#folders.set(folder, now)
      this.#watcher.unwatch(folder)
      this.#watcher.add(folder)
      replaced.push(...[...this.#known.keys()].filter(path => path === folder || dirname(path) === folder))
    }
    return replaced
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
