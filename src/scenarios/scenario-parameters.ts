import { escapePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import type { ParameterValues, ScenarioDocument } from '../worlds/scenario.ts'

/** Where a scenario speaks of a parameter. */
export interface ParameterUse {
  readonly name: string
  /** JSON pointer in the document. */
  readonly pointer: string
}

const WHOLE = /^\$parameters\.([A-Za-z_][\w-]*)$/
const WITHIN = /\{\$parameters\.([A-Za-z_][\w-]*)\}/g

/** What the parameters of a scenario are where nothing is said of them. */
export function defaultParameters ({ parameters = {} }: ScenarioDocument): ParameterValues {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default])
  )
}

/**
 * Puts the values of parameters in the place of `$parameters.name`, with their type, and of `{$parameters.name}` within a longer
 * text or the name of a member, as text. What describes the scenario stays as it is.
 */
export function fillParameters (
  { description, parameters, ...content }: ScenarioDocument,
  values: ParameterValues
): Omit<ScenarioDocument, 'parameters'> {
  return { description, ...(fill(content, values) as object) } // an object stays one
}

/** Every place at which a value speaks of a parameter. */
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

function fill (value: unknown, values: ParameterValues): unknown {
  if (typeof value === 'string') return fillText(value, values)
  if (Array.isArray(value)) return value.map(item => fill(item, values))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      String(fillText(name, values)),
      fill(member, values)
    ])
  )
}

function fillText (text: string, values: ParameterValues): unknown {
  const [, whole] = WHOLE.exec(text) ?? []
  if (whole !== undefined) return values[whole]
  return text.replace(WITHIN, (_all, name: string) => toText(values[name]))
}

function toText (value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
