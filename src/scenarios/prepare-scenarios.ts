import type { CheckContext } from './settings-check.ts'
import type { ScenarioFile } from './scenario-files.ts'
import type { Scenario, ScenarioDocument } from '../worlds/scenario.ts'

/** Gives the scenarios of files. */
export type ReadScenarios = () => Promise<readonly Scenario[]>

/** Files of scenarios, and what they are held to. */
interface ScenarioSources extends CheckContext {
  /** Whether it is just what ships with the package, which tests have checked. */
  readonly isPrechecked: boolean
  /** Reads the files of scenarios; what stands in them is still to be checked. Rejects with `InvalidDocument`. */
  readScenarioFiles(): Promise<readonly ScenarioFile[]>
}

/** Checks the scenarios of files before anything is served, but for those that ship: these are read when they are first asked for. Rejects with `InvalidDocument`. */
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
  const scenarios = await checked(await readScenarioFiles(), context)
  return async () => scenarios
}

/** Takes scenarios of files as they are: those that ship, which a test has checked, and those that were checked just now. */
export function trustScenarios (files: readonly ScenarioFile[]): Scenario[] {
  return files.map(({ file, name, value }) => ({ file, name, document: value as ScenarioDocument })) // the check has told
}

/** What checks them takes as long to load as all else: it is not needed where there are none. */
async function checked (
  files: readonly ScenarioFile[],
  context: CheckContext
): Promise<readonly Scenario[]> {
  if (files.length === 0) return []
  const { checkScenarios } = await import('./check-scenarios.ts')
  checkScenarios(files, context)
  return trustScenarios(files)
}
