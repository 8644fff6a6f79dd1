import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shownPath } from '../documents/shown-path.ts'
import { FileExists } from '../errors.ts'
import type { ArazzoWorkflow } from '../journeys/arazzo.ts'
import { runJourney } from '../journeys/run-journey.ts'
import { createStandinTargets } from '../journeys/standin-targets.ts'
import type { StandinTargets } from '../journeys/standin-targets.ts'
import type { WorkflowResult } from '../journeys/workflow-result.ts'
import type { StandinOptions } from '../standin-options.ts'
import { authorJourneys, toDocument } from './author-journeys.ts'
import type { AuthoredJourneys } from './author-journeys.ts'
import { journeyText } from './journey-text.ts'

export interface WriteOptions {
  /** The folder to write to, which is created. */
  readonly folder: string
  /** Whether existing files are replaced. */
  readonly force: boolean
  /** The options of the stand-in on which the journeys are tried. */
  readonly options: StandinOptions
}

/** A file of journeys that was written. */
export interface WrittenJourneys {
  readonly file: string
  readonly workflows: number
  /** The journeys that failed when they were tried, and are left out. */
  readonly leftOut: readonly WorkflowResult[]
}

/**
 * Writes journeys for each document: what its simulation does, and a valid request and each documented refusal of its
 * operations. Each journey has passed on the stand-in. Rejects with `InvalidDocument`, or with `FileExists`.
 */
export async function writeJourneys ({ folder, force, options }: WriteOptions): Promise<WrittenJourneys[]> {
  const targets = await createStandinTargets(options)
  try {
    const paths = targets.contracts.map(({ name }) => join(folder, `${name}.arazzo.yaml`))
    if (!force) for (const path of paths) await rejectExisting(path)
    await mkdir(folder, { recursive: true })
    const written: WrittenJourneys[] = []
    for (const contract of targets.contracts) {
      const path = join(folder, `${contract.name}.arazzo.yaml`)
      const { leftOut, workflows } = await prove(await authorJourneys(contract, targets), targets)
      if (workflows.length > 0) await writeFile(path, journeyText(toDocument(contract, workflows, folder)))
      written.push({ file: shownPath(path), workflows: workflows.length, leftOut })
    }
    return written
  } finally {
    await targets.close()
  }
}

async function rejectExisting (path: string): Promise<void> {
  const exists = await access(path).then(() => true, () => false)
  if (exists) throw new FileExists(shownPath(path))
}

/** Runs journeys, and keeps those that pass. */
async function prove (
  { journey, workflows }: AuthoredJourneys,
  targets: StandinTargets
): Promise<{ readonly workflows: readonly ArazzoWorkflow[], readonly leftOut: readonly WorkflowResult[] }> {
  const results = journey === undefined ? [] : await runJourney(journey, targets)
  const leftOut = results.filter(({ status }) => status !== 'passed')
  const failed = new Set(leftOut.map(({ workflow }) => workflow.id))
  return { workflows: workflows.filter(({ workflowId }) => !failed.has(workflowId)), leftOut }
}
