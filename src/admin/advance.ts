import { maskUrl } from '../journal/mask.ts'
import { changesBetween, idleAt, nextChange, runningAt } from '../simulation/timeline.ts'
import type { Change, ResourceTypes } from '../simulation/timeline.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { World } from '../worlds/world.ts'
import { showAttempt } from './show-delivery.ts'
import { moveTo } from '../worlds/move-clock.ts'

/** Where a clock is to go: to an instant, in milliseconds since 1970; to whatever is due next; or until no resource is in a running status. */
export type Target = number | 'next' | 'idle'

/** The most that is told of one kind. */
const MAX_LISTED = 1_000

/** The most often that resources which callbacks gave rise to are waited for in turn. */
const MAX_ROUNDS = 100

/** Moves the clock of a world on; tells what happened on the way. */
export async function advance (world: World, target: Target, types: ResourceTypes): Promise<object> {
  const { schedule, clock, store } = world
  const from = clock.now()
  const attemptsBefore = new Map(
    store.deliveries().map(delivery => [delivery, delivery.attempts.length])
  )
  if (target === 'idle') await moveUntilIdle(world, types)
  else await moveTo(schedule, target === 'next' ? nextDue(world, types) : target)

  const changes = changesBetween(store.list(), types, from, clock.now())
  return {
    changes: changes.slice(0, MAX_LISTED).map(showChange),
    more: Math.max(0, changes.length - MAX_LISTED),
    callbacks: showSent(store.deliveries(), attemptsBefore),
    ...(target === 'idle' ? { waiting: showWaiting(world, types) } : {})
  }
}

/** The next change of a status, or the next callback, whichever comes first. */
function nextDue ({ schedule, clock, store }: World, types: ResourceTypes): number | undefined {
  const instants = [nextChange(store.list(), types, clock.now()), schedule.next()].filter(
    instant => instant !== undefined
  )
  return instants.length === 0 ? undefined : Math.min(...instants)
}

async function moveUntilIdle (
  { schedule, clock, store }: World,
  types: ResourceTypes
): Promise<void> {
  // Whoever is called back on the way may begin new jobs.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const now = clock.now()
    const idle = idleAt(store.list(), types, now)
    if (idle <= now) return
    await moveTo(schedule, idle)
  }
}

function showChange ({ at, from, resource: { id, type }, to }: Change): object {
  return { at: formatInstant(at), resource: { type, id }, from, to }
}

function showSent (
  deliveries: readonly Delivery[],
  attemptsBefore: ReadonlyMap<Delivery, number>
): object[] {
  return deliveries
    .flatMap(delivery =>
      delivery.attempts
        .slice(attemptsBefore.get(delivery) ?? 0)
        .map(attempt => ({ delivery, attempt }))
    )
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
