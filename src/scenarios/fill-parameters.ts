import { exactJson } from '../exact-json.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'
import { TemplateBudget } from '../simulation/template-budget.ts'
import type { ParameterValues, ScenarioDocument } from '../worlds/scenario.ts'

/** A place at which a scenario uses a parameter. */
export interface ParameterUse {
  readonly name: string
  /** JSON pointer in the document. */
  readonly pointer: string
}

const WHOLE = /^\$parameters\.([A-Za-z_][\w-]*)$/
const WITHIN = /\{\$parameters\.([A-Za-z_][\w-]*)\}/g

/** Returns the default values of a scenario's parameters. */
export function defaultParameters ({ parameters = {} }: ScenarioDocument): ParameterValues {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default])
  )
}

/**
 * Replaces `$parameters.name` with the value of the parameter, and `{$parameters.name}` within a
 * longer text or the name of a member with the value as text. The description stays as it is. Throws
 * `TemplateTooLarge` where the values are too large for the places that name them.
 */
export function fillParameters (
  { description, parameters, ...content }: ScenarioDocument,
  values: ParameterValues
): Omit<ScenarioDocument, 'parameters'> {
  const filled = fill(content, values, new TemplateBudget())
  return { description, ...(filled as object) } // filling keeps an object an object
}

/** Lists every place at which a value uses a parameter. */
export function listParameterUses (value: unknown, pointer = ''): ParameterUse[] {
  if (typeof value === 'string') return namesIn(value).map(name => ({ name, pointer }))
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => listParameterUses(item, `${pointer}/${index}`))
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${pointer}/${escapePointer(name)}`
    return [...namesIn(name).map(name => ({ name, pointer: at })), ...listParameterUses(member, at)]
  })
}

function namesIn (text: string): string[] {
  const [, whole] = WHOLE.exec(text) ?? []
  return whole === undefined ? [...text.matchAll(WITHIN)].map(([, name = '']) => name) : [whole]
}

function fill (value: unknown, values: ParameterValues, budget: TemplateBudget): unknown {
  if (typeof value === 'string') return fillText(value, values, budget)
  if (Array.isArray(value)) return value.map(item => fill(item, values, budget))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      String(fillText(name, values, budget)),
      fill(member, values, budget)
    ])
  )
}

function fillText (text: string, values: ParameterValues, budget: TemplateBudget): unknown {
  const [, whole] = WHOLE.exec(text) ?? []
  if (whole !== undefined) return budget.fill(ownMember(values, whole))
  return text.replace(WITHIN, (_all, name: string) => String(budget.fill(toText(ownMember(values, name)))))
}

function toText (value: unknown): string {
  return typeof value === 'string' ? value : exactJson.stringify(value)
}
