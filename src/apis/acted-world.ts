import type { FastifyRequest } from 'fastify'
import { isWorldName } from '../worlds/worlds.ts'
import { WORLD_HEADER, worldNameOf } from './world-name-of.ts'

/** Matches requests to the admin API that delete a world, or name one in their query. */
const NAMING = /^\/__admin\/(?:worlds\/([^/?#]+)$|[^?#]*\?(?:[^#]*&)?world=([^&#]*))/

/** What a server answers of itself, whatever becomes of its worlds. */
const OWN_PATHS = ['health', 'ready', 'metrics', 'worlds', 'worlds/start', 'coverage', 'openapi\\.json', 'ca\\.pem']
const OWN_FOLDERS = ['docs', 'page', 'reference']
const OF_SERVER = new RegExp(
  `^/__admin(?:/(?:${OWN_PATHS.join('|')}|(?:${OWN_FOLDERS.join('|')})(?:/[^?]*)?))?/?(?:$|\\?)`
)

/** Matches the stream of the events of all worlds, unless a request names one. */
const OF_ALL_WORLDS = /^\/__admin\/events(?:$|\?)/

/** The world that a request acts on, and whether it is to be deleted, whatever is in it. */
export interface ActedWorld {
  readonly name: string
  readonly isDeleted: boolean
}

/**
 * Returns the world that a request acts on: the one that an operation of the admin API names, or else that of the
 * request. Returns `undefined` where there is none, or can be none: the handler refuses the request.
 */
export function actedWorld (request: FastifyRequest): ActedWorld | undefined {
  const { headers, method, originalUrl, url } = request
  const [, deleted, asked] = NAMING.exec(url) ?? []
  if (OF_SERVER.test(url) && (method !== 'DELETE' || deleted === undefined)) return undefined
  const isOfAll = OF_ALL_WORLDS.test(url) && headers[WORLD_HEADER] === undefined && !originalUrl.startsWith('/~')
  const name = deleted ?? asked ?? (isOfAll ? undefined : tryWorldName(request))
  return name === undefined || !isWorldName(name) ? undefined : { name, isDeleted: deleted !== undefined }
}

function tryWorldName (request: FastifyRequest): string | undefined {
  try {
    return worldNameOf(request)
  } catch {
    return undefined
  }
}
