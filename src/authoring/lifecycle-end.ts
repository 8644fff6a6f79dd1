import type { DeclaredStage, DeclaredType } from './declared-operation.ts'

/** The end of a lifecycle: the first status in which the job does not run any more. */
export interface LifecycleEnd {
  readonly status: string
  /** How long the job runs before it, in milliseconds. */
  readonly afterMs: number
  /** The shortest stage before it, in milliseconds. */
  readonly shortestMs: number
}

/** Returns the end of a lifecycle of a type; `undefined` where the lifecycle has no status. */
export function endOf (
  { running }: Pick<DeclaredType, 'running'>,
  lifecycle: readonly DeclaredStage[]
): LifecycleEnd | undefined {
  const last = lifecycle.length - 1
  const hasEnded = ({ status }: DeclaredStage): boolean => running.length > 0 && !running.includes(status)
  const index = lifecycle.findIndex((stage, at) => at === last || hasEnded(stage))
  const before = lifecycle.slice(0, index).map(({ ms = 0 }) => ms)
  const end = lifecycle[index]
  if (end === undefined) return undefined
  const afterMs = before.reduce((sum, ms) => sum + ms, 0)
  return { status: end.status, afterMs, shortestMs: Math.min(...before, afterMs) }
}
