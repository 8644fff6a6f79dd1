import { sentPath } from '../contract/route-url.ts'
import type { ArazzoParameter, ArazzoStep } from './arazzo.ts'
import { compileValue } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import type { StepAct, StepParameter } from './journey.ts'
import { ExpressionFault, rejectUnknown } from './known-names.ts'
import type { StepContext } from './step-context.ts'

/** Compiles the parameters of a step, with those that its workflow adds. */
export function compileParameters (
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

/** Rejects parameters that do not fill the path of an operation. */
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
