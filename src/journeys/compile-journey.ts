import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import type { ArazzoParameter, ArazzoWorkflow } from './arazzo.ts'
import type { PlacedAction } from './compile-actions.ts'
import { compileInputs } from './compile-inputs.ts'
import { compileOutputs } from './compile-outputs.ts'
import { compileStep } from './compile-step.ts'
import type { Journey } from './journey.ts'
import { JourneyCompiler, sharedNames } from './journey-compiler.ts'
import type { DraftWorkflow } from './journey-compiler.ts'
import { kindOf } from './journey-sources.ts'
import type { LoadedSource } from './journey-sources.ts'
import type { JsonPaths } from './json-paths.ts'
import { ExpressionFault } from './known-names.ts'
import type { KnownNames } from './known-names.ts'
import type { JourneyFile } from './read-journey.ts'
import type { StepContext } from './step-context.ts'

/**
 * Compiles a journey with the documents that it refers to, by name. Throws one `InvalidDocument` that lists all that
 * cannot be run, with its place.
 */
export function compileJourney (
  file: JourneyFile,
  sources: ReadonlyMap<string, LoadedSource>,
  paths: JsonPaths
): Journey {
  const compiler = new JourneyCompiler(file, sources, paths)
  const { document } = file
  for (const [index, source] of document.sourceDescriptions.entries()) {
    if (kindOf(source) !== 'asyncapi') continue
    compiler.report(`/sourceDescriptions/${index}`, 'AsyncAPI documents cannot be used: only HTTP can be run')
  }
  const names = new Map<string, Pick<KnownNames, 'inputs' | 'outputs'>>()
  for (const [index, workflow] of document.workflows.entries()) {
    const read = compiler.attempt(`/workflows/${index}/inputs`, () => compileInputs(file, index))
    const { names: inputs, ...compiled } = read ?? ANY_INPUTS
    if (names.has(workflow.workflowId)) {
      compiler.report(`/workflows/${index}/workflowId`, `"${workflow.workflowId}" is the id of another workflow too`)
    }
    names.set(workflow.workflowId, { inputs, outputs: Object.keys(workflow.outputs ?? {}) })
    compiler.workflows.set(workflow.workflowId, createDraft(workflow, { compiler, index, inputs: compiled }))
  }
  for (const [index, workflow] of document.workflows.entries()) fillDraft(workflow, index, { compiler, names })
  rejectCircles(compiler)
  if (compiler.problems.length > 0) throw createInvalidDocument(distinct(compiler.problems))
  return { file: file.file, title: document.info.title, workflows: [...compiler.workflows.values()] }
}

/** The inputs of a workflow whose own have a mistake, which has been reported. */
const ANY_INPUTS: ReturnType<typeof compileInputs> = { properties: [], names: undefined, check: () => [] }

/** Keeps one problem of each place: what follows from the same mistake is not told twice. */
function distinct (problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [`${problem.pointer} ${problem.message}`, problem])).values()]
}

interface DraftContext {
  readonly compiler: JourneyCompiler
  readonly index: number
  readonly inputs: DraftWorkflow['inputs']
}

function createDraft (workflow: ArazzoWorkflow, { compiler: { file }, index, inputs }: DraftContext): DraftWorkflow {
  return {
    id: workflow.workflowId,
    summary: workflow.summary,
    file: file.file,
    place: file.locate(`/workflows/${index}`),
    inputs,
    setup: workflow['x-standin-world'] ?? {},
    isPart: false,
    dependsOn: [],
    steps: [],
    outputs: []
  }
}

interface FillContext {
  readonly compiler: JourneyCompiler
  readonly names: KnownNames['workflows']
}

function fillDraft (workflow: ArazzoWorkflow, index: number, { compiler, names }: FillContext): void {
  const draft = compiler.workflows.get(workflow.workflowId)
  if (draft === undefined) return
  const pointer = `/workflows/${index}`
  const known: KnownNames = {
    ...sharedNames(compiler),
    inputs: names.get(workflow.workflowId)?.inputs,
    workflows: names,
    outputs: Object.keys(workflow.outputs ?? {}),
    steps: new Map(workflow.steps.map(step => [step.stepId, listOutputs(step, names)]))
  }
  const values = { known, paths: compiler.paths }
  const place = (name: 'successActions' | 'failureActions'): PlacedAction[] =>
    (workflow[name] ?? []).map((action, at) => ({ action, pointer: `${pointer}/${name}/${at}` }))
  const context: StepContext = {
    compiler,
    values,
    stepIds: workflow.steps.map(({ stepId }) => stepId),
    inherited: inheritedParameters(workflow, pointer, compiler),
    successActions: place('successActions'),
    failureActions: place('failureActions')
  }
  rejectDoubleSteps(workflow, pointer, compiler)
  const steps = workflow.steps.map((step, at) => compileStep(step, `${pointer}/steps/${at}`, context))
  draft.steps = steps.filter(step => step !== undefined)
  draft.outputs = compileOutputs(workflow.outputs, `${pointer}/outputs`, context)
  const dependencies = (workflow.dependsOn ?? []).map((id, at) =>
    compiler.attempt(`${pointer}/dependsOn/${at}`, () => compiler.findWorkflow(id)))
  draft.dependsOn = dependencies.filter(dependency => dependency !== undefined)
}

/** Lists the outputs of a step; those of the workflow that it runs are its own too. */
function listOutputs ({ outputs, workflowId }: ArazzoWorkflow['steps'][number], names: FillContext['names']): string[] {
  const inner = workflowId === undefined ? [] : names.get(workflowId)?.outputs ?? []
  return [...new Set([...Object.keys(outputs ?? {}), ...inner])]
}

function inheritedParameters (
  { parameters = [] }: ArazzoWorkflow,
  pointer: string,
  compiler: JourneyCompiler
): ArazzoParameter[] {
  const resolved = parameters.map((parameter, at) => {
    return compiler.attempt(`${pointer}/parameters/${at}`, () =>
      compiler.resolve<ArazzoParameter>(parameter, 'parameters'))
  })
  return resolved.filter(parameter => parameter !== undefined)
}

function rejectDoubleSteps ({ steps }: ArazzoWorkflow, pointer: string, compiler: JourneyCompiler): void {
  for (const [at, { stepId }] of steps.entries()) {
    const isDouble = steps.findIndex(step => step.stepId === stepId) < at
    if (isDouble) compiler.report(`${pointer}/steps/${at}/stepId`, `"${stepId}" is the id of another step too`)
  }
}

/** Rejects workflows that would run themselves, as a step or before themselves. */
function rejectCircles (compiler: JourneyCompiler): void {
  for (const [index, { workflowId }] of compiler.file.document.workflows.entries()) {
    compiler.attempt(`/workflows/${index}`, () => {
      const start = compiler.workflows.get(workflowId)
      if (start !== undefined) walk(start, [], start)
    })
  }
}

type Walked = Pick<Journey['workflows'][number], 'id' | 'steps' | 'dependsOn'>

function walk (workflow: Walked, seen: readonly Walked[], start: Walked): void {
  if (seen.includes(workflow)) {
    if (workflow !== start) return
    throw new ExpressionFault(`the workflow runs itself: ${[...seen, workflow].map(({ id }) => id).join(' → ')}`)
  }
  const inner = workflow.steps.flatMap(({ act }) => act.kind === 'workflow' ? [act.workflow] : [])
  for (const next of [...inner, ...workflow.dependsOn]) walk(next, [...seen, workflow], start)
}
