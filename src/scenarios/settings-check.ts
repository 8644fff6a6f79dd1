import type { Contract, Operation, SchemaReference } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { findResponse } from '../validation/response-validator.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { parseDuration } from '../worlds/duration.ts'
import type { OperationSettings, ResourceSettings, Settings } from '../worlds/settings.ts'
import { SETTINGS } from './settings-schemas.ts'
import type { ResourceType } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { ResourceTypes } from '../simulation/timeline.ts'

/** What names in settings, stubs and scenarios are held to. */
export interface CheckContext {
  readonly contracts: readonly Contract[]
  /** By the name of their API. */
  readonly simulations: ReadonlyMap<string, ApiSimulation>
  /** By id: `mews.Export`. */
  readonly types: ResourceTypes
}

/** The longest that anything can be set to last, in milliseconds: about a thousand years. */
const LONGEST = 365_000 * 86_400_000

/** Makes the function that finds everything that is wrong with settings: their form, and every name in them. */
export function createSettingsCheck ({
  contracts,
  simulations,
  types
}: CheckContext): (settings: Settings) => readonly Violation[] {
  const { $id, ...definition } = SETTINGS
  const document = {
    openapi: '3.1.0',
    info: { title: 'settings', version: '' },
    paths: {},
    settings: definition
  }
  const reference: SchemaReference = {
    contract: 'settings',
    document,
    pointer: '/settings',
    definition
  }
  const validate = schemaValidator(reference)
  const operations = new Map(
    contracts.flatMap(contract =>
      contract.operations.map(operation => [operation.id, operation] as const)
    )
  )
  const webhooks = new Set(
    contracts.flatMap(contract => contract.webhooks.map(({ name }) => `${contract.name}.${name}`))
  )
  const limits = [...simulations.values()].flatMap(simulation =>
    [...simulation.limits.values()].map(({ declared }) => declared.id)
  )
  const schemes = [...simulations]
    .flatMap(([api, { replies }]) => [...replies.credentials.keys()].map(name => `${api}.${name}`))
    .concat(contracts.flatMap(listSchemes))

  return settings => {
    const violations = new ViolationList()
    const errors = validate(settings)
    if (errors !== undefined) violations.addErrors(errors, reference, { in: 'body', pointer: '' })
    if (!violations.isEmpty) return violations.list()

    for (const [name, own] of Object.entries(settings.resources)) {
      const type = types.get(name)
      if (type === undefined) {
        violations.add(unknown(['resources', name], 'a type of resource', types.keys()))
      } else for (const violation of listTypeViolations(type, own)) violations.add(violation)
    }
    for (const [name, { per }] of Object.entries(settings.limits)) {
      if (!limits.includes(name)) violations.add(unknown(['limits', name], 'a limit', limits))
      if (per !== undefined && !isDuration(per)) {
        violations.add(noDuration(['limits', name, 'per'], per))
      }
    }
    for (const name of Object.keys(settings.credentials)) {
      if (!schemes.includes(name)) {
        violations.add(unknown(['credentials', name], 'a credential', schemes))
      }
    }
    for (const name of Object.keys(settings.scopes)) {
      if (!schemes.includes(name)) {
        violations.add(unknown(['scopes', name], 'a credential', schemes))
      }
    }
    for (const [name, own] of Object.entries(settings.operations)) {
      const operation = operations.get(name)
      if (operation === undefined) {
        violations.add(unknown(['operations', name], 'an operation', operations.keys()))
      } else {
        for (const violation of listOperationViolations(operation, own)) violations.add(violation)
      }
    }
    for (const name of Object.keys(settings.webhooks)) {
      if (!webhooks.has(name)) violations.add(unknown(['webhooks', name], 'a webhook', webhooks))
    }
    return violations.list()
  }
}

function listSchemes ({ document, name }: Contract): string[] {
  return Object.keys(document.components?.securitySchemes ?? {}).map(scheme => `${name}.${scheme}`)
}

function listTypeViolations (
  type: ResourceType,
  { durations = {}, lifecycle }: ResourceSettings
): Violation[] {
  const at = ['resources', type.id]
  const violations: Violation[] = []
  if (lifecycle !== undefined && !type.lifecycles.has(lifecycle)) {
    violations.push(
      unknown([...at, 'lifecycle'], `a lifecycle of ${type.id}`, type.lifecycles.keys(), lifecycle)
    )
  }
  for (const [status, duration] of Object.entries(durations)) {
    if (!type.statuses.has(status)) {
      violations.push(
        unknown([...at, 'durations', status], `a status of ${type.id}`, type.statuses)
      )
    }
    if (!isDuration(duration)) violations.push(noDuration([...at, 'durations', status], duration))
  }
  return violations
}

function listOperationViolations (
  operation: Operation,
  { code, delay, example }: OperationSettings
): Violation[] {
  const at = ['operations', operation.id]
  const response = code === undefined ? undefined : findResponse(operation, code)
  const violations: Violation[] = []
  if (code !== undefined && response === undefined) {
    violations.push(
      unknown(
        [...at, 'code'],
        `a status that ${operation.id} documents`,
        operation.responses.map(({ status }) => status),
        String(code)
      )
    )
  }
  const examples = (response === undefined ? operation.responses : [response])
    .flatMap(({ content }) => content)
    .flatMap(({ examples }) => examples.map(({ name }) => name))
  if (example !== undefined && !examples.includes(example)) {
    violations.push(
      unknown(
        [...at, 'example'],
        `an example of ${operation.id}${code === undefined ? '' : ` ${code}`}`,
        new Set(examples),
        example
      )
    )
  }
  if (typeof delay === 'string' && !isDuration(delay)) {
    violations.push(noDuration([...at, 'delay'], delay))
  }
  return violations
}

/** Says that a word is not known; the last name of the pointer where none is given. */
function unknown (
  names: readonly string[],
  what: string,
  known: Iterable<string>,
  word = names.at(-1) ?? ''
): Violation {
  return createUnknown({ in: 'body', pointer: toPointer(names) }, { what, word, known })
}

function noDuration (names: readonly string[], text: string): Violation {
  return createViolation(
    { in: 'body', pointer: toPointer(names) },
    {
      rule: 'format',
      expected: 'be an ISO 8601 duration of at most 365000 days, such as PT5S or P7D'
    },
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
