import type { AdminHar } from '../client/admin-api.ts'
import { call } from './api.ts'
import { saveFile } from './save-file.ts'

/** How many exchanges are named in one request: the URL has a limit. */
const NAMED_AT_ONCE = 500

/** Has the browser save exchanges of a world as a HAR file. Returns how many the server still had. */
export async function downloadHar (world: string, ids: readonly string[]): Promise<number> {
  const entries: AdminHar['log']['entries'] = []
  let har: AdminHar | undefined
  for (let start = 0; start < ids.length; start += NAMED_AT_ONCE) {
    const named = ids.slice(start, start + NAMED_AT_ONCE).map(encodeURIComponent).join()
    har = await call<AdminHar>(`/har?ids=${named}`, { world })
    entries.push(...har.log.entries)
  }
  if (har === undefined) return 0
  entries.sort((a, b) => a.startedDateTime < b.startedDateTime ? -1 : 1)
  const text = JSON.stringify({ log: { ...har.log, entries } })
  const name = ids.length === 1 ? `${world}-${ids[0]}` : world
  saveFile(new Blob([text], { type: 'application/json' }), `standin-${name}.har`)
  return entries.length
}
