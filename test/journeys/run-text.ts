import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Test } from 'tap'
import { absolutePath } from '../../src/documents/shown-path.ts'
import type { RunOptions } from '../../src/journeys/journey-run.ts'
import { compileJourneys, listContractPaths, readJourneys } from '../../src/journeys/load-journeys.ts'
import { runJourney } from '../../src/journeys/run-journey.ts'
import { createStandinTargets } from '../../src/journeys/standin-targets.ts'
import type { WorkflowResult } from '../../src/journeys/workflow-result.ts'
import { SHIPPED_FIXTURES, SHIPPED_OPENAPI } from '../../src/options.ts'

/** The beginning of a journey for the exports of Mews, up to its workflows. */
export const HEAD = `arazzo: 1.1.0
info: { title: Exports, version: '1' }
sourceDescriptions:
  - { name: mews, url: ${SHIPPED_OPENAPI}/mews.yaml, type: openapi }
`

export interface JourneyFiles {
  /** Other files beside the journey, by name. */
  readonly files?: Readonly<Record<string, string>>
}

/** Runs a journey on worlds of a stand-in. Rejects as the commands do where it cannot be run. */
export async function runText (
  t: Test,
  text: string,
  { files = {}, ...options }: RunOptions & JourneyFiles = {}
): Promise<WorkflowResult[]> {
  const folder = t.testdir({ ...files })
  const path = join(folder, 'journey.arazzo.yaml')
  await writeFile(path, text)
  const trees = await readJourneys([path])
  const targets = await createStandinTargets({
    openapi: trees.flatMap(listContractPaths),
    fixtures: SHIPPED_FIXTURES
  })
  try {
    const journeys = await compileJourneys(trees, path =>
      targets.contracts.find(({ file }) => absolutePath(file) === path))
    const results = await Promise.all(journeys.map(journey => runJourney(journey, targets, options)))
    return results.flat()
  } finally {
    await targets.close()
  }
}
