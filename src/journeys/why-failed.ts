import type { WorkflowResult } from './workflow-result.ts'

/** Returns why a workflow has failed, in a sentence without an end. */
export function whyFailed ({ message, steps }: WorkflowResult): string {
  if (message !== undefined) return message
  const failed = steps.find(({ isHandled, status }) => status === 'failed' && !isHandled)
  return `${failed?.step.id ?? 'a step'}: ${failed?.faults[0]?.message ?? 'it has failed'}`
}
