import { statSync } from 'node:fs'
import { basename, dirname, sep } from 'node:path'

/** The files and folders that a server was read from. */
export interface Sources {
  /** Folders of documents, and files, with those that were looked for and not found. */
  readonly paths: ReadonlySet<string>
  /** Folders in which everything counts, at any depth. */
  readonly trees: readonly string[]
  /** The state of those paths that the latest load has read, as it was just before. */
  readonly states: ReadonlyMap<string, FileState>
}

/** A text that changes whenever a file or folder is written or replaced; `undefined` where there is none. */
export type FileState = string | undefined

/** Returns the present state of a file or folder. */
export function stateOf (path: string): FileState {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  // The files of a folder count by themselves. A folder that replaces another may have its number.
  if (stats.isDirectory()) return `folder ${stats.ino} ${stats.birthtimeMs}`
  return `${stats.ino} ${stats.size} ${stats.mtimeMs}`
}

/**
 * Returns whether a server could be read from a path: it is one of its sources, a document in one of its
 * folders, or in a tree.
 */
export function isSource (path: string, { paths, trees }: Sources): boolean {
  if (paths.has(path) || trees.includes(path)) return true
  if (isLeftByEditor(path)) return false
  return (paths.has(dirname(path)) && isDocument(path)) || trees.some(tree => isBelow(path, tree))
}

/** Returns whether a path is a folder above a source, of which one is found when it comes. */
export function leadsToSource (path: string, { paths, trees }: Sources): boolean {
  return [...paths, ...trees].some(source => isBelow(source, path))
}

function isBelow (path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function isDocument (path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path)
}

/**
 * Returns whether a name is one of those that editors give to their own files beside the file that they
 * write.
 */
function isLeftByEditor (path: string): boolean {
  return /^\.|~$|\.(swp|tmp)$/.test(basename(path))
}
