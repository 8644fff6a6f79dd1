import { createInvalidDocument } from '../documents/problem.ts'
import { InvalidScenario } from '../errors.ts'
import { createStubParser } from './parse-stub.ts'
import type { ScenarioFile } from './scenario-files.ts'
import type { Violation } from '../schemas/violation.ts'
import { createScenarioCheck } from './scenario-check.ts'
import { createSettingsCheck } from './settings-check.ts'
import type { CheckContext } from './settings-check.ts'

/** Checks scenarios of files as the admin API checks those that are put. Throws `InvalidDocument` with every mistake and its place. */
export function checkScenarios (files: readonly ScenarioFile[], options: CheckContext): void {
  const operations = options.contracts.flatMap(contract => contract.operations)
  const check = createScenarioCheck(options, {
    checkSettings: createSettingsCheck(options),
    parseStub: createStubParser(operations, options.simulations)
  })
  const problems = files.flatMap(({ file, locate, value }) => {
    try {
      check(value)
      return []
    } catch (error) {
      if (!(error instanceof InvalidScenario) || !('violations' in error)) throw error
      const violations = error.violations as readonly Violation[] // which every such error carries
      return violations.map(({ message, pointer }) => ({
        file,
        place: locate(pointer),
        message: message.replace(/^body /, '')
      }))
    }
  })
  if (problems.length > 0) throw createInvalidDocument(problems)
}
