import { createHmac } from 'node:crypto'
import type { Scope, Subject } from './scope.ts'
import type { World } from '../worlds/world.ts'

/** The path under which files are served. */
export const FILES_PATH = '/__files'

export interface FileSignature {
  readonly value: string | undefined
  /** When the URL ceases to work, in milliseconds since 1970, as the URL has it. */
  readonly expires: string | undefined
}

export function fileUrl (name: string, subject: Subject, { world, now, request }: Scope): string {
  const { resource, type } = subject
  const validForMs = type.files?.validForMs
  const expires = validForMs === undefined ? undefined : String(now + validForMs)
  const query = `${expires === undefined ? '' : `expires=${expires}&`}signature=${sign(name, expires, subject, world)}`
  return `${request.baseUrl}${FILES_PATH}/${type.id}/${encodeURIComponent(resource.id)}/${encodeURIComponent(name)}?${query}`
}

export function sign (name: string, expires: string | undefined, { resource, type }: Subject, world: World): string {
  return createHmac('sha256', world.seedFor('file signatures'))
    .update(JSON.stringify([type.id, resource.id, name, expires ?? null]))
    .digest('base64url')
}
