import { MissingValue } from './compile-value.ts'
import type { NamedValue } from './journey.ts'
import type { JourneyContext } from './journey-context.ts'

/** Evaluates outputs; an expression within a text that has no value is a fault. */
export function evaluateOutputs (
  outputs: readonly NamedValue[],
  context: JourneyContext
): { readonly outputs: Readonly<Record<string, unknown>>, readonly fault: string | undefined } {
  const values: Record<string, unknown> = {}
  try {
    for (const { name, value } of outputs) values[name] = value(context)
    return { outputs: values, fault: undefined }
  } catch (error) {
    if (!(error instanceof MissingValue)) throw error
    return { outputs: values, fault: error.message }
  }
}
