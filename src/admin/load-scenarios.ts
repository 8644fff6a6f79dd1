import { createInvalidDocument } from '../contract/problem.ts'
import { InvalidScenario } from '../errors.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import type { ScenarioFile } from '../scenarios/scenario-files.ts'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.ts'
import type { Violation } from '../validation/violation.ts'
import type { AdminOptions } from './admin-options.ts'
import { createScenarioCheck } from './check-scenario.ts'
import { createSettingsCheck } from './check-settings.ts'

/** Takes scenarios of files as they are: for those that ship, which a test has checked, so that no start needs to. */
export function trustScenarios (files: readonly ScenarioFile[]): Scenario[] {
  return files.map(({ file, name, value }) => ({ file, name, document: value as ScenarioDocument }))  // the check has told
}

/** Checks scenarios of files as the admin API checks those that are put. Throws `InvalidDocument` with every mistake and its place. */
export function loadScenarios (files: readonly ScenarioFile[], options: Pick<AdminOptions, 'contracts' | 'simulations' | 'types'>): Scenario[] {
  const operations = options.contracts.flatMap(contract => contract.operations)
  const check = createScenarioCheck(options, { checkSettings: createSettingsCheck(options), parseStub: createStubParser(operations, options.simulations) })
  const problems = files.flatMap(({ file, locate, value }) => {
    try {
      check(value)
      return []
    } catch (error) {
      if (!(error instanceof InvalidScenario) || !('violations' in error)) throw error
      const violations = error.violations as readonly Violation[]  // which every such error carries
      return violations.map(({ message, pointer }) => ({ file, place: locate(pointer), message: message.replace(/^body /, '') }))
    }
  })
  if (problems.length > 0) throw createInvalidDocument(problems)
  return trustScenarios(files)
}
