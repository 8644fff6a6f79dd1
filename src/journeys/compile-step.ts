import type { ArazzoBody, ArazzoStep } from './arazzo.ts'
import { compileActions, compileCriteria } from './compile-actions.ts'
import type { PlacedAction } from './compile-actions.ts'
import { compileExtensions } from './compile-extensions.ts'
import { compileOutputs } from './compile-outputs.ts'
import { compileParameters } from './compile-parameters.ts'
import { compileText, compileValue } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import { findByOperationId, findByOperationPath } from './find-step-operation.ts'
import type { Step, StepAct, StepBody } from './journey.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'
import { replacedBy } from './replaced-by.ts'
import type { StepContext } from './step-context.ts'

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

function compileBody (body: ArazzoBody = {}, values: ValueContext): StepBody {
  const { contentType, payload, replacements = [] } = body
  const value = compileValue(payload, values)
  return { contentType, value: replacedBy(value, replacements, values) }
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
