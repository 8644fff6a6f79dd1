import { statSync, watch } from 'node:fs'
import { join } from 'node:path'

interface Watched {
  readonly inode: number
  readonly end: () => void
}

/** Folders that are watched for the names that matter in them. A file is watched by its folder: whoever writes by renaming puts another file in its place. */
export class WatchedFolders {
  readonly #told: () => void
  readonly #watched = new Map<string, Watched>()
  #matters: (path: string) => boolean = () => true

  /** `told` is called when something that matters may have changed. */
  constructor (told: () => void) {
    this.#told = told
  }

  /** Watches these folders and no others; tells whether all of them can be watched. */
  watch (folders: ReadonlySet<string>, matters: (path: string) => boolean): boolean {
    this.#matters = matters
    for (const folder of this.#watched.keys()) if (!folders.has(folder)) this.#end(folder)
    return [...folders].map(folder => this.#begin(folder)).every(begun => begun)
  }

  close (): void {
    for (const folder of this.#watched.keys()) this.#end(folder)
  }

  #begin (folder: string): boolean {
    try {
      const inode = statSync(folder).ino
      // A folder that was made anew is another one, of which its watcher knows nothing.
      if (this.#watched.get(folder)?.inode === inode) return true
      this.#end(folder)
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name === null || this.#matters(join(folder, name))) this.#told()
      })
      watcher.on('error', () => this.#end(folder))
      this.#watched.set(folder, { inode, end: () => watcher.close() })
      return true
    } catch {
      this.#end(folder)
      return false
    }
  }

  #end (folder: string): void {
    this.#watched.get(folder)?.end()
    this.#watched.delete(folder)
  }
}
