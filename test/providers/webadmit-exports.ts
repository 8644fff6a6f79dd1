import type { LightMyRequestResponse } from 'fastify'
import type { Standin } from '../start-standin.ts'

export const KEY = { 'x-api-key': '0123456789abcdef0123456789abcdef' }
export const RUN_PATH = '/api/v1/user_identities/37442/exports/56791/export_files'
export const LIST_PATH = '/api/v1/user_identities/37442/export_files'

/** Runs the export of the document's sample, with `callback` in the body. */
export function runExport ({ send }: Standin, callback?: string, path = RUN_PATH): Promise<LightMyRequestResponse> {
  return send('POST', path, callback === undefined ? undefined : { callback }, KEY)
}

/** Runs an export, and returns its export file as clients see it. */
export async function startedFile (standin: Standin, callback?: string): Promise<{
  id: number
  href: string
  export_id: number
  status: string
}> {
  return (await runExport(standin, callback)).json().export_files[0]
}

/** Sends a GET to a path, with the key. */
export function get ({ send }: Standin, path: string): Promise<LightMyRequestResponse> {
  return send('GET', path, undefined, KEY)
}
