import type { CheckContext } from './settings-check.ts'
import type { ScenarioFile } from './scenario-file.ts'
import type { Scenario, ScenarioDocument } from '../worlds/scenario.ts'

/** Returns the scenarios of files. */
export type ReadScenarios = () => Promise<readonly Scenario[]>

/** Scenario files, and what they are validated against. */
interface ScenarioSources extends CheckContext {
  /** Whether the files ship with the package: tests have validated those. */
  readonly isPrechecked: boolean
  /** Reads the scenario files without validating them. Rejects with `InvalidDocument`. */
  readScenarioFiles(): Promise<readonly ScenarioFile[]>
}

/**
 * Validates scenario files at start-up. Shipped ones are read on first use and validated by tests.
 * Rejects with `InvalidDocument`.
 */
export async function prepareScenarios ({
  isPrechecked,
  readScenarioFiles,
  ...context
}: ScenarioSources): Promise<ReadScenarios> {
  if (isPrechecked) {
    let scenarios: Promise<readonly Scenario[]> | undefined
    return () => {
      scenarios ??= readScenarioFiles().then(trustScenarios)
      return scenarios
    }
  }
  const scenarios = await validated(await readScenarioFiles(), context)
  return async () => scenarios
}

/** Converts scenario files that have been validated, at start-up or by a test. */
export function trustScenarios (files: readonly ScenarioFile[]): Scenario[] {
  return files.map(({ file, name, value }) => {
    const document = value as ScenarioDocument // its form has been validated
    return { file, name, document }
  })
}

/** Validates scenario files. The check is loaded only if there are files, as it is large. */
async function validated (
  files: readonly ScenarioFile[],
  context: CheckContext
): Promise<readonly Scenario[]> {
  if (files.length === 0) return []
  const { checkScenarios } = await import('./scenario-check.ts')
  checkScenarios(files, context)
  return trustScenarios(files)
}
