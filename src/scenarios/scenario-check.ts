import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { InvalidScenario, InvalidStub } from '../errors.ts'
import type { ParseStub } from './parse-stub.ts'
import { defaultParameters, fillParameters, listParameterUses } from './scenario-parameters.ts'
import { listSeedViolations } from '../simulation/seed.ts'
import type { Seed } from '../simulation/seed.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import { parseInstant } from '../worlds/clock.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import type { CheckContext } from './settings-check.ts'
import { mergePatch } from '../simulation/merge-patch.ts'
import type { Schema } from '../schemas/closed.ts'
import type { ClockBody } from '../worlds/move-clock.ts'
import { FILLED_SCENARIO, SCENARIO_DOCUMENT } from './scenario-schema.ts'
import type { ResourceType } from '../simulation/scope.ts'
import type { ParameterValues, ScenarioDocument } from '../worlds/scenario.ts'

/** A scenario with its parameters filled in, of which all has been checked that no world can change. */
export interface ReadyScenario {
  readonly parameters: ParameterValues
  readonly clock: Partial<ClockBody> | undefined
  /** A merge patch. */
  readonly settings: object
  readonly seeds: readonly ReadySeed[]
  readonly stubs: readonly unknown[]
}

/** A resource to be seeded; null makes its id missing. */
export interface ReadySeed {
  readonly type: ResourceType
  readonly id: string
  readonly seed: Seed | null
}

/** Makes a scenario ready to be started with some parameters. Throws `InvalidScenario` with all that is wrong with it. */
export type CheckScenario = (document: unknown, given?: ParameterValues) => ReadyScenario

interface Checks {
  readonly checkSettings: (settings: Settings) => readonly Violation[]
  readonly parseStub: ParseStub
}

/** Makes the check of scenarios: their form, their parameters, and whatever is in them as the admin API checks it. */
export function createScenarioCheck (
  { types }: Pick<CheckContext, 'types'>,
  checks: Checks
): CheckScenario {
  const checkDocument = formOf(SCENARIO_DOCUMENT)
  const checkFilled = formOf(FILLED_SCENARIO)

  return (value, given = {}) => {
    refuse(checkDocument(value))
    const document = value as ScenarioDocument // as the form has it
    refuse(listParameterViolations(document, given))
    const parameters = { ...defaultParameters(document), ...given }
    const filled = fillParameters(document, parameters)
    refuse(checkFilled(filled))
    const { clock, resources = {}, settings = {}, stubs = [] } = filled as FilledScenario // as the form has it
    const seeds = Object.entries(resources).flatMap(([type, ofType]) =>
      Object.entries(ofType).map(([id, seed]) => ({ type, id, seed }))
    )
    refuse([
      ...listClockViolations(clock),
      ...checks
        .checkSettings({
          ...DEFAULT_SETTINGS,
          ...(mergePatch(DEFAULT_SETTINGS, settings) as Settings)
        })
        .map(violation => within('/settings', violation)),
      ...Object.keys(resources).flatMap(name =>
        types.has(name)
          ? []
          : [
              createUnknown(
                { in: 'body', pointer: `/resources/${escapePointer(name)}` },
                { what: 'a type of resource', word: name, known: types.keys() }
              )
            ]
      ),
      ...seeds.flatMap(({ id, seed, type: name }) => {
        const type = types.get(name)
        return type === undefined
          ? []
          : listSeedViolations(type, id, seed ?? {}).map(violation =>
            within(`/resources/${escapePointer(name)}/${escapePointer(id)}`, violation)
          )
      }),
      ...stubs.flatMap((stub, index) =>
        listStubViolations(stub, `/stubs/${index}`, checks.parseStub)
      )
    ])
    const readySeeds = seeds.flatMap(({ id, seed, type: name }) => {
      const type = types.get(name)
      return type === undefined ? [] : [{ type, id, seed }]
    })
    return { parameters, clock, settings: choosingAsAWhole(settings), seeds: readySeeds, stubs }
  }
}

interface FilledScenario {
  readonly clock?: Partial<ClockBody>
  readonly settings?: Readonly<Record<string, unknown>>
  readonly resources?: Readonly<Record<string, Readonly<Record<string, Seed | null>>>>
  readonly stubs?: readonly unknown[]
}

function formOf (definition: Schema): (value: unknown) => readonly Violation[] {
  const document = {
    openapi: '3.1.0',
    info: { title: 'scenario', version: '' },
    paths: {},
    scenario: definition
  }
  const reference: SchemaReference = {
    contract: 'scenario',
    document,
    pointer: '/scenario',
    definition
  }
  const validate = schemaValidator(reference)
  return value => {
    const violations = new ViolationList()
    const errors = validate(value)
    if (errors !== undefined) violations.addErrors(errors, reference, { in: 'body', pointer: '' })
    return violations.list()
  }
}

function refuse (violations: readonly Violation[]): void {
  if (violations.length > 0) throw withViolations(InvalidScenario, violations)
}

function listParameterViolations (
  { parameters = {}, description, ...content }: ScenarioDocument,
  given: ParameterValues
): Violation[] {
  const known = Object.keys(parameters)
  const what = 'a parameter of this scenario'
  return [
    ...listParameterUses(content)
      .filter(({ name }) => !known.includes(name))
      .map(({ name, pointer }) =>
        createUnknown({ in: 'body', pointer }, { what, word: name, known })
      ),
    ...Object.entries(given).flatMap(([name, value]) => {
      const location = { in: 'body', pointer: `/parameters/${escapePointer(name)}` } as const
      if (!known.includes(name)) return [createUnknown(location, { what, word: name, known })]
      const usual = parameters[name]?.default
      if (usual === null || typeOf(value) === typeOf(usual)) return []
      return [
        createViolation(
          location,
          {
            rule: 'type',
            expected: `be ${typeOf(usual)}, as its default ${JSON.stringify(usual)} is`
          },
          value
        )
      ]
    })
  ]
}

function typeOf (value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** What an operation answers is chosen as a whole: an example that was chosen before need not be one of another status. */
function choosingAsAWhole (settings: Readonly<Record<string, unknown>>): object {
  const { operations } = settings
  if (!isObject(operations)) return settings
  const whole = Object.entries(operations).map(([name, own]) => {
    const chooses = isObject(own) && ['code', 'example', 'dynamic'].some(word => word in own)
    return [name, chooses ? { code: null, example: null, dynamic: null, ...own } : own] as const
  })
  return { ...settings, operations: Object.fromEntries(whole) }
}

function listClockViolations (clock: Partial<ClockBody> | undefined): Violation[] {
  const now = clock?.now
  if (now === undefined || parseInstant(now) !== undefined) return []
  return [
    createViolation(
      { in: 'body', pointer: '/clock/now' },
      { rule: 'format', expected: 'be an instant such as 2026-01-31T12:00:00Z' },
      now
    )
  ]
}

function listStubViolations (stub: unknown, pointer: string, parseStub: ParseStub): Violation[] {
  try {
    parseStub(stub, '', pointer)
    return []
  } catch (error) {
    if (!(error instanceof InvalidStub) || !('violations' in error)) throw error
    return error.violations as Violation[] // which every such error carries
  }
}

/** What is wrong with a part, said of the whole. */
function within (pointer: string, violation: Violation): Violation {
  const own = violation.in === 'body' ? violation.pointer : ''
  const head = `${violation.in} ${violation.pointer}`.trimEnd()
  const message = violation.message.startsWith(head)
    ? `body ${pointer}${own}${violation.message.slice(head.length)}`
    : violation.message
  return { ...violation, in: 'body', pointer: pointer + own, message }
}
