import { Readable } from 'node:stream'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { worldNameOf } from '../apis/world-name-of.ts'
import { findRecorded } from '../har/find-recorded.ts'
import type { FoundExchange } from '../har/find-recorded.ts'
import type { HarEntry } from '../har/har.ts'
import { toHarEntry } from '../har/to-har-entry.ts'
import { writeHar } from '../har/write-har.ts'
import type { ExchangeFilter } from '../journal/find-exchanges.ts'
import type { AdminOptions } from './admin-options.ts'
import { readHarSchema } from './har-schemas.ts'
import { readFilter } from './request-routes.ts'

interface HarRequest {
  Querystring: ExchangeFilter & {
    readonly world?: string
    readonly all?: boolean
    readonly ids?: string
    readonly test?: string
    readonly masked?: boolean
  }
}

/** The exchanges of a world, or of all, as a HAR file. */
export const harRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const { contracts, version, worlds } = options
  const operations = contracts.flatMap(contract => contract.operations)

  app.get<HarRequest>('/har', { schema: readHarSchema }, async (request, reply) => {
    const { all = false, ids, masked, test, world = worldNameOf(request), ...query } = request.query
    const chosen = all ? worlds.list() : [worlds.read(world)]
    const named = ids === undefined ? undefined : new Set(ids.split(',').map(id => id.trim()))
    const found = findRecorded(chosen, { ...readFilter(query, operations), ids: named, test })
    const entries = toEntries(found, { origin: originOf(request), masked })
    reply.type('application/json; charset=utf-8')
    reply.header('content-disposition', `attachment; filename="${all ? 'standin' : `standin-${world}`}.har"`)
    return reply.send(Readable.from(writeHar(entries, version)))
  })
}

interface EntryOptions {
  readonly origin: string
  readonly masked: boolean | undefined
}

/** Converts exchanges one by one, as they are sent. */
function * toEntries (found: readonly FoundExchange[], options: EntryOptions): Generator<HarEntry> {
  for (const { exchange, world } of found) yield toHarEntry(exchange, { ...options, world: world.name })
}

/** Returns what the URLs of exchanges begin with, without the prefix of a world. */
function originOf (request: FastifyRequest): string {
  const { publicUrl } = request.server
  return publicUrl.originOf(request) + publicUrl.pathOf(request)
}
