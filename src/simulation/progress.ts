import { parseDuration } from '../worlds/duration.ts'
import { ownMember } from '../documents/own-member.ts'
import type { Progress, Resource, Stage } from '../worlds/resource.ts'
import type { ResourceSettings, Settings } from '../worlds/settings.ts'
import type { ResourceType, Subject } from './scope.ts'
import { positionOf } from './position.ts'

/** Returns the progress of a resource that is created at an instant, by the world's settings. */
export function startProgress (
  type: ResourceType,
  settings: Settings,
  now: number,
  lifecycle?: string
): Progress {
  const own: ResourceSettings = settings.resources[type.id] ?? {}
  const name = lifecycle ?? own.lifecycle ?? type.defaultLifecycle
  const declared = type.lifecycles.get(name) ?? []
  const stages = own.durations === undefined ? declared : withDurations(declared, own.durations)
  return {
    lifecycle: name,
    stages,
    progression: own.progression ?? settings.progression,
    stage: 0,
    since: now,
    reads: 0
  }
}

/**
 * Returns how much of its status's time has passed, from 0 to 100 with at most two decimals; by polls, how many
 * of its reads. A status without an end is at 0 while the job runs, and at 100 once it has ended.
 */
export function percentOf ({ resource: { progress }, type, position }: Subject, now: number): number {
  const { since, stage, status, until } = position
  if (until !== undefined) return share(now - since, until - since)
  if (status === undefined || !type.running.has(status)) return 100
  if (typeof progress.progression !== 'object' || stage !== progress.stage ||
    stage === progress.stages.length - 1) return 0
  return share(progress.reads, progress.progression.polls)
}

/** Returns the progress of a resource after one more read; `undefined` where reads do not count for it. */
export function progressAfterRead (resource: Resource, type: ResourceType, now: number): Progress | undefined {
  const { progress } = resource
  if (typeof progress.progression !== 'object') return undefined
  // The clock may have moved it here: only running statuses wait for reads.
  const { since, stage, status } = positionOf(resource, type, now)
  if (status === undefined || !type.running.has(status) || stage === progress.stages.length - 1) {
    return undefined
  }
  const reads = (stage === progress.stage ? progress.reads : 0) + 1
  if (reads >= progress.progression.polls) return { ...progress, stage: stage + 1, since: now, reads: 0 }
  return { ...progress, stage, since, reads }
}

/**
 * Returns the progress of a resource that is put into a status at an instant and goes on from there: on its own
 * lifecycle, or else on the first that has the status; `undefined` where its type has no such status.
 */
export function progressFrom (
  progress: Progress,
  type: ResourceType,
  status: string,
  now: number
): Progress | undefined {
  const on = (lifecycle: string, stages: readonly Stage[]): Progress | undefined => {
    const stage = stages.findIndex(candidate => candidate.status === status)
    return stage === -1 ? undefined : { ...progress, lifecycle, stages, stage, since: now, reads: 0 }
  }
  const onItsOwn = on(progress.lifecycle, progress.stages)
  if (onItsOwn !== undefined) return onItsOwn
  for (const [name, stages] of type.lifecycles) {
    const onAnother = on(name, stages)
    if (onAnother !== undefined) return onAnother
  }
  return undefined
}

/** Returns a share in percent, rounded down: nothing is at 100 before its end. */
function share (part: number, whole: number): number {
  return Math.floor(part * 10_000 / whole) / 100
}

function withDurations (stages: readonly Stage[], durations: Readonly<Record<string, string>>): Stage[] {
  return stages.map((stage, index) => {
    const text = ownMember(durations, stage.status)
    return text === undefined || index === stages.length - 1 ? stage : { ...stage, ms: parseDuration(text) }
  })
}
