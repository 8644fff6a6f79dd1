import type { Dropped } from './migrate-state.ts'
import type { Reload } from './reloadable.ts'

/** How many of one kind are told by name. */
const NAMED = 5

/** Tells of a reload in one line: what has changed, how long it took, which operations came and went, and what was dropped. */
export function reloadText ({ added, dropped, gone, tookMs }: Reload, changed: readonly string[]): string {
  const parts = [
    ...added.length > 0 ? [`added ${names(added)}`] : [],
    ...gone.length > 0 ? [`gone ${names(gone)}`] : [],
    ...dropped.length > 0 ? [`dropped ${names(countAlike(dropped))}`] : []
  ]
  const head = `read ${names(changed)} anew in ${Math.round(tookMs)} ms`
  return parts.length === 0 ? head : `${head}: ${parts.join('; ')}`
}

/** `2 stubs of mews.addExport in world default (why)`, for each kind, owner and world. */
function countAlike (dropped: readonly Dropped[]): string[] {
  const groups = Map.groupBy(dropped, ({ kind, of, world }) => JSON.stringify([kind, of, world]))
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const { kind, of, reason, world } = first
    const why = reason === undefined ? '' : ` (${reason.replaceAll('\n', '; ')})`
    return [`${group.length} ${group.length === 1 ? kind : PLURALS[kind]} of ${of} in world ${world}${why}`]
  })
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
