import type { ArazzoAction, ArazzoCriterion, Reusable } from './arazzo.ts'
import { compileCriterion } from './compile-criterion.ts'
import { compileValue } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import type { Criterion, StepAction, StepParameter } from './journey.ts'
import type { JourneyCompiler } from './journey-compiler.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'

export interface ActionsContext {
  readonly compiler: JourneyCompiler
  readonly values: ValueContext
  readonly kind: 'successActions' | 'failureActions'
  /** The ids of the steps of the workflow. */
  readonly stepIds: readonly string[]
}

/** An action, or a reference to one, with its JSON pointer. */
export interface PlacedAction {
  readonly action: ArazzoAction | Reusable
  readonly pointer: string
}

/** Lists the actions of a step: its own, and those of its workflow with other names. */
export function compileActions (
  own: readonly PlacedAction[],
  inherited: readonly PlacedAction[],
  context: ActionsContext
): StepAction[] {
  const actions: StepAction[] = []
  for (const { action, pointer } of [...own, ...inherited]) {
    const compiled = context.compiler.attempt(pointer, () => compileAction(action, pointer, context))
    const isOverridden = actions.some(({ name }) => name === compiled?.name)
    if (compiled !== undefined && !isOverridden) actions.push(compiled)
  }
  return actions
}

function compileAction (part: ArazzoAction | Reusable, pointer: string, context: ActionsContext): StepAction {
  const { compiler, kind, stepIds, values } = context
  const action = compiler.resolve<ArazzoAction>(part, kind)
  const { criteria = [], name, parameters = [], retryAfter = 0, retryLimit = 1, stepId, type, workflowId } = action
  checkGoal(action)
  if (stepId !== undefined && !stepIds.includes(stepId)) rejectUnknown('step', stepId, stepIds)
  return {
    name,
    type,
    stepId,
    workflow: workflowId === undefined ? undefined : compiler.use(compiler.findWorkflow(workflowId)),
    criteria: compileCriteria(criteria, `${pointer}/criteria`, context),
    parameters: parameters.map(parameter => {
      const { name, value } = compiler.resolve(parameter, 'parameters')
      const compiled: StepParameter = { name, in: undefined, value: compileValue(value, values) }
      return compiled
    }),
    retryAfterMs: retryAfter * 1_000,
    retryLimit
  }
}

function checkGoal ({ stepId, type, workflowId }: ArazzoAction): void {
  const goals = [stepId, workflowId].filter(goal => goal !== undefined).length
  if (goals > 1) throw new ExpressionFault('an action has a stepId or a workflowId, not both')
  if (type === 'goto' && goals === 0) throw new ExpressionFault('a goto needs a stepId or a workflowId')
  if (type === 'end' && goals > 0) throw new ExpressionFault('an end has no stepId and no workflowId: write goto')
}

/** Compiles criteria; reports each that cannot be run. */
export function compileCriteria (
  criteria: readonly ArazzoCriterion[],
  pointer: string,
  { compiler, values }: Pick<ActionsContext, 'compiler' | 'values'>
): Criterion[] {
  const compiled = criteria.map((criterion, index) => {
    const at = `${pointer}/${index}`
    return compiler.attempt(at, () => compileCriterion(criterion, values, compiler.file.locate(at)))
  })
  return compiled.filter(criterion => criterion !== undefined)
}
