import { COUNTER } from '../load/plan.ts'
import type { PlannedRequest } from '../load/plan.ts'
import { call } from '../servers/standin.ts'

export const GET_ALL = '/api/connector/v1/exports/getAll'
export const ADD = '/api/connector/v1/exports/add'

/** An access token of the length that the document's examples have. */
const TOKEN = `C66EF7B239D24632943D115EDE9CB810-EA00F8FD8294692C940${COUNTER}`

const CREDENTIALS = {
  ClientToken: 'E0D439EE522F44368DC78E1BFB03710C-D24FB11DBE31D4621C4817E028D9E1D',
  AccessToken: TOKEN.replace(COUNTER, 'F6B5A8F9453D'),
  Client: 'Sample Client 1.0.0'
}

export interface MewsExport {
  readonly Id: string
  readonly Status: string
  readonly Files: ReadonlyArray<{ readonly Url: string, readonly SizeInBytes: number }>
}

/** Returns a request for exports by id. */
export function getAllRequest (ids: readonly string[]): PlannedRequest {
  return { method: 'POST', path: GET_ALL, body: JSON.stringify({ ...CREDENTIALS, ExportIds: ids }) }
}

/** Returns a request that adds an export; each has a new access token by default, so that none is a duplicate. */
export function addRequest (token: string = TOKEN): PlannedRequest {
  const body = { ...CREDENTIALS, AccessToken: token, EntityType: 'OrderItem' }
  return { method: 'POST', path: ADD, body: JSON.stringify(body) }
}

/** Returns the access token of a number. */
export function tokenOf (count: number): string {
  return TOKEN.replace(COUNTER, String(count).padStart(COUNTER.length, '0'))
}

/** Adds exports, finishes them, and returns their ids. */
export async function addFinishedExports (url: string, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const body = JSON.parse(addRequest(tokenOf(index)).body ?? '')
    const { Export } = await call<{ Export: MewsExport }>(url + ADD, { body })
    ids.push(Export.Id)
  }
  await call(`${url}/__admin/clock/advance`, { body: { to: 'idle' } })
  return ids
}

/** Gets exports by id. */
export async function getExports (url: string, ids: readonly string[]): Promise<readonly MewsExport[]> {
  const body = { ...CREDENTIALS, ExportIds: ids }
  const { Exports } = await call<{ Exports: MewsExport[] }>(url + GET_ALL, { body })
  return Exports
}
