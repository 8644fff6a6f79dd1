import type { Contract, Operation } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import type { Violation } from '../schemas/violation.ts'
import type { ResourceType, ResourceTypes } from '../simulation/scope.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import { findResponse } from '../validation/response-validator.ts'
import { parseDuration } from '../worlds/duration.ts'
import type { OperationSettings, ResourceSettings, Settings } from '../worlds/settings.ts'
import { settingNames } from './setting-names.ts'
import { SETTINGS } from './settings-schemas.ts'

/** The contracts and simulations that settings, stubs and scenarios are validated against. */
export interface CheckContext {
  readonly contracts: readonly Contract[]
  /** By the name of their API. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  /** By id: `mews.Export`. */
  readonly types: ResourceTypes
  readonly rowFiles?: RowFiles
}

/** Lists every violation of settings. */
export type CheckSettings = (settings: Settings) => readonly Violation[]

/** The longest duration that can be set, in milliseconds: about a thousand years. */
const LONGEST = 365_000 * 86_400_000

/** Creates the check of settings: of their form, and of every name and duration in them. */
export function createSettingsCheck (context: CheckContext): CheckSettings {
  const { $id, ...definition } = SETTINGS
  const checkForm = createSchemaCheck('settings', definition)
  const { callbacks, limits, operations, schemes, webhooks } = settingNames(context)

  return settings => {
    const violations = checkForm(settings)
    if (violations.length > 0) return violations
    return [
      ...listResourceViolations(settings.resources, context.types),
      ...listLimitViolations(settings.limits, new Set(limits.keys())),
      ...listUnknownNames(settings, 'credentials', { what: 'a credential', known: schemes }),
      ...listUnknownNames(settings, 'scopes', { what: 'a credential', known: schemes }),
      ...listReplyViolations(settings.operations, operations),
      ...listUnknownNames(settings, 'webhooks', { what: 'a webhook', known: webhooks }),
      ...listUnknownNames(settings, 'retries', { what: 'a callback', known: callbacks }),
      ...listRetryViolations(settings.retries)
    ]
  }
}

function listRetryViolations (retries: Settings['retries']): Violation[] {
  const violations: Violation[] = []
  for (const [name, pauses] of Object.entries(retries)) {
    for (const [index, pause] of pauses.entries()) {
      if (!isDuration(pause)) violations.push(wrongDuration(['retries', name, String(index)], pause))
    }
  }
  return violations
}

/** The names that a member of settings may have, and what they name. */
interface KnownNames {
  readonly what: string
  readonly known: ReadonlySet<string>
}

function listUnknownNames (
  settings: Settings,
  member: 'credentials' | 'scopes' | 'webhooks' | 'retries',
  { known, what }: KnownNames
): Violation[] {
  return Object.keys(settings[member])
    .filter(name => !known.has(name))
    .map(name => unknown([member, name], what, known))
}

function listResourceViolations (
  resources: Settings['resources'],
  types: ResourceTypes
): Violation[] {
  return Object.entries(resources).flatMap(([name, own]) => {
    const type = types.get(name)
    if (type !== undefined) return listTypeViolations(type, own)
    return [unknown(['resources', name], 'a type of resource', types.keys())]
  })
}

function listTypeViolations (
  { id, lifecycles, statuses }: ResourceType,
  { durations = {}, lifecycle }: ResourceSettings
): Violation[] {
  const at = ['resources', id]
  const violations: Violation[] = []
  if (lifecycle !== undefined && !lifecycles.has(lifecycle)) {
    const what = `a lifecycle of ${id}`
    violations.push(unknown([...at, 'lifecycle'], what, lifecycles.keys(), lifecycle))
  }
  for (const [status, duration] of Object.entries(durations)) {
    const names = [...at, 'durations', status]
    if (!statuses.has(status)) violations.push(unknown(names, `a status of ${id}`, statuses))
    if (!isDuration(duration)) violations.push(wrongDuration(names, duration))
  }
  return violations
}

function listLimitViolations (limits: Settings['limits'], known: ReadonlySet<string>): Violation[] {
  const violations: Violation[] = []
  for (const [name, { per }] of Object.entries(limits)) {
    if (!known.has(name)) violations.push(unknown(['limits', name], 'a limit', known))
    if (per !== undefined && !isDuration(per)) {
      violations.push(wrongDuration(['limits', name, 'per'], per))
    }
  }
  return violations
}

function listReplyViolations (
  settings: Settings['operations'],
  operations: ReadonlyMap<string, Operation>
): Violation[] {
  return Object.entries(settings).flatMap(([name, own]) => {
    const operation = operations.get(name)
    if (operation !== undefined) return listOperationViolations(operation, own)
    if (isWideName(name, operations)) return listWideViolations(name, own)
    return [unknown(['operations', name], 'an operation', operations.keys())]
  })
}

/** Returns whether a name means all operations, or those of one API: `*`, `mews.*`. */
function isWideName (name: string, operations: ReadonlyMap<string, Operation>): boolean {
  return name === '*' || [...operations.values()].some(({ api }) => name === `${api}.*`)
}

/** Lists what cannot be set for several operations at once, as each documents other statuses and examples. */
function listWideViolations (name: string, { code, delay, example }: OperationSettings): Violation[] {
  const at = ['operations', name]
  const violations: Violation[] = []
  const expected = 'be set for one operation at a time: a stub for several replies with any status'
  for (const [word, value] of Object.entries({ code, example })) {
    if (value === undefined) continue
    const location = { in: 'body', pointer: toPointer([...at, word]) } as const
    violations.push(createViolation(location, { rule: 'scope', expected }, value))
  }
  if (typeof delay === 'string' && !isDuration(delay)) violations.push(wrongDuration([...at, 'delay'], delay))
  return violations
}

function listOperationViolations (
  operation: Operation,
  { code, delay, example }: OperationSettings
): Violation[] {
  const { id } = operation
  const at = ['operations', id]
  const violations: Violation[] = []
  const response = code === undefined ? undefined : findResponse(operation, code)
  if (code !== undefined && response === undefined) {
    const known = operation.responses.map(({ status }) => status)
    const what = `a status that ${id} documents`
    violations.push(unknown([...at, 'code'], what, known, String(code)))
  }
  const responses = response === undefined ? operation.responses : [response]
  const examples = new Set(
    responses
      .flatMap(({ content }) => content)
      .flatMap(({ examples }) => examples.map(({ name }) => name))
  )
  if (example !== undefined && !examples.has(example)) {
    const what = code === undefined ? `an example of ${id}` : `an example of ${id} ${code}`
    violations.push(unknown([...at, 'example'], what, examples, example))
  }
  if (typeof delay === 'string' && !isDuration(delay)) {
    violations.push(wrongDuration([...at, 'delay'], delay))
  }
  return violations
}

/** Reports an unknown word: by default the last name of its place. */
function unknown (
  names: readonly string[],
  what: string,
  known: Iterable<string>,
  word = names.at(-1) ?? ''
): Violation {
  return createUnknown({ in: 'body', pointer: toPointer(names) }, { what, word, known })
}

function wrongDuration (names: readonly string[], text: string): Violation {
  const expected = 'be an ISO 8601 duration of at most 365000 days, such as PT5S or P7D'
  return createViolation(
    { in: 'body', pointer: toPointer(names) },
    { rule: 'format', expected },
    text
  )
}

function isDuration (text: string): boolean {
  const milliseconds = parseDuration(text)
  return milliseconds !== undefined && milliseconds <= LONGEST
}

function toPointer (names: readonly string[]): string {
  return names.map(name => `/${escapePointer(name)}`).join('')
}
