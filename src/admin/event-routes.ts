import type { FastifyPluginAsync } from 'fastify'
import { InvalidRequest } from '../errors.ts'
import { eventHubOf } from '../events/event-hub.ts'
import { EVENT_KINDS } from '../events/event-kinds.ts'
import type { EventKind } from '../events/event-kinds.ts'
import { streamEvents } from '../events/stream-events.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { AdminOptions } from './admin-options.ts'
import { streamEventsSchema } from './event-schemas.ts'
import { namedWorld } from './named-world.ts'

interface EventsRequest {
  Querystring: { readonly kinds?: string, readonly world?: string, readonly after?: string }
  Headers: { 'last-event-id'?: string }
}

/** Streams the events of all worlds of the server. */
export const eventRoutes: FastifyPluginAsync<AdminOptions> = async (app, { types, worlds }) => {
  const hub = eventHubOf(worlds)
  hub.use(types)

  // A HEAD request would never end.
  app.get<EventsRequest>(
    '/events',
    { schema: streamEventsSchema, exposeHeadRoute: false },
    async (request, reply) => {
      const { headers, query, raw } = request
      const kinds = query.kinds === undefined ? undefined : readKinds(query.kinds)
      const { world = namedWorld(request) } = query
      reply.headers({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // HTTP/2 has no such header: it ends the stream alone.
        ...raw.httpVersionMajor !== 2 && { connection: 'close' }
      })
      const after = headers['last-event-id'] ?? query.after
      return reply.send(streamEvents(hub, { kinds, world, after }))
    }
  )
}

/** Parses a list of kinds: `exchange,clock`. Throws `InvalidRequest` for an unknown one. */
function readKinds (text: string): ReadonlySet<EventKind> {
  const words = text.split(',').map(word => word.trim())
  const unknown = words.filter(word => !EVENT_KINDS.some(kind => kind === word))
  if (unknown.length > 0) {
    throw withViolations(InvalidRequest, unknown.map(word =>
      createUnknown({ in: 'query', pointer: '/kinds' }, { what: 'a kind of event', word, known: EVENT_KINDS })))
  }
  return new Set(EVENT_KINDS.filter(kind => words.includes(kind)))
}
