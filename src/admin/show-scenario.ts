import { isObject } from '../documents/is-object.ts'
import { maskValue } from '../journal/mask-value.ts'
import { MASK } from '../schemas/mask-text.ts'
import { listParameterUses } from '../scenarios/fill-parameters.ts'
import type { RunningScenario, Scenario, ScenarioDocument } from '../worlds/scenario.ts'

/** Converts a scenario for the admin API. */
export function showScenario (
  { document, file, name }: Scenario,
  running: readonly RunningScenario[]
): object {
  const { description, parameters } = showDocument(document)
  return {
    name,
    description,
    source: file === undefined ? 'world' : 'file',
    file: file ?? null,
    parameters: parameters ?? {},
    running: running.some(one => one.name === name)
  }
}

/** Masks the credentials in a scenario, including those in the defaults of its parameters. */
export function showDocument (document: ScenarioDocument): ScenarioDocument {
  const secrets = listSecrets(document)
  const { parameters = {}, settings } = document
  const masked = Object.entries(parameters).map(
    ([name, parameter]) =>
      [
        name,
        secrets.includes(name) ? { ...parameter, default: maskAll(parameter.default) } : parameter
      ] as const
  )
  const shown = maskValue({
    ...document,
    ...(isObject(settings) &&
      isObject(settings.credentials) && {
      settings: { ...settings, credentials: maskAll(settings.credentials) }
    })
  }) as ScenarioDocument // masking changes texts only
  return document.parameters === undefined
    ? shown
    : { ...shown, parameters: Object.fromEntries(masked) }
}

/** Converts a running scenario for the admin API. */
export function showRunning ({ document, name, parameters, stubs }: RunningScenario): object {
  const secrets = listSecrets(document)
  const values = Object.entries(parameters).map(([name, value]) => [
    name,
    secrets.includes(name) ? maskAll(value) : value
  ])
  return { name, parameters: Object.fromEntries(values), stubs }
}

/** Lists the parameters with which the accepted credentials are set. */
function listSecrets ({ settings }: ScenarioDocument): string[] {
  return isObject(settings) ? listParameterUses(settings.credentials).map(({ name }) => name) : []
}

/** Masks every text in a value, except uses of parameters. */
function maskAll (value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('$parameters.') ? value : MASK
  if (Array.isArray(value)) return value.map(maskAll)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskAll(member)]))
    : value
}
