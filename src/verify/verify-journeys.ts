import { existsSync } from 'node:fs'
import { authorJourneys } from '../authoring/author-journeys.ts'
import type { Contract } from '../contract/contract.ts'
import { nearest } from '../documents/nearest.ts'
import { absolutePath } from '../documents/shown-path.ts'
import { InvalidOption } from '../errors.ts'
import type { Journey } from '../journeys/journey.ts'
import { compileJourneys, listContractPaths, readJourneys } from '../journeys/load-journeys.ts'
import type { JourneyTree } from '../journeys/load-journeys.ts'
import { runJourney } from '../journeys/run-journey.ts'
import type { OnResult } from '../journeys/run-journey.ts'
import { createStandinTargets } from '../journeys/standin-targets.ts'
import type { WorkflowResult } from '../journeys/workflow-result.ts'
import { SHIPPED_JOURNEYS } from '../options.ts'
import { mergeReports } from '../reports/merge-reports.ts'
import type { TestReport } from '../reports/test-report.ts'
import type { StandinOptions } from '../standin-options.ts'
import { readVersion } from '../version.ts'
import { stopwatch, systemTime } from '../worlds/clock.ts'
import { journeyChecks } from './journey-checks.ts'
import { JourneyCoverage } from './journey-coverage.ts'
import { isShippedDocument, servedOptions } from './served-options.ts'
import { sortFiles } from './sort-files.ts'
import type { ServiceVerification } from './verify-service.ts'

export interface VerifyOptions {
  /**
   * Journeys and OpenAPI documents, or folders of them. Documents alone are run with journeys of their simulation.
   * @default the folder `journeys`, or else the shipped journeys
   */
  readonly files: readonly string[]
  /** The inputs of workflows, by name. */
  readonly inputs: Readonly<Record<string, string>>
  /** The options of the stand-in. */
  readonly options: StandinOptions
  /** The real service that is verified, beside the stand-in; without it, journeys run on the stand-in alone. */
  readonly service?: ServiceVerification | undefined
}

export interface VerifyResult {
  readonly results: readonly WorkflowResult[]
  readonly report: TestReport
  /** In real milliseconds. */
  readonly tookMs: number
}

/** The folder that is looked for in the working directory. */
const JOURNEYS = 'journeys'

/**
 * Runs journeys, each on a world of a stand-in in this process. Rejects with `InvalidDocument` where one of them cannot
 * be run, before any is, and with `InvalidOption` for an input that none takes.
 */
export async function verifyJourneys (
  { files, inputs, options, service }: VerifyOptions,
  onResult: OnResult = () => {}
): Promise<VerifyResult> {
  const start = { at: systemTime(), by: stopwatch() }
  const { documents, journeys } = await sortFiles(chooseFiles(files), options.allowRemoteRefs)
  const trees = await readJourneys(journeys, options.allowRemoteRefs)
  const results: WorkflowResult[] = []
  const runs: Run[] = []
  const touches: TestReport[] = []
  try {
    for (const group of groupTrees(trees, documents)) runs.push(await prepareRun(group, options))
    if (trees.length === 0) runs.push(await prepareAuthored(documents, options))
    rejectUnknownInputs(Object.keys(inputs), runs.flatMap(({ compiled }) => compiled))
    for (const { compiled, contracts, targets } of runs) {
      const { coverage } = targets
      const touched = coverage === undefined || service !== undefined ? [] : [new JourneyCoverage(coverage)]
      for (const journey of compiled) {
        const run = service === undefined ? runJourney : service.run.bind(service)
        results.push(...await run(journey, targets, { inputs, observers: touched }, onResult))
      }
      touches.push(...touched.map(one => one.report(contracts)))
    }
    await service?.finish()
  } finally {
    await service?.close()
    for (const { targets } of runs) await targets.close()
  }
  const report: TestReport = {
    version: 1,
    tool: { name: 'standin', version: readVersion() },
    start: start.at,
    stop: systemTime(),
    cells: [],
    findings: [],
    checks: [...results.flatMap(journeyChecks), ...service?.checks ?? []]
  }
  const whole = mergeReports(report, ...touches)
  return { results, report: service?.redact(whole) ?? whole, tookMs: stopwatch() - start.by }
}

function chooseFiles (files: readonly string[]): readonly string[] {
  if (files.length > 0) return files
  return [existsSync(JOURNEYS) ? JOURNEYS : SHIPPED_JOURNEYS]
}

/** Journeys that one stand-in serves, with the documents that they need. */
interface TreeGroup {
  readonly trees: JourneyTree[]
  /** The documents to serve; none for the shipped ones. */
  readonly paths: readonly string[]
  /** The documents that the journeys name, and those that are named beside them. */
  readonly needed: Set<string>
}

/** Puts journeys together that need the same documents: each group has a stand-in. */
function groupTrees (trees: readonly JourneyTree[], documents: readonly string[]): TreeGroup[] {
  const groups = new Map<string, TreeGroup>()
  for (const tree of trees) {
    const needed = [...new Set([...documents.map(absolutePath), ...listContractPaths(tree)])]
    // The shipped documents are served together, as always.
    const paths = needed.every(isShippedDocument) ? [] : needed
    const key = paths.join('\n')
    const group = groups.get(key) ?? { trees: [], paths, needed: new Set() }
    group.trees.push(tree)
    for (const path of needed) group.needed.add(path)
    groups.set(key, group)
  }
  return [...groups.values()]
}

interface Run {
  readonly compiled: readonly Journey[]
  /** The documents that the journeys are about. */
  readonly contracts: readonly Contract[]
  readonly targets: Awaited<ReturnType<typeof createStandinTargets>>
}

async function prepareRun ({ needed, paths, trees }: TreeGroup, options: StandinOptions): Promise<Run> {
  const targets = await createStandinTargets(servedOptions(paths, options))
  try {
    const compiled = await compileJourneys(trees, path => findContract(targets.contracts, path))
    const contracts = targets.contracts.filter(({ file }) => needed.has(absolutePath(file)))
    return { compiled, contracts, targets }
  } catch (error) {
    await targets.close()
    throw error
  }
}

/** Prepares journeys that are made of the simulation of documents. */
async function prepareAuthored (documents: readonly string[], options: StandinOptions): Promise<Run> {
  const targets = await createStandinTargets(servedOptions(documents, options))
  try {
    const compiled: Journey[] = []
    for (const contract of targets.contracts) {
      const { journey } = await authorJourneys(contract, targets)
      if (journey !== undefined) compiled.push(journey)
    }
    return { compiled, contracts: targets.contracts, targets }
  } catch (error) {
    await targets.close()
    throw error
  }
}

function findContract (contracts: readonly Contract[], path: string): Contract | undefined {
  return contracts.find(({ file }) => absolutePath(file) === path)
}

function rejectUnknownInputs (names: readonly string[], journeys: readonly Journey[]): void {
  const workflows = journeys.flatMap(journey => journey.workflows)
  const known = [...new Set(workflows.flatMap(({ inputs }) => inputs.properties.map(({ name }) => name)))]
  const unknown = names.find(name => !known.includes(name))
  if (unknown === undefined) return
  const near = nearest(unknown, known)
  const hint = near === undefined ? `there are: ${known.join(', ') || 'none'}` : `did you mean "${near}"?`
  throw new InvalidOption('--input', `name an input of a journey (${hint})`, JSON.stringify(unknown))
}
