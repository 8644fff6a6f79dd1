import type { Journey, Workflow, WorkflowInputs } from './journey.ts'
import type { RunOptions } from './journey-run.ts'
import { runWorkflow } from './run-workflow.ts'
import { TargetFailed } from './target.ts'
import type { Target, Targets } from './target.ts'
import { whyFailed } from './why-failed.ts'
import type { WorkflowResult } from './workflow-result.ts'

/** Receives each result when its workflow has ended. */
export type OnResult = (result: WorkflowResult) => void

/**
 * Runs the workflows of a journey. Those that depend on each other share a target; each other one has its own, so that
 * none sees what another did. A workflow that others run, and whose inputs are missing, is skipped.
 */
export async function runJourney (
  { workflows }: Journey,
  targets: Targets,
  options: RunOptions = {},
  onResult: OnResult = () => {}
): Promise<WorkflowResult[]> {
  const results: WorkflowResult[] = []
  const done = (result: WorkflowResult): void => {
    results.push(result)
    onResult(result)
  }
  for (const group of groupWorkflows(workflows)) {
    const [first] = group
    if (first === undefined) continue
    try {
      const target = await targets.open(Object.assign({}, ...group.map(({ setup }) => setup)))
      try {
        await runGroup(group, target, options, done)
      } finally {
        await target.close()
      }
    } catch (error) {
      if (!(error instanceof TargetFailed)) throw error
      for (const workflow of group) done(withoutRun(workflow, 'failed', error.message))
    }
  }
  return results
}

async function runGroup (
  group: readonly Workflow[],
  target: Target,
  options: RunOptions,
  done: OnResult
): Promise<void> {
  const finished = new Map()
  const failed = new Map<Workflow, string>()
  for (const workflow of group) {
    const before = workflow.dependsOn.find(dependency => failed.has(dependency))
    const missing = whyNotAlone(workflow, options.inputs)
    const message = before === undefined ? missing : `${before.id}, which runs before it, has not passed`
    const result = message === undefined
      ? await runWorkflow(workflow, target, options, { finished })
      : withoutRun(workflow, 'skipped', message)
    if (result.status !== 'passed') failed.set(workflow, result.message ?? whyFailed(result))
    done(result)
  }
}

/** Returns why a workflow that is a part of others cannot run alone. */
function whyNotAlone ({ inputs, isPart }: Workflow, given: RunOptions['inputs']): string | undefined {
  if (!isPart) return undefined
  const missing = listMissing(inputs, given)
  return missing.length === 0 ? undefined : `other workflows run it, and give it its inputs: ${missing.join('; ')}`
}

function listMissing ({ check, properties }: WorkflowInputs, given: RunOptions['inputs'] = {}): readonly string[] {
  const known = properties.map(({ default: value, generated, name }) => [name, given[name] ?? value ?? generated])
  return check(Object.fromEntries(known.filter(([, value]) => value !== undefined)))
}

function withoutRun (workflow: Workflow, status: 'failed' | 'skipped', message: string): WorkflowResult {
  return { workflow, status, message, steps: [], inputs: {}, outputs: {}, tookMs: 0 }
}

/** Puts workflows that depend on each other together, each after those that it depends on. */
function groupWorkflows (workflows: readonly Workflow[]): Workflow[][] {
  const groups: Workflow[][] = []
  for (const workflow of workflows) {
    const needed = withDependencies(workflow)
    const joined = groups.filter(group => group.some(one => needed.includes(one)))
    const others = groups.filter(group => !joined.includes(group))
    const group = [...new Set([...joined.flat(), ...needed])]
    groups.splice(0, groups.length, ...others, group)
  }
  return groups.toSorted((a, b) => firstIndex(a, workflows) - firstIndex(b, workflows))
}

function withDependencies (workflow: Workflow): Workflow[] {
  return [...new Set([...workflow.dependsOn.flatMap(withDependencies), workflow])]
}

function firstIndex (group: readonly Workflow[], workflows: readonly Workflow[]): number {
  return Math.min(...group.map(workflow => workflows.indexOf(workflow)).filter(index => index >= 0))
}
