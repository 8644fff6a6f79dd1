import type { Contract } from '../contract/contract.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { StandinTarget } from '../journeys/standin-target.ts'
import type { Target } from '../journeys/target.ts'
import type { JourneyExchange, JourneyObserver } from '../journeys/workflow-result.ts'
import type { Finding, TestReport } from '../reports/test-report.ts'

/**
 * Counts the cells that journeys touched on a stand-in. The names of its tests are those of the journeys, instead of
 * their worlds.
 */
export class JourneyCoverage implements JourneyObserver {
  readonly #coverage: Coverage
  /** The ids of the workflows that ran in each world. */
  readonly #workflows = new Map<string, Set<string>>()

  /** Forgets what was counted before. */
  constructor (coverage: Coverage) {
    this.#coverage = coverage
    coverage.reset()
  }

  exchanged = ({ workflow }: JourneyExchange, target: Target): void => {
    if (!(target instanceof StandinTarget)) return
    const known = this.#workflows.get(target.worldName)
    if (known === undefined) this.#workflows.set(target.worldName, new Set([workflow.id]))
    else known.add(workflow.id)
  }

  /** Returns the report of what was touched of some contracts, among those that the stand-in serves. */
  report (contracts: readonly Contract[]): TestReport {
    const { cells, checks, findings, start, stop, tool, version } = this.#coverage.report()
    const isOwn = ({ api }: Pick<Finding, 'api'>): boolean => {
      return api === undefined || contracts.some(({ name }) => name === api)
    }
    return {
      version,
      tool,
      start,
      stop,
      checks,
      cells: cells.filter(isOwn).map(cell => ({ ...cell, tests: this.#namesOf(cell.tests) })),
      findings: findings
        .filter(found => isOwn(found) && isUnexpected(found))
        .map(found => ({ ...found, tests: this.#namesOf(found.tests) }))
    }
  }

  #namesOf (worlds: readonly string[]): string[] {
    return [...new Set(worlds.flatMap(world => [...this.#workflows.get(world) ?? [world]]))]
  }
}

/** Journeys send invalid requests on purpose, and their criteria say how they are refused. */
function isUnexpected ({ id, kind, operation }: Finding): boolean {
  return kind !== 'violations' || !id.startsWith(`violations ${operation} request `)
}
