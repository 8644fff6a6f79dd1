import { createHmac } from 'node:crypto'
import type { Scope, Subject } from './scope.ts'
import type { World } from '../worlds/world.ts'

/** The path under which files are served. */
export const FILES_PATH = '/__files'

/** The signature of a file's URL. */
export interface FileSignature {
  readonly value: string | undefined
  /** When the URL expires, in milliseconds since 1970, as the URL has it. */
  readonly expires: string | undefined
}

/** Returns the signed URL of a file, in the world of the request. */
export function fileUrl (name: string, subject: Subject, { world, now, request }: Scope): string {
  const { resource, type } = subject
  const validForMs = type.files?.validForMs
  const expires = validForMs === undefined ? undefined : String(now + validForMs)
  const signature = sign(name, expires, subject, world)
  const query = expires === undefined ? `signature=${signature}` : `expires=${expires}&signature=${signature}`
  const path = [type.id, resource.id, name].map(encodeURIComponent).join('/')
  return `${request.baseUrl}${FILES_PATH}/${path}?${query}`
}

/** Signs the name of a resource's file with the key of its world. */
export function sign (
  name: string,
  expires: string | undefined,
  { resource, type }: Subject,
  world: World
): string {
  return createHmac('sha256', world.seedFor('file signatures'))
    .update(JSON.stringify([type.id, resource.id, name, expires ?? null]))
    .digest('base64url')
}
