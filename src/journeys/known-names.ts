import { nearest } from '../documents/nearest.ts'

/** The names that expressions of a workflow may use. */
export interface KnownNames {
  /** `undefined` where the workflow does not list its inputs. */
  readonly inputs: readonly string[] | undefined
  /** The outputs of the steps, by step. */
  readonly steps: ReadonlyMap<string, readonly string[]>
  /** The inputs and outputs of the workflows, by workflow. */
  readonly workflows: ReadonlyMap<string, Pick<KnownNames, 'inputs' | 'outputs'>>
  /** The outputs of the workflow itself. */
  readonly outputs: readonly string[]
  /** The members of the source descriptions, by name. */
  readonly sources: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** The values of the parameters among the components. */
  readonly parameters: ReadonlyMap<string, unknown>
  readonly self: string | undefined
}

/** Error for an expression or a condition that cannot be run. Its message is a sentence without an end. */
export class ExpressionFault extends Error {}

/** Throws for a name that is not known, with the nearest that is. */
export function rejectUnknown (what: string, name: string, known: Iterable<string>): never {
  const names = [...known]
  const near = nearest(name, names)
  const hint = near === undefined ? ` (there are: ${names.join(', ') || 'none'})` : `, did you mean "${near}"?`
  throw new ExpressionFault(`there is no ${what} "${name}"${hint}`)
}
