import type { StepResult, WorkflowResult } from '../journeys/workflow-result.ts'
import type { Check } from '../reports/test-report.ts'

/** Returns the result of a workflow as checks of a report: one of each step that ran. */
export function journeyChecks (result: WorkflowResult): Check[] {
  const { message, status, steps, tookMs, workflow } = result
  const checks = steps.map(step => stepCheck(step, result))
  // Without a step, the workflow itself tells why; so does one that fails though its steps passed.
  if (steps.length > 0 && message === undefined) return checks
  const own: Check = {
    name: workflow.id,
    suite: workflow.id,
    result: status,
    ...message !== undefined && { message },
    tookMs: steps.length === 0 ? tookMs : 0,
    place: { file: workflow.file, ...workflow.place }
  }
  return [...checks, own]
}

function stepCheck ({ faults, isHandled, status, step, tookMs }: StepResult, { workflow }: WorkflowResult): Check {
  const { act } = step
  const messages = faults.map(({ message }) => message).join('; ')
  const [first] = faults
  return {
    name: step.id,
    suite: workflow.id,
    ...act.kind === 'operation' && { operation: act.operation.id },
    result: isHandled ? 'passed' : status,
    ...messages !== '' && !isHandled && { message: messages },
    tookMs,
    place: { file: workflow.file, ...first?.place ?? step.place }
  }
}
