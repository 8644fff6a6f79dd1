import type { Resource } from '../worlds/resource.ts'

/** The position of a resource on its lifecycle at an instant. */
export interface Position {
  /** `undefined` for a type without lifecycles. */
  readonly status: string | undefined
  readonly stage: number
  /** When it came to this status, in milliseconds since 1970. */
  readonly since: number
  /** When the clock will move it on; `undefined` where the clock alone will not. */
  readonly until: number | undefined
}

/** The part of a resource's type that its position depends on. */
interface Running {
  readonly running: ReadonlySet<string>
}

/**
 * Returns where a resource is at an instant. It stores nothing: the position follows from the progress each
 * time.
 */
export function positionOf (resource: Resource, { running }: Running, now: number): Position {
  const { stages, progression } = resource.progress
  const last = stages.length - 1
  let { stage, since } = resource.progress
  for (;;) {
    const current = stages[stage]
    if (current === undefined) return { status: undefined, stage, since, until: undefined }
    const { ms, status } = current
    const byClock = progression === 'clock' || (progression !== 'manual' && !running.has(status))
    const until = byClock && ms !== undefined ? since + ms : undefined
    if (stage === last) return { status, stage, since, until: undefined }
    if (until === undefined || until > now) return { status, stage, since, until }
    since = until
    stage++
  }
}
