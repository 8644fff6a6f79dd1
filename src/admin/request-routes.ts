import type { FastifyPluginAsync } from 'fastify'
import type { Operation } from '../contract/contract.ts'
import { UnknownExchange } from '../errors.ts'
import { findExchanges } from '../journal/find-exchanges.ts'
import type { ExchangeFilter, PageOptions } from '../journal/find-exchanges.ts'
import { listJournal } from '../journal/list-journal.ts'
import { listUnmatched } from '../journal/list-unmatched.ts'
import { toMemberFilter } from '../journal/member-filter.ts'
import { streamExchanges } from '../journal/stream-exchanges.ts'
import { toJournalEntry } from '../journal/to-journal-entry.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { readOperationId } from './read-operation-id.ts'
import {
  deleteRequests,
  listRequests,
  listUnmatchedRequests,
  readRequest,
  streamRequests
} from './request-schemas.ts'

interface StreamRequest {
  Querystring: ExchangeFilter & { readonly after?: string }
  Headers: { 'last-event-id'?: string }
}

/** The journal of a world: each request with its response. */
export const requestRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const operations = options.contracts.flatMap(contract => contract.operations)

  app.get<{ Querystring: ExchangeFilter & PageOptions }>(
    '/requests',
    { schema: listRequests },
    async request => {
      const filter = readFilter(request.query, operations)
      const world = worldOf(request, options)
      const { name, store } = world
      const { exchanges, more } = findExchanges(listJournal(world), { ...request.query, ...filter })
      return {
        requests: exchanges.map(exchange => toJournalEntry(exchange, name)),
        more,
        dropped: store.droppedExchanges()
      }
    }
  )

  app.delete('/requests', { schema: deleteRequests }, async (request, reply) => {
    worldOf(request, options).store.deleteExchanges()
    return reply.code(204).send()
  })

  app.get('/requests/unmatched', { schema: listUnmatchedRequests }, async request => {
    const { name, store } = worldOf(request, options)
    return {
      requests: listUnmatched(store.exchanges(), options.served, name),
      dropped: store.droppedExchanges()
    }
  })

  // A HEAD request would never end.
  app.get<StreamRequest>(
    '/requests/stream',
    { schema: streamRequests, exposeHeadRoute: false },
    async (request, reply) => {
      const filter = readFilter(request.query, operations)
      const after = request.headers['last-event-id'] ?? request.query.after
      reply.headers({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // HTTP/2 has no such header: it ends the stream alone.
        ...request.raw.httpVersionMajor !== 2 && { connection: 'close' }
      })
      return reply.send(streamExchanges(worldOf(request, options), { filter, after }))
    }
  )

  app.get<{ Params: { id: string } }>('/requests/:id', { schema: readRequest }, async request => {
    const { id } = request.params
    const world = worldOf(request, options)
    const exchange = listJournal(world).find(exchange => exchange.id === id)
    if (exchange === undefined) throw new UnknownExchange(id)
    return toJournalEntry(exchange, world.name)
  })
}

/** Parses a filter. Throws `InvalidRequest` for an unknown operation. */
export function readFilter (query: ExchangeFilter, operations: readonly Operation[]): ExchangeFilter {
  const operation = query.operation === undefined ? undefined : readOperationId(query.operation, operations)
  const members = Object.entries(query)
    .map(([name, value]) => toMemberFilter(name, String(value)))
    .filter(member => member !== undefined)
  return { ...query, operation, members }
}
