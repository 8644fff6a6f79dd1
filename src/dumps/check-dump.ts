import { isObject } from '../documents/is-object.ts'
import { InvalidDump, InvalidScenario, InvalidStub } from '../errors.ts'
import { parseKeptStub } from '../scenarios/parse-kept-stub.ts'
import type { ParseStub } from '../scenarios/parse-stub.ts'
import type { CheckScenario } from '../scenarios/scenario-check.ts'
import type { CheckContext, CheckSettings } from '../scenarios/settings-check.ts'
import type { Stub } from '../scenarios/stub.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import type { SchemaCheck } from '../schemas/schema-check.ts'
import type { Violation } from '../schemas/violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import { parseInstant } from '../worlds/clock.ts'
import type { ParameterValues } from '../worlds/scenario.ts'
import { documentDigests } from './document-digests.ts'
import { DUMP_FORMAT, DUMP_VERSION } from './dump.ts'
import type { Dump, DumpedResource } from './dump.ts'
import { DUMP } from './dump-schema.ts'
import { fromPlainData } from './plain-data.ts'

/** The definitions and checks that a dump is validated with. */
export interface DumpContext extends CheckContext {
  readonly parseStub: ParseStub
  readonly checkSettings: CheckSettings
  readonly checkScenario: CheckScenario
}

let checkForm: SchemaCheck | undefined

/** Validates a dump. Returns its stubs, parsed. Throws `InvalidDump` with every violation. */
export function checkDump (value: unknown, context: DumpContext): readonly Stub[] {
  rejectOthers(value, context)
  checkForm ??= createSchemaCheck('dump', withoutId(DUMP))
  rejectViolations(checkForm(value))
  const dump = fromPlainData(value) as Dump // its form has been validated
  const { stubs, violations } = parseStubs(dump, context.parseStub)
  rejectViolations([
    ...listClockViolations(dump),
    ...listResourceViolations(dump, context),
    ...context.checkSettings(dump.settings).map(violation => within('/settings', violation)),
    ...violations,
    ...listScenarioViolations(dump, context.checkScenario)
  ])
  return stubs
}

/** Rejects what is no dump, and dumps of another version or of other documents. */
function rejectOthers (value: unknown, { contracts }: DumpContext): void {
  if (!isObject(value) || value.format !== DUMP_FORMAT) {
    throw new InvalidDump(`it is not what GET /__admin/dump returns, whose "format" is "${DUMP_FORMAT}"`)
  }
  const { documents, standin, version } = value
  if (version !== DUMP_VERSION) {
    const by = typeof standin === 'string' ? ` (standin ${standin} wrote it)` : ''
    const given = JSON.stringify(version)
    throw new InvalidDump(`its format has the version ${given}${by}, and this server reads ${DUMP_VERSION}`)
  }
  if (!isObject(documents)) return
  const served = documentDigests(contracts)
  for (const [name, digest] of Object.entries(documents)) {
    if (!Object.hasOwn(served, name)) {
      const known = Object.keys(served).join(', ') || 'none'
      throw new InvalidDump(`it is of the API "${name}", which this server does not serve (it serves ${known})`)
    }
    if (served[name] !== digest) {
      throw new InvalidDump(`it is of another document of the API "${name}" than the one that this server serves`)
    }
  }
}

function withoutId ({ $id, ...schema }: typeof DUMP): object {
  return schema
}

function rejectViolations (violations: readonly Violation[]): void {
  if (violations.length > 0) throw withViolations(InvalidDump, violations)
}

function within (pointer: string, violation: Violation): Violation {
  const place = pointer + violation.pointer
  return { ...violation, pointer: place, message: violation.message.replace(violation.pointer, place) }
}

function listClockViolations ({ clock: { now } }: Dump): Violation[] {
  if (parseInstant(now) !== undefined) return []
  const expected = 'be an instant such as 2026-01-31T12:00:00Z'
  return [createViolation({ in: 'body', pointer: '/clock/now' }, { rule: 'format', expected }, now)]
}

function listResourceViolations ({ latestResource, resources }: Dump, { types }: DumpContext): Violation[] {
  const violations: Violation[] = []
  const known = new Set<string>()
  for (const [index, resource] of resources.entries()) {
    const { id, number, progress: { stage, stages }, type: name } = resource
    const at = (member: string) => ({ in: 'body', pointer: `/resources/${index}/${member}` } as const)
    const expect = (member: string, rule: string, expected: string, actual: unknown): void => {
      violations.push(createViolation(at(member), { rule, expected }, actual))
    }
    const type = types.get(name)
    if (type === undefined) {
      violations.push(createUnknown(at('type'), { what: 'a type of resource', word: name, known: types.keys() }))
      continue
    }
    if (known.has(keyOf(resource))) expect('id', 'unique', `be another than that of a ${name} before`, id)
    known.add(keyOf(resource))
    if (number > latestResource) expect('number', 'maximum', `be at most ${latestResource}`, number)
    for (const [place, { status: word }] of stages.entries()) {
      const location = at(`progress/stages/${place}/status`)
      const names = { what: `a status of ${name}`, word, known: type.statuses }
      if (!type.statuses.has(word)) violations.push(createUnknown(location, names))
    }
    const isPlace = stages.length > 0 ? stage < stages.length : stage === 0
    if (!isPlace) expect('progress/stage', 'maximum', 'be the place of a stage', stage)
  }
  return violations
}

function keyOf ({ id, type }: DumpedResource): string {
  return `${type} ${id}`
}

function parseStubs ({ stubs: dumped }: Dump, parse: ParseStub) {
  const stubs: Stub[] = []
  const violations: Violation[] = []
  for (const [index, kept] of dumped.entries()) {
    try {
      stubs.push(parseKeptStub(kept, parse, `/stubs/${index}/given`))
    } catch (error) {
      if (!(error instanceof InvalidStub)) throw error
      violations.push(...violationsOf(error))
    }
  }
  return { stubs, violations }
}

function listScenarioViolations ({ runningScenarios, scenarios }: Dump, check: CheckScenario): Violation[] {
  const violations: Violation[] = []
  const tryOne = (list: string, index: number, document: unknown, given?: ParameterValues): void => {
    try {
      check(document, given)
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error
      const pointer = `/${list}/${index}/document`
      violations.push(...violationsOf(error).map(violation => within(pointer, violation)))
    }
  }
  for (const [index, { document }] of scenarios.entries()) tryOne('scenarios', index, document)
  for (const [index, { document, parameters }] of runningScenarios.entries()) {
    tryOne('runningScenarios', index, document, parameters)
  }
  return violations
}

function violationsOf (error: Error): readonly Violation[] {
  return 'violations' in error && Array.isArray(error.violations) ? error.violations : []
}
