import type { ArazzoParameter } from './arazzo.ts'
import type { PlacedAction } from './compile-actions.ts'
import type { ValueContext } from './compile-value.ts'
import type { JourneyCompiler } from './journey-compiler.ts'

/** All that the parts of a step are compiled with. */
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
