import type { LightMyRequestResponse } from 'fastify'
import type { Standin } from '../start-standin.ts'

export const ADD = '/api/connector/v1/exports/add'
export const GET_ALL = '/api/connector/v1/exports/getAll'

/** The credentials in the document's examples. */
export const CREDENTIALS = {
  ClientToken: 'E0D439EE522F44368DC78E1BFB03710C-D24FB11DBE31D4621C4817E028D9E1D',
  AccessToken: 'C66EF7B239D24632943D115EDE9CB810-EA00F8FD8294692C940F6B5A8F9453D',
  Client: 'Sample Client 1.0.0'
}

/** An export as clients see it. */
export interface ShownExport {
  readonly Id: string
  readonly Status: string
  readonly EntityType: string
  readonly Files: ReadonlyArray<{ readonly Url: string, readonly SizeInBytes: number }>
  readonly ExpiresUtc: string | null
}

/** Requests an export, with further members in the body. */
export function tryToAdd (
  { send }: Standin,
  EntityType = 'OrderItem',
  more: object = {}
): Promise<LightMyRequestResponse> {
  return send('POST', ADD, { ...CREDENTIALS, EntityType, ...more })
}

/** Requests an export, and returns it as clients see it. */
export async function addExport (standin: Standin, EntityType?: string): Promise<ShownExport> {
  return (await tryToAdd(standin, EntityType)).json().Export
}

/** Reads exports. */
export async function getExports ({ send }: Standin, ...ExportIds: string[]): Promise<ShownExport[]> {
  return (await send('POST', GET_ALL, { ...CREDENTIALS, ExportIds })).json().Exports
}

/** Returns an export that has succeeded, with its files. */
export async function succeededExport (standin: Standin, EntityType?: string): Promise<ShownExport> {
  const { Id } = await addExport(standin, EntityType)
  await standin.force('mews.Export', Id, 'Success')
  const [shown] = await getExports(standin, Id)
  if (shown === undefined) throw new Error(`The export ${Id} is gone`)
  return shown
}
