import { sentPath } from '../contract/route-url.ts'
import type { ArazzoBody, ArazzoParameter, ArazzoStep } from './arazzo.ts'
import { compileActions, compileCriteria } from './compile-actions.ts'
import type { PlacedAction } from './compile-actions.ts'
import { compileExpression, isExpression } from './compile-expression.ts'
import { compileExtensions } from './compile-extensions.ts'
import { compileText, compileValue } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import { findByOperationId, findByOperationPath } from './find-step-operation.ts'
import type { NamedValue, Step, StepAct, StepBody, StepParameter } from './journey.ts'
import type { JourneyCompiler } from './journey-compiler.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'
import { replacedBy } from './replace-parts.ts'

export interface StepContext {
  readonly compiler: JourneyCompiler
  readonly values: ValueContext
  /** The ids of the steps of the workflow. */
  readonly stepIds: readonly string[]
  /** The parameters that its workflow adds, with their values. */
  readonly inherited: readonly ArazzoParameter[]
  readonly successActions: readonly PlacedAction[]
  readonly failureActions: readonly PlacedAction[]
}

/** Compiles a step. Reports its faults; returns `undefined` where it has none to do. */
export function compileStep (step: ArazzoStep, pointer: string, context: StepContext): Step | undefined {
  const { compiler } = context
  const act = compiler.attempt(pointer, () => compileAct(step, context))
  if (act === undefined) return undefined
  const values = act.kind === 'workflow' ? withOutputsOf(act, context.values) : context.values
  const at = { ...context, values }
  const list = (name: 'onSuccess' | 'onFailure'): PlacedAction[] =>
    (step[name] ?? []).map((action, index) => ({ action, pointer: `${pointer}/${name}/${index}` }))
  return {
    id: step.stepId,
    description: step.description,
    place: compiler.file.locate(pointer),
    act,
    parameters: compileParameters(step, pointer, { ...at, act }),
    body: step.requestBody && compiler.attempt(`${pointer}/requestBody`, () => compileBody(step.requestBody, values)),
    criteria: compileCriteria(step.successCriteria ?? [], `${pointer}/successCriteria`, at),
    onSuccess: compileActions(list('onSuccess'), context.successActions, { ...at, kind: 'successActions' }),
    onFailure: compileActions(list('onFailure'), context.failureActions, { ...at, kind: 'failureActions' }),
    outputs: compileOutputs(step.outputs, `${pointer}/outputs`, at),
    timeoutMs: step.timeout,
    dependsOn: compileDependencies(step, pointer, context),
    ...compileExtensions(step, pointer, at)
  }
}

function compileAct (step: ArazzoStep, { compiler, values }: StepContext): StepAct {
  const { channelPath, operationId, operationPath, 'x-operation': request, workflowId } = step
  if (channelPath !== undefined) throw new ExpressionFault('steps of AsyncAPI channels cannot be run: only HTTP can')
  const goals = [operationId, operationPath, workflowId, request].filter(goal => goal !== undefined).length
  if (goals !== 1) throw new ExpressionFault('a step needs one of operationId, operationPath and workflowId')
  if (workflowId !== undefined) return { kind: 'workflow', workflow: compiler.use(compiler.findWorkflow(workflowId)) }
  if (request !== undefined) {
    return { kind: 'url', method: request.method.toUpperCase(), url: compileText(request.url, values.known) }
  }
  const operation = operationId === undefined
    ? findByOperationPath(compiler, operationPath ?? '')
    : findByOperationId(compiler, operationId)
  return { kind: 'operation', operation }
}

/** Adds the outputs of the workflow that a step runs, which `$outputs` names there. */
function withOutputsOf ({ workflow }: StepAct & { kind: 'workflow' }, values: ValueContext): ValueContext {
  const outputs = values.known.workflows.get(workflow.id)?.outputs ?? workflow.outputs.map(({ name }) => name)
  return { ...values, known: { ...values.known, outputs } }
}

function compileParameters (
  step: ArazzoStep,
  pointer: string,
  context: StepContext & { readonly act: StepAct }
): StepParameter[] {
  const { act, compiler, inherited, values } = context
  const own: StepParameter[] = []
  for (const [index, parameter] of (step.parameters ?? []).entries()) {
    const at = `${pointer}/parameters/${index}`
    const compiled = compiler.attempt(at, () => {
      return compileParameter(compiler.resolve<ArazzoParameter>(parameter, 'parameters'), act, values)
    })
    if (compiled !== undefined) own.push(compiled)
  }
  const others = inherited.filter(({ in: place, name }) => !own.some(one => one.name === name && one.in === place))
  const added = others.map(parameter => compiler.attempt(pointer, () => compileParameter(parameter, act, values)))
  const parameters = [...added.filter(parameter => parameter !== undefined), ...own]
  compiler.attempt(pointer, () => checkPath(act, parameters))
  return parameters
}

function compileParameter (
  { in: place, name, value }: ArazzoParameter,
  act: StepAct,
  values: ValueContext
): StepParameter {
  if (act.kind === 'workflow') return { name, in: undefined, value: compileValue(value, values) }
  if (place === undefined) throw new ExpressionFault(`the parameter "${name}" needs its place, as in "in: query"`)
  return { name, in: place, value: compileValue(value, values) }
}

function checkPath (act: StepAct, parameters: readonly StepParameter[]): void {
  if (act.kind !== 'operation') return
  const inPath = parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
  const { id, path } = act.operation
  const template = [...sentPath(path).matchAll(/\{([^}]*)\}/g)].map(match => match[1] ?? '')
  for (const name of template) {
    if (inPath.includes(name)) continue
    throw new ExpressionFault(`the path of ${id} needs the parameter "${name}" (in: path)`)
  }
  const extra = inPath.find(name => !template.includes(name))
  if (extra !== undefined) rejectUnknown(`parameter in the path of ${id}`, extra, template)
}

function compileBody (body: ArazzoBody = {}, values: ValueContext): StepBody {
  const { contentType, payload, replacements = [] } = body
  const value = compileValue(payload, values)
  return { contentType, value: replacedBy(value, replacements, values) }
}

/** Compiles outputs, each an expression or a selector. */
export function compileOutputs (
  outputs: Readonly<Record<string, unknown>> | undefined,
  pointer: string,
  { compiler, values }: Pick<StepContext, 'compiler' | 'values'>
): NamedValue[] {
  const named = Object.entries(outputs ?? {}).map(([name, output]) => {
    const value = compiler.attempt(`${pointer}/${name}`, () => compileOutput(output, values))
    return value && { name, value }
  })
  return named.filter(output => output !== undefined)
}

function compileOutput (output: unknown, values: ValueContext): NamedValue['value'] {
  const isValue = typeof output !== 'string' || isExpression(output) || output.includes('{$')
  // An output without an expression would be the same in every run: it is a mistake.
  return isValue ? compileValue(output, values) : compileExpression(output, values.known)
}

function compileDependencies (step: ArazzoStep, pointer: string, { compiler, stepIds }: StepContext): string[] {
  const known: string[] = []
  for (const [index, id] of (step.dependsOn ?? []).entries()) {
    const found = compiler.attempt(`${pointer}/dependsOn/${index}`, () => {
      if (id.startsWith('$')) throw new ExpressionFault('steps of other workflows cannot be waited for: use their ids')
      return stepIds.includes(id) ? id : rejectUnknown('step', id, stepIds)
    })
    if (found !== undefined) known.push(found)
  }
  return known
}
