import type { LoadedEdition } from '../apis/load-edition.ts'
import type { ScenarioFile } from '../scenarios/scenario-files.ts'
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.ts'

/** Gives the scenarios of files. */
export type ReadScenarios = () => Promise<readonly Scenario[]>

/** Checks the scenarios of files before anything is served, but for those that ship: these are read when they are first asked for. Rejects with `InvalidDocument`. */
export async function prepareScenarios ({ isTested, readScenarioFiles, ...edition }: LoadedEdition): Promise<ReadScenarios> {
  if (isTested) {
    let scenarios: Promise<readonly Scenario[]> | undefined
    return () => {
      scenarios ??= readScenarioFiles().then(trustScenarios)
      return scenarios
    }
  }
  const scenarios = await checked(await readScenarioFiles(), edition)
  return async () => scenarios
}

/** Takes scenarios of files as they are: those that ship, which a test has checked, and those that were checked just now. */
export function trustScenarios (files: readonly ScenarioFile[]): Scenario[] {
  return files.map(({ file, name, value }) => ({ file, name, document: value as ScenarioDocument }))  // the check has told
}

/** What checks them takes as long to load as all else: it is not needed where there are none. */
async function checked (files: readonly ScenarioFile[], edition: Omit<LoadedEdition, 'isTested' | 'readScenarioFiles'>): Promise<readonly Scenario[]> {
  if (files.length === 0) return []
  const { checkScenarios } = await import('./check-scenarios.ts')
  checkScenarios(files, edition)
  return trustScenarios(files)
}
