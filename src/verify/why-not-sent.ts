import type { StepAct, Workflow } from '../journeys/journey.ts'
import type { JourneyRequest } from '../journeys/target.ts'
import { whyRefused } from './request-policy.ts'
import type { RequestPolicy } from './request-policy.ts'
import { whyNotSetUp } from './service-targets.ts'

/**
 * Returns why a workflow does not run on a real service, so that none of its requests is sent; `undefined` where all of
 * them may be.
 */
export function whyNotSent (workflow: Workflow, policy: RequestPolicy): string | undefined {
  return whyRefusedIn(workflow, policy, new Set())
}

function whyRefusedIn (workflow: Workflow, policy: RequestPolicy, seen: Set<Workflow>): string | undefined {
  if (seen.has(workflow)) return undefined
  seen.add(workflow)
  const setup = whyNotSetUp(workflow.setup)
  if (setup !== undefined) return setup
  for (const { act, id, onFailure, onSuccess } of workflow.steps) {
    const why = act.kind === 'workflow' ? whyRefusedIn(act.workflow, policy, seen) : whyRefused(requestOf(act), policy)
    if (why !== undefined) return `${id}: ${why}`
    for (const action of [...onSuccess, ...onFailure]) {
      const inner = action.workflow && whyRefusedIn(action.workflow, policy, seen)
      if (inner !== undefined) return `${id}: ${inner}`
    }
  }
  const needed = workflow.dependsOn.find(other => whyRefusedIn(other, policy, seen) !== undefined)
  return needed && `${needed.id}, which runs before it, is not sent`
}

type RequestAct = Exclude<StepAct, { kind: 'workflow' }>

function requestOf (act: RequestAct): Pick<JourneyRequest, 'method' | 'operation'> {
  if (act.kind === 'url') return { method: act.method, operation: undefined }
  return { method: act.operation.method, operation: act.operation }
}
