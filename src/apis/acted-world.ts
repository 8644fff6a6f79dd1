import type { FastifyRequest } from 'fastify'
import { isWorldName } from '../worlds/worlds.ts'
import { worldNameOf } from './world-name-of.ts'

/** Matches requests to the admin API that delete a world, or name one in their query. */
const NAMING = /^\/__admin\/(?:worlds\/([^/?#]+)$|[^?#]*\?(?:[^#]*&)?world=([^&#]*))/

/** The world that a request acts on, and whether it is to be deleted, whatever is in it. */
export interface ActedWorld {
  readonly name: string
  readonly isDeleted: boolean
}

/**
 * Returns the world that a request acts on: the one that an operation of the admin API names, or else that of the
 * request. Returns `undefined` where there can be none: the handler refuses the request.
 */
export function actedWorld (request: FastifyRequest): ActedWorld | undefined {
  const [, deleted, asked] = NAMING.exec(request.url) ?? []
  const name = deleted ?? asked ?? tryWorldName(request)
  return name === undefined || !isWorldName(name) ? undefined : { name, isDeleted: deleted !== undefined }
}

function tryWorldName (request: FastifyRequest): string | undefined {
  try {
    return worldNameOf(request)
  } catch {
    return undefined
  }
}
