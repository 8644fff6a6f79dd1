import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { InvalidScenario, InvalidStub } from '../errors.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import type { Violation } from '../schemas/violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import { mergePatch } from '../simulation/merge-patch.ts'
import type { ResourceType } from '../simulation/scope.ts'
import { listSeedViolations } from '../simulation/seed.ts'
import type { Seed } from '../simulation/seed.ts'
import { parseInstant } from '../worlds/clock.ts'
import type { ClockBody } from '../worlds/move-clock.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import { createStubParser } from './parse-stub.ts'
import type { ParseStub } from './parse-stub.ts'
import type { ScenarioFile } from './scenario-file.ts'
import { defaultParameters, fillParameters } from './fill-parameters.ts'
import { FILLED_SCENARIO, SCENARIO_DOCUMENT } from './scenario-schemas.ts'
import type { ParameterValues, ScenarioDocument } from '../worlds/scenario.ts'
import { createSettingsCheck } from './settings-check.ts'
import type { CheckContext, CheckSettings } from './settings-check.ts'
import { listParameterViolations } from './list-parameter-violations.ts'

/** A validated scenario with its parameters filled in, ready to be started in a world. */
export interface ReadyScenario {
  readonly parameters: ParameterValues
  readonly clock: Partial<ClockBody> | undefined
  /** A merge patch (RFC 7396). */
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

/** Validates a scenario with given parameters. Throws `InvalidScenario` with every violation. */
export type CheckScenario = (document: unknown, given?: ParameterValues) => ReadyScenario

interface Checks {
  readonly checkSettings: CheckSettings
  readonly parseStub: ParseStub
}

/** A scenario with its parameters filled in, once its form is valid. */
interface FilledScenario {
  readonly clock?: Partial<ClockBody>
  readonly settings?: Readonly<Record<string, unknown>>
  readonly resources?: SeedsByType
  readonly stubs?: readonly unknown[]
}

/** Seeds by the type and the id of a resource. */
type SeedsByType = Readonly<Record<string, Readonly<Record<string, Seed | null>>>>

/** Creates the check of scenarios: of their form, their parameters and their parts. */
export function createScenarioCheck (
  { types }: Pick<CheckContext, 'types'>,
  { checkSettings, parseStub }: Checks
): CheckScenario {
  const checkDocument = createSchemaCheck('scenario', SCENARIO_DOCUMENT)
  const checkFilled = createSchemaCheck('scenario', FILLED_SCENARIO)

  return (value, given = {}) => {
    rejectViolations(checkDocument(value))
    const document = value as ScenarioDocument // its form has been validated
    rejectViolations(listParameterViolations(document, given))
    const parameters = { ...defaultParameters(document), ...given }
    const filled = fillParameters(document, parameters)
    rejectViolations(checkFilled(filled))

    const { clock, resources = {}, settings = {}, stubs = [] } = filled as FilledScenario
    const changed = mergePatch(DEFAULT_SETTINGS, settings) as Settings // likewise
    const settingsViolations = checkSettings({ ...DEFAULT_SETTINGS, ...changed })
    const { seeds, violations: seedViolations } = checkSeeds(resources, types)
    rejectViolations([
      ...listClockViolations(clock),
      ...settingsViolations.map(violation => within('/settings', violation)),
      ...seedViolations,
      ...stubs.flatMap((stub, index) => listStubViolations(stub, `/stubs/${index}`, parseStub))
    ])
    return { parameters, clock, settings: replaceReplies(settings), seeds, stubs }
  }
}

/**
 * Validates scenario files as the admin API validates the scenarios that are put. Throws
 * `InvalidDocument` with every violation and its place.
 */
export function checkScenarios (files: readonly ScenarioFile[], context: CheckContext): void {
  const operations = context.contracts.flatMap(contract => contract.operations)
  const check = createScenarioCheck(context, {
    checkSettings: createSettingsCheck(context),
    parseStub: createStubParser(operations, context.simulations, context.rowFiles?.folder)
  })
  const problems: Problem[] = []
  for (const { file, locate, value } of files) {
    try {
      check(value)
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error
      for (const { message, pointer } of violationsOf(error)) {
        problems.push({ file, place: locate(pointer), message: message.replace(/^body /, '') })
      }
    }
  }
  if (problems.length > 0) throw createInvalidDocument(problems)
}

function rejectViolations (violations: readonly Violation[]): void {
  if (violations.length > 0) throw withViolations(InvalidScenario, violations)
}

function checkSeeds (
  resources: SeedsByType,
  types: CheckContext['types']
): { readonly seeds: readonly ReadySeed[], readonly violations: readonly Violation[] } {
  const seeds: ReadySeed[] = []
  const violations: Violation[] = []
  for (const [name, ofType] of Object.entries(resources)) {
    const pointer = `/resources/${escapePointer(name)}`
    const type = types.get(name)
    if (type === undefined) {
      const known = types.keys()
      violations.push(
        createUnknown({ in: 'body', pointer }, { what: 'a type of resource', word: name, known })
      )
      continue
    }
    for (const [id, seed] of Object.entries(ofType)) {
      seeds.push({ type, id, seed })
      for (const violation of listSeedViolations(type, id, seed ?? {})) {
        violations.push(within(`${pointer}/${escapePointer(id)}`, violation))
      }
    }
  }
  return { seeds, violations }
}

/**
 * Makes the settings of an operation's reply replace earlier ones as a whole: an example that was
 * set before need not belong to another status.
 */
function replaceReplies (settings: Readonly<Record<string, unknown>>): object {
  const { operations } = settings
  if (!isObject(operations)) return settings
  const replaced = Object.entries(operations).map(([name, own]) => {
    const setsReply = isObject(own) && ['code', 'example', 'dynamic'].some(word => word in own)
    return [name, setsReply ? { code: null, example: null, dynamic: null, ...own } : own] as const
  })
  return { ...settings, operations: Object.fromEntries(replaced) }
}

function listClockViolations (clock: Partial<ClockBody> | undefined): Violation[] {
  const now = clock?.now
  if (now === undefined || parseInstant(now) !== undefined) return []
  const location = { in: 'body', pointer: '/clock/now' } as const
  const expected = 'be an instant such as 2026-01-31T12:00:00Z'
  return [createViolation(location, { rule: 'format', expected }, now)]
}

function listStubViolations (
  stub: unknown,
  pointer: string,
  parseStub: ParseStub
): readonly Violation[] {
  try {
    parseStub(stub, '', pointer)
    return []
  } catch (error) {
    if (!(error instanceof InvalidStub)) throw error
    return violationsOf(error)
  }
}

function violationsOf (error: Error): readonly Violation[] {
  if (!('violations' in error)) throw error
  return error.violations as readonly Violation[] // every error with this member has a list of them
}

/** Converts a violation of a part to one of the whole scenario. */
function within (pointer: string, violation: Violation): Violation {
  const own = violation.in === 'body' ? violation.pointer : ''
  const head = `${violation.in} ${violation.pointer}`.trimEnd()
  const message = violation.message.startsWith(head)
    ? `body ${pointer}${own}${violation.message.slice(head.length)}`
    : violation.message
  return { ...violation, in: 'body', pointer: pointer + own, message }
}
