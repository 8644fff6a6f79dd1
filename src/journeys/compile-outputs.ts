import { compileExpression, isExpression } from './compile-expression.ts'
import { compileValue } from './compile-value.ts'
import type { ValueContext } from './compile-value.ts'
import type { NamedValue } from './journey.ts'
import type { StepContext } from './step-context.ts'

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
