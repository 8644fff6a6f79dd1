import type { FastifyPluginAsync } from 'fastify'
import { maskUrl } from '../journal/mask-url.ts'
import { showAttempt } from '../journal/show-attempt.ts'
import { positionOf } from '../simulation/position.ts'
import type { ResourceType } from '../simulation/scope.ts'
import { statusesOf } from '../simulation/statuses-of.ts'
import { formatInstant, formatInstantOrNull } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { PendingExchange } from '../worlds/exchange.ts'
import type { Resource } from '../worlds/resource.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { readTimelineSchema } from './timeline-schema.ts'

/** The resources and callbacks of a world over time. */
export const timelineRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get<{ Querystring: { limit?: number } }>('/timeline', { schema: readTimelineSchema }, async request => {
    const { limit = 1_000 } = request.query
    const { clock, pending, store } = worldOf(request, options)
    const now = clock.now()
    const all = store.list()
    const latest = all.toSorted((a, b) => b.number - a.number).slice(0, limit)
    const resources: object[] = []
    for (const resource of latest) {
      const type = options.types.get(resource.type)
      if (type !== undefined) resources.push(showLane(resource, type, now))
    }
    return {
      now: formatInstant(now),
      mode: clock.mode,
      resources,
      total: all.length,
      callbacks: store.deliveries().map(showCallback),
      waiting: [...pending.values()].map(showWaiting)
    }
  })
}

function showLane (resource: Resource, type: ResourceType, now: number): object {
  const { created, id, number, progress } = resource
  const { status, until } = positionOf(resource, type, now)
  return {
    type: type.id,
    id,
    number,
    created: formatInstant(created),
    status: status ?? null,
    until: formatInstantOrNull(until),
    running: status !== undefined && type.running.has(status),
    lifecycle: status === undefined ? null : progress.lifecycle,
    statuses: statusesOf(resource, type).map(({ since, status, until }) => ({
      status,
      since: formatInstant(since),
      until: formatInstantOrNull(until)
    }))
  }
}

function showCallback ({ attempts, callback, due, id, resource, state, url }: Delivery): object {
  return {
    id,
    callback,
    resource: resource ?? null,
    url: maskUrl(url),
    state,
    due: formatInstantOrNull(due),
    attempts: attempts.map(showAttempt)
  }
}

function showWaiting ({ at, credentials, due, fault, id, method, operation, url }: PendingExchange): object {
  return {
    id,
    operation: operation ?? null,
    method,
    url: maskUrl(url, credentials),
    fault: fault ?? null,
    at: formatInstant(at),
    due: due?.by === 'clock' ? formatInstant(due.at) : null,
    realDue: due?.by === 'real' ? formatInstant(due.at) : null
  }
}
