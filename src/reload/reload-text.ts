import type { Dropped } from '../migration/migrate-world.ts'
import type { Reload } from './reloadable.ts'

/** How many of one kind are named. */
const NAMED = 5

/**
 * Returns one line about a reload: the files, the time it took, the operations that came and went, and what
 * was dropped.
 */
export function reloadText ({ added, dropped, gone, tookMs }: Reload, changed: readonly string[]): string {
  const head = `reloaded ${names(changed)} in ${Math.round(tookMs)} ms`
  const parts: string[] = []
  if (added.length > 0) parts.push(`added ${names(added)}`)
  if (gone.length > 0) parts.push(`removed ${names(gone)}`)
  if (dropped.length > 0) parts.push(`dropped ${names(groupAlike(dropped))}`)
  return parts.length === 0 ? head : `${head}: ${parts.join('; ')}`
}

/** Returns `2 stubs of mews.addExport in world default (why)` for each kind, owner and world. */
function groupAlike (dropped: readonly Dropped[]): string[] {
  const groups = new Map<string, { readonly first: Dropped, count: number }>()
  for (const one of dropped) {
    const key = JSON.stringify([one.kind, one.of, one.world])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: one, count: 1 })
    else group.count++
  }
  return [...groups.values()].map(({ count, first }) => groupText(first, count))
}

function groupText ({ kind, of, reason, world }: Dropped, count: number): string {
  const text = `${count} ${count === 1 ? kind : PLURALS[kind]} of ${of} in world ${world}`
  return reason === undefined ? text : `${text} (${reason.replaceAll('\n', '; ')})`
}

const PLURALS: Readonly<Record<Dropped['kind'], string>> = {
  stub: 'stubs',
  resource: 'resources',
  status: 'statuses',
  callback: 'callbacks',
  setting: 'settings'
}

function names (all: readonly string[]): string {
  const more = all.length - NAMED
  return all.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
