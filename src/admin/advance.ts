import { changesBetween, idleAt, nextChange } from '../simulation/changes-between.ts'
import type { Change } from '../simulation/changes-between.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'
import { showAttempt } from '../journal/show-attempt.ts'
import { moveTo } from '../worlds/move-clock.ts'
import { runningAt } from '../simulation/running-at.ts'
import { maskUrl } from '../journal/mask-url.ts'
import type { ResourceTypes } from '../simulation/scope.ts'

/**
 * The target of an advance: an instant in milliseconds since 1970, the next thing due, or the moment
 * at which no resource is in a running status.
 */
export type Target = number | 'next' | 'idle'

/** The longest list in a response. */
const MAX_LISTED = 1_000

/** The limit of rounds in which resources that callbacks create on the way are waited for. */
const MAX_ROUNDS = 100

/** Advances the clock of a world; returns the changes and callbacks on the way. */
export async function advance (world: World, target: Target, types: ResourceTypes): Promise<object> {
  const { clock, store } = world
  const from = clock.now()
  const attemptsBefore = new Map(
    store.deliveries().map(delivery => [delivery, delivery.attempts.length])
  )
  if (target === 'idle') await moveUntilIdle(world, types)
  else await moveTo(world, target === 'next' ? nextDue(world, types) : target)

  const changes = changesBetween(store.list(), types, from, clock.now())
  return {
    changes: changes.slice(0, MAX_LISTED).map(showChange),
    more: Math.max(0, changes.length - MAX_LISTED),
    callbacks: showSent(store.deliveries(), attemptsBefore),
    ...(target === 'idle' && { waiting: showWaiting(world, types) })
  }
}

/** Returns the time of the next status change or callback, whichever comes first. */
function nextDue ({ schedule, clock, store }: World, types: ResourceTypes): number | undefined {
  const change = nextChange(store.list(), types, clock.now())
  const task = schedule.next()
  if (change === undefined || task === undefined) return change ?? task
  return Math.min(change, task)
}

async function moveUntilIdle (world: World, types: ResourceTypes): Promise<void> {
  const { clock, store } = world
  // The receivers of callbacks may create new jobs on the way.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const now = clock.now()
    const idle = idleAt(store.list(), types, now)
    if (idle <= now) return
    await moveTo(world, idle)
  }
}

function showChange ({ at, from, resource: { id, type }, to }: Change): object {
  return { at: formatInstant(at), resource: { type, id }, from, to }
}

function showSent (
  deliveries: readonly Delivery[],
  attemptsBefore: ReadonlyMap<Delivery, number>
): object[] {
  const sent = deliveries.flatMap(delivery => {
    const attempts = delivery.attempts.slice(attemptsBefore.get(delivery) ?? 0)
    return attempts.map(attempt => ({ delivery, attempt }))
  })
  return sent
    .sort((a, b) => a.attempt.at - b.attempt.at)
    .map(({ attempt, delivery: { callback, id, resource, url } }) => ({
      id,
      callback,
      resource: resource ?? null,
      url: maskUrl(url),
      ...showAttempt(attempt)
    }))
}

function showWaiting ({ clock, store }: World, types: ResourceTypes): object[] {
  return runningAt(store.list(), types, clock.now())
    .slice(0, MAX_LISTED)
    .map(({ resource: { progress, id, type }, status }) => ({
      type,
      id,
      status,
      progression: progress.progression
    }))
}
