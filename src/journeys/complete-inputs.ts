import { randomUUID } from 'node:crypto'
import { exactJson } from '../exact-json.ts'
import type { InputProperty, Workflow } from './journey.ts'
import type { Target } from './target.ts'

/** The inputs of a run, and what is wrong with them. */
interface CompletedInputs {
  readonly inputs: Readonly<Record<string, unknown>>
  /** Each a sentence without an end. */
  readonly faults: readonly string[]
}

/** Adds the defaults to the inputs of a workflow, and the values that are made for each run. */
export function completeInputs (
  { inputs: { check, properties } }: Workflow,
  target: Pick<Target, 'callbackUrl'>,
  given: Readonly<Record<string, unknown>> = {}
): CompletedInputs {
  const inputs: Record<string, unknown> = {}
  for (const property of properties) {
    const value = readGiven(given[property.name], property) ?? generated(property, target) ?? property.default
    if (value !== undefined) inputs[property.name] = value
  }
  const declared = properties.map(({ name }) => name)
  // A schema without properties takes any input.
  if (declared.length === 0) Object.assign(inputs, given)
  return { inputs, faults: check(inputs) }
}

/** Reads a text, as a command line gives it, in the type of its input. */
function readGiven (value: unknown, { isText }: InputProperty): unknown {
  if (isText || typeof value !== 'string') return value
  try {
    return exactJson.parse(value)
  } catch {
    return value
  }
}

function generated ({ generated }: InputProperty, { callbackUrl }: Pick<Target, 'callbackUrl'>): string | undefined {
  if (generated === 'callbackUrl') return callbackUrl
  return generated === 'uuid' ? randomUUID() : undefined
}
