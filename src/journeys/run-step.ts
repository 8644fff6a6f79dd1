import { stopwatch } from '../worlds/clock.ts'
import { attemptRequest, listFaults } from './attempt-step.ts'
import type { Attempt } from './attempt-step.ts'
import { evaluateOutputs } from './evaluate-outputs.ts'
import type { Step, StepAction, StepParameter, Workflow } from './journey.ts'
import type { JourneyRun, Retry } from './journey-run.ts'
import { retryAfterMs } from './retry-after-ms.ts'
import { whyFailed } from './why-failed.ts'
import type { JourneyExchange, StepFault, StepResult, WorkflowResult } from './workflow-result.ts'

/** The way on after a step. */
export type Next =
  | { readonly kind: 'following' | 'end' }
  | { readonly kind: 'step', readonly id: string }
  | { readonly kind: 'workflow', readonly workflow: Workflow, readonly parameters: readonly StepParameter[] }

/** Runs a workflow within another. */
export type RunInner = (
  workflow: Workflow,
  parameters: readonly StepParameter[],
  run: JourneyRun
) => Promise<WorkflowResult>

/** Runs a step with its retries, and chooses what comes after it. */
export async function runStep (
  step: Step,
  run: JourneyRun,
  runInner: RunInner
): Promise<{ readonly result: StepResult, readonly next: Next }> {
  const start = stopwatch()
  const waitedBefore = run.waitedMs
  const tries = await tryStep(step, run, runInner)
  const { attempt: { callback, context, inner }, attempts, exchanges } = tries
  const own = { ...inner?.outputs }
  const evaluated = evaluateOutputs(step.outputs, context)
  const outputs = { ...own, ...evaluated.outputs }
  const faults: StepFault[] = [...tries.attempt.faults]
  if (faults.length === 0 && evaluated.fault !== undefined) faults.push({ message: evaluated.fault, place: step.place })
  const hasPassed = faults.length === 0
  if (hasPassed) run.steps.set(step.id, outputs)
  const action = hasPassed ? chooseAction(step.onSuccess, tries) : tries.action
  const result: StepResult = {
    step,
    status: hasPassed ? 'passed' : 'failed',
    isHandled: !hasPassed && action?.type === 'goto',
    faults,
    exchanges,
    callback,
    outputs,
    attempts,
    waitedMs: run.waitedMs - waitedBefore,
    inner,
    tookMs: stopwatch() - start
  }
  return { result, next: nextOf(action, hasPassed) }
}

/** The attempts of a step so far. */
interface Tries {
  attempt: Attempt
  attempts: number
  exchanges: JourneyExchange[]
  /** The action that is left when it has failed for good. */
  action: StepAction | undefined
}

async function tryStep (step: Step, run: JourneyRun, runInner: RunInner): Promise<Tries> {
  const missing = step.dependsOn.find(id => !run.steps.has(id))
  if (missing !== undefined) {
    const fault = { message: `the step ${missing} has not passed before`, place: step.place }
    const attempt = { faults: [fault], exchanges: [], callback: undefined, inner: undefined, context: run.context() }
    return { attempt, attempts: 0, exchanges: [], action: undefined }
  }
  await run.wait(step, step.waitMs, 'wait')
  const retries = new Map<StepAction, number>()
  const exchanges: JourneyExchange[] = []
  for (let attempts = 1; ; attempts++) {
    const attempt = await makeAttempt(step, attempts, { run, runInner })
    exchanges.push(...attempt.exchanges)
    const tries = { attempt, attempts, exchanges, action: undefined }
    if (attempt.faults.length === 0) return tries
    const mayRun = (action: StepAction): boolean => {
      if (action.type !== 'retry') return true
      const isLeft = (retries.get(action) ?? 0) < action.retryLimit
      return run.options.mayRetry?.(retryOf(step, action, tries, run)) ?? isLeft
    }
    const action = chooseAction(step.onFailure.filter(mayRun), tries)
    if (action?.type !== 'retry') return { ...tries, action }
    retries.set(action, (retries.get(action) ?? 0) + 1)
    await prepareRetry(step, action, { run, runInner, tries })
  }
}

interface AttemptContext {
  readonly run: JourneyRun
  readonly runInner: RunInner
}

async function makeAttempt (step: Step, attempt: number, { run, runInner }: AttemptContext): Promise<Attempt> {
  if (step.act.kind !== 'workflow') return await attemptRequest(step, attempt, run)
  const inner = await runInner(step.act.workflow, step.parameters, run)
  const context = run.context({ outputs: inner.outputs })
  const faults: StepFault[] = inner.status === 'failed'
    ? [{ message: `the workflow ${inner.workflow.id} has failed: ${whyFailed(inner)}`, place: step.place }]
    : listFaults(step, context)
  return { faults, exchanges: [], callback: undefined, inner, context }
}

/** Returns the first action whose criteria pass. */
function chooseAction (actions: readonly StepAction[], { attempt: { context } }: Tries): StepAction | undefined {
  return actions.find(({ criteria }) => criteria.every(criterion => criterion.fault(context) === undefined))
}

function retryOf (
  step: Step,
  { retryAfterMs: ownMs }: StepAction,
  { attempt, attempts }: Tries,
  { target }: JourneyRun
): Retry {
  const response = attempt.context.exchange?.response
  const headerMs = response && retryAfterMs(response, target.now())
  return { step, attempts, retryAfterMs: ownMs, headerMs }
}

async function prepareRetry (
  step: Step,
  action: StepAction,
  { run, runInner, tries }: AttemptContext & { readonly tries: Tries }
): Promise<void> {
  const { parameters, stepId, workflow } = action
  const retry = retryOf(step, action, tries, run)
  const ms = run.options.retryDelayMs?.(retry) ?? retry.headerMs ?? retry.retryAfterMs
  await run.wait(step, ms, retry.headerMs === undefined ? 'retryAfter' : 'header')
  if (workflow !== undefined) await runInner(workflow, parameters, run)
  const before = stepId === undefined ? undefined : run.workflow.steps.find(({ id }) => id === stepId)
  if (before !== undefined && before !== step) await runStep(before, run, runInner)
}

function nextOf (action: StepAction | undefined, hasPassed: boolean): Next {
  if (action === undefined || action.type === 'retry') return { kind: hasPassed ? 'following' : 'end' }
  if (action.type === 'end') return { kind: 'end' }
  if (action.workflow !== undefined) {
    return { kind: 'workflow', workflow: action.workflow, parameters: action.parameters }
  }
  return { kind: 'step', id: action.stepId ?? '' }
}
