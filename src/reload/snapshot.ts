import { statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What a server was read from. */
export interface Sources {
  /** Files, those that were looked for in vain among them, and folders of documents. */
  readonly paths: ReadonlySet<string>
  /** Folders of which all counts, however deep it stands. */
  readonly trees: readonly string[]
  /** How those of the paths that were read last stood just before that. */
  readonly states: ReadonlyMap<string, Entry | undefined>
}

/** What stands where; what is not there has no entry. */
export type Snapshot = ReadonlyMap<string, Entry>

export interface Entry {
  readonly isFolder: boolean
  /** A text that differs when what stands there does. */
  readonly state: string
}

/** Looks at everything that counts. */
export async function takeSnapshot ({ paths, trees }: Pick<Sources, 'paths' | 'trees'>): Promise<Snapshot> {
  const entries = await Promise.all([...[...paths].map(path => look(path, lookAtDocuments)), ...trees.map(path => look(path, lookBelow))])
  return new Map(entries.flat())
}

/** The paths that came, went or were written between two snapshots. */
export function listChanges (before: Snapshot, after: Snapshot): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(path => before.get(path)?.state !== after.get(path)?.state)
}

/** What stands at one path; `undefined` where nothing does. */
export function entryAt (path: string): Entry | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats && toEntry(stats)
}

type Entries = ReadonlyArray<readonly [path: string, entry: Entry]>

async function look (path: string, lookInside: (folder: string) => Promise<Entries>): Promise<Entries> {
  const stats = await stat(path).catch(() => undefined)
  if (stats === undefined) return []
  const entry = toEntry(stats)
  return [[path, entry], ...entry.isFolder ? await lookInside(path) : []]
}

function toEntry (stats: Stats): Entry {
  if (stats.isDirectory()) return { isFolder: true, state: String(stats.ino) }
  return { isFolder: false, state: `${stats.ino} ${stats.size} ${stats.mtimeMs}` }
}

/** The documents that a folder has. */
function lookAtDocuments (folder: string): Promise<Entries> {
  return lookAtChildren(folder, isDocument, async () => [])
}

/** All that stands below a folder. */
function lookBelow (folder: string): Promise<Entries> {
  return lookAtChildren(folder, name => !isByTheWay(name), lookBelow)
}

async function lookAtChildren (folder: string, counts: (name: string) => boolean, lookInside: (folder: string) => Promise<Entries>): Promise<Entries> {
  // What has gone meanwhile has nothing in it.
  const names = await readdir(folder).catch(() => [])
  return (await Promise.all(names.filter(counts).map(name => look(join(folder, name), lookInside)))).flat()
}

function isDocument (name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name) && !isByTheWay(name)
}

/** What editors leave beside the files that they write. */
function isByTheWay (name: string): boolean {
  return /^\.|~$|\.(swp|tmp)$/.test(name)
}
