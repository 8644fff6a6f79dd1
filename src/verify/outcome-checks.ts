import type { WorkflowResult } from '../journeys/workflow-result.ts'
import { whyFailed } from '../journeys/why-failed.ts'
import type { Check } from '../reports/test-report.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'

/**
 * Returns a failed check for each workflow that passes on a service and fails on the stand-in: one of them does not do
 * what the contract says. A workflow with given inputs is left out, as a stand-in knows nothing of a service's ids.
 */
export function outcomeChecks (
  ofService: readonly WorkflowResult[],
  ofStandin: readonly WorkflowResult[],
  given: Readonly<Record<string, unknown>>
): Check[] {
  const checks: Check[] = []
  for (const { status, workflow } of ofService) {
    const twin = ofStandin.find(other => other.workflow.id === workflow.id)
    if (status !== 'passed' || twin?.status !== 'failed' || hasGivenInput(twin, given)) continue
    checks.push({
      name: workflow.id,
      suite: workflow.id,
      result: 'failed',
      message: `the contract says what the stand-in acts out; the stand-in fails at ${whyFailed(twin)}; ` +
        'the service passes the journey',
      tookMs: 0,
      place: { file: workflow.file, ...workflow.place }
    })
  }
  return checks
}

function hasGivenInput ({ workflow: { inputs } }: WorkflowResult, given: Readonly<Record<string, unknown>>): boolean {
  return inputs.properties.some(({ isSecret, name }) => {
    return Object.hasOwn(given, name) && !isSecret && !isCredentialName(name)
  })
}
