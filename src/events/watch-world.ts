import type { ResourceTypes } from '../simulation/scope.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'
import type { WorldWatcher } from '../worlds/world-watcher.ts'
import type { EventKind } from './event-kinds.ts'
import type { EventLog } from './event-log.ts'
import { showCallback, showExchange, showResource } from './show-event.ts'
import { StatusMoves } from './status-moves.ts'

/** Adds what happens in a world to a log from now on. Returns a function that ends that. */
export function watchWorld (world: World, types: ResourceTypes, log: EventLog): () => void {
  const add = (kind: EventKind, event: string, show: () => object, at = world.clock.now()): void => {
    log.add(kind, world.name, () => ({ kind, event, world: world.name, at: formatInstant(at), ...show() }))
  }
  const moves = new StatusMoves(world, types, ({ at, from, resource, to }) => {
    add('resource', 'moved', showResource(resource, from, to), at)
  })

  const watcher: WorldWatcher = {
    exchangeBegan: pending => add('exchange', 'begun', showExchange(pending)),
    exchangeEnded: exchange => add('exchange', 'ended', showExchange(exchange)),
    exchangeAborted: pending => add('exchange', 'aborted', showExchange(pending)),
    clockChanged: (event, from) => {
      const { mode } = world.clock
      add('clock', event, () => ({ mode, from: formatInstant(from) }))
    },
    deliveryChanged: (delivery, before) => {
      for (const event of listNews(delivery, before)) add('callback', event, showCallback(delivery))
    },
    resourceChanged: (news, resource) => {
      if (news === 'held') add('resource', 'created', showResource(resource, undefined, moves.add(resource)))
      else if (news === 'changed') moves.look(resource)
      else add('resource', 'deleted', showResource(resource, moves.remove(resource)))
    }
  }
  world.follow(watcher)
  return () => {
    world.follow(undefined)
    moves.stop()
  }
}

/** Lists what a change of a callback means: that its next attempt is due at a time, an attempt, a state. */
function listNews ({ attempts, due, state }: Delivery, before: Delivery | undefined): string[] {
  const news: string[] = []
  if (attempts.length > (before?.attempts.length ?? 0)) news.push('attempted')
  if (due !== undefined && due !== before?.due) news.push('due')
  if (state !== 'waiting' && state !== before?.state) news.push(state)
  return news
}
