import { stopwatch } from '../worlds/clock.ts'
import { completeInputs } from './complete-inputs.ts'
import { evaluateOutputs } from './evaluate-outputs.ts'
import type { Step, StepParameter, Workflow } from './journey.ts'
import { JourneyRun } from './journey-run.ts'
import type { Finished, RunOptions } from './journey-run.ts'
import { runStep } from './run-step.ts'
import type { Target } from './target.ts'
import { whyFailed } from './why-failed.ts'
import type { StepResult, WorkflowResult } from './workflow-result.ts'

/** The most steps that one workflow runs: its actions may lead in circles. */
const MAX_STEPS = 1_000

/** How deep workflows may run within others. */
const MAX_DEPTH = 50

/** The depth of a workflow that runs, and the workflows that ran before it. */
export interface RunPlace {
  /** The workflows that ran before on the same target. */
  readonly finished?: Finished
  /** @default 0 */
  readonly depth?: number
}

/** Runs a workflow on a target. Never rejects because of what the target does: the result tells it. */
export async function runWorkflow (
  workflow: Workflow,
  target: Target,
  options: RunOptions = {},
  { depth = 0, finished = new Map() }: RunPlace = {}
): Promise<WorkflowResult> {
  const start = stopwatch()
  const { faults, inputs } = completeInputs(workflow, target, options.inputs)
  const steps: StepResult[] = []
  const end = (message?: string, outputs: WorkflowResult['outputs'] = {}): WorkflowResult => {
    const hasFailed = message !== undefined || steps.some(({ isHandled, status }) => status === 'failed' && !isHandled)
    const status = hasFailed ? 'failed' : 'passed'
    return { workflow, status, message, steps, inputs, outputs, tookMs: stopwatch() - start }
  }
  if (faults.length > 0) return end(faults.join('; '))
  if (depth > MAX_DEPTH) return end(`workflows run within each other more than ${MAX_DEPTH} deep`)
  const run = new JourneyRun(workflow, target, { options, inputs, finished, depth })
  const message = await runSteps(run, steps)
  const { outputs, fault } = evaluateOutputs(workflow.outputs, run.context())
  finished.set(workflow.id, { inputs, outputs })
  return end(message ?? fault, outputs)
}

/** Runs the steps, each as the one before it says. Returns why the workflow fails beside its steps. */
async function runSteps (run: JourneyRun, results: StepResult[]): Promise<string | undefined> {
  const { steps } = run.workflow
  let step: Step | undefined = steps[0]
  while (step !== undefined) {
    if (results.length >= MAX_STEPS) return `more than ${MAX_STEPS} steps ran: its actions lead in a circle`
    const { next, result } = await runStep(step, run, runInner)
    results.push(result)
    for (const { stepEnded } of run.options.observers ?? []) await stepEnded?.(result, run.workflow, run.target)
    if (next.kind === 'end') return undefined
    if (next.kind === 'workflow') {
      const inner = await runInner(next.workflow, next.parameters, run)
      return inner.status === 'failed' ? `the workflow ${inner.workflow.id} has failed: ${whyFailed(inner)}` : undefined
    }
    const following: number = steps.indexOf(step) + 1
    step = next.kind === 'step' ? steps.find(({ id }) => id === next.id) : steps[following]
  }
}

/** Runs a workflow within another, which gives it its inputs. */
async function runInner (
  workflow: Workflow,
  parameters: readonly StepParameter[],
  { depth, finished, options, steps, target, ...run }: JourneyRun
): Promise<WorkflowResult> {
  const context = { ...run, steps, workflows: finished, outputs: {}, exchange: undefined, message: undefined }
  const given = parameters.map(({ name, value }) => [name, value(context)] as const)
  const inputs = Object.fromEntries(given.filter(([, value]) => value !== undefined))
  return await runWorkflow(workflow, target, { ...options, inputs }, { depth: depth + 1, finished })
}
