import type { Step, Workflow } from '../journeys/journey.ts'
import type { Check } from '../reports/test-report.ts'
import { formatDuration } from '../worlds/duration.ts'

/** A workflow whose steps all come in time, and the first step that would not. */
export interface CutWorkflow {
  readonly workflow: Workflow
  readonly late: Step | undefined
}

/**
 * Ends workflows before the first step that waits for longer than a run may: a service takes real time. The workflows
 * that they depend on are cut too.
 */
export function cutWaits (workflows: readonly Workflow[], maxWaitMs: number): CutWorkflow[] {
  const known = new Map<Workflow, CutWorkflow>()
  const cut = (workflow: Workflow): CutWorkflow => {
    const before = known.get(workflow)
    if (before !== undefined) return before
    const index = workflow.steps.findIndex(({ waitMs }) => waitMs > maxWaitMs)
    const dependsOn = workflow.dependsOn.map(other => cut(other).workflow)
    const shorter = index === -1 ? {} : { steps: workflow.steps.slice(0, index), outputs: [] }
    const result = { workflow: { ...workflow, dependsOn, ...shorter }, late: workflow.steps[index] }
    known.set(workflow, result)
    return result
  }
  return workflows.map(cut)
}

/** Returns the check of a step that is not run for its wait. */
export function lateCheck (workflow: Workflow, { act, id, place, waitMs }: Step): Check {
  return {
    name: id,
    suite: workflow.id,
    ...act.kind === 'operation' && { operation: act.operation.id },
    result: 'skipped',
    message: `it waits ${formatDuration(waitMs)} first, which is longer than --max-wait allows`,
    tookMs: 0,
    place: { file: workflow.file, ...place }
  }
}
